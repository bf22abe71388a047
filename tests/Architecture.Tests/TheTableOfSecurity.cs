using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>docs/security.md names the test for each thing that holds; a name that is none any more would be a claim without proof.</summary>
public partial class TheTableOfSecurity
{
    private static readonly Dictionary<string, string> Projects = new()
    {
        ["W"] = "Web.Tests",
        ["B"] = "Browser.Tests",
        ["D"] = "Domain.Tests",
        ["Doc"] = "Documents.Tests",
        ["S"] = "Storage.Tests",
        ["Wf"] = "Workflows.Tests",
        ["Arch"] = "Architecture.Tests",
    };

    [Fact]
    public void Every_test_that_it_names_is_there()
    {
        var root = Path.Combine(Path.GetDirectoryName(Here()) ?? "", "..", "..");
        var named = Name().Matches(File.ReadAllText(Path.Combine(root, "docs", "security.md"))).ToList();

        Assert.True(named.Count > 20);
        Assert.All(named, name => Assert.Single(Directory.GetFiles(Path.Combine(root, "tests", Projects[name.Groups[1].Value]), $"{name.Groups[2].Value}.cs", SearchOption.AllDirectories)));
    }

    [GeneratedRegex(@"\b(W|B|D|Doc|S|Wf|Arch) `(\w+)`")]
    private static partial Regex Name();

    private static string Here([CallerFilePath] string path = "") => path;
}
