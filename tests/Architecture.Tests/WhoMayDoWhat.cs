using System.Runtime.CompilerServices;

namespace Architecture.Tests;

/// <summary>Who may do what is for Domain to say, and nobody else: there it is found, and there it holds for every caller.</summary>
public class WhoMayDoWhat
{
    [Theory]
    [InlineData("Workflows")]
    [InlineData("Documents")]
    [InlineData("Storage")]
    [InlineData("Web")]
    public void Is_refused_by_Domain_alone(string project)
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here()) ?? "", "..", "..", "src", project));
        var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file))
            // Whether somebody is who they say, and what their token is good for, is asked where people come in.
            .Where(file => !file.StartsWith("obj", StringComparison.Ordinal) && !file.StartsWith("SigningIn", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => File.ReadAllText(Path.Combine(folder, file)).Contains("(RefusalKind.NotAllowed", StringComparison.Ordinal));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
