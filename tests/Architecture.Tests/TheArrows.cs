using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Architecture.Tests;

/// <summary>Who may know whom: Web → Documents, Storage → Workflows → Domain.</summary>
public class TheArrows
{
    private static readonly System.Reflection.Assembly Domain = System.Reflection.Assembly.Load("Domain");
    private static readonly System.Reflection.Assembly Workflows = System.Reflection.Assembly.Load("Workflows");
    private static readonly System.Reflection.Assembly Documents = System.Reflection.Assembly.Load("Documents");
    private static readonly System.Reflection.Assembly Storage = System.Reflection.Assembly.Load("Storage");
    private static readonly System.Reflection.Assembly Web = System.Reflection.Assembly.Load("Web");

    private static readonly ArchUnitNET.Domain.Architecture Ours = new ArchLoader().LoadAssemblies(Domain, Workflows, Documents, Storage, Web).Build();

    [Fact]
    public void The_domain_knows_nobody_and_needs_nothing_but_the_language()
    {
        Assert.All(Domain.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));
        Assert.DoesNotContain(Domain.GetReferencedAssemblies(), reference => reference.Name is "System.Net.Http" or "System.Data.Common");
    }

    [Theory]
    [InlineData("Workflows", "Documents")]
    [InlineData("Workflows", "Storage")]
    [InlineData("Workflows", "Web")]
    [InlineData("Documents", "Storage")]
    [InlineData("Documents", "Web")]
    [InlineData("Storage", "Documents")]
    [InlineData("Storage", "Web")]
    public void No_arrow_points_back(string from, string to) =>
        Types().That().ResideInAssembly(Named(from)).Should().NotDependOnAny(Types().That().ResideInAssembly(Named(to)))
            .Because("arrows run one way").Check(Ours);

    [Fact]
    public void Only_Storage_knows_a_database() => KnowsOnly(Storage, "Microsoft.EntityFrameworkCore", "Npgsql", "Azure.Storage");

    [Fact]
    public void Only_Documents_knows_how_a_document_is_made() => KnowsOnly(Documents, "Markdig", "DocumentFormat.OpenXml", "Jering");

    [Fact]
    public void Only_the_engine_knows_the_state_machine() =>
        Types().That().ResideInAssembly(Workflows).And().DoNotHaveFullNameContaining("StageMachine")
            .Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching("^Stateless").Check(Ours);

    [Fact]
    public void Nobody_asks_the_machine_for_the_time()
    {
        var clocks = new[] { "System.DateTimeOffset::get_UtcNow", "System.DateTimeOffset::get_Now", "System.DateTime::get_Now", "System.DateTime::get_UtcNow" };

        foreach (var member in Ours.MethodMembers.Where(member => member.DeclaringType.Assembly.Name.StartsWith("Domain", StringComparison.Ordinal) || member.DeclaringType.Assembly.Name.StartsWith("Workflows", StringComparison.Ordinal)))
            Assert.DoesNotContain(member.Dependencies.OfType<MethodCallDependency>(), call => clocks.Any(clock => call.TargetMember.FullName.Contains(clock, StringComparison.Ordinal)));
    }

    private static System.Reflection.Assembly Named(string name) => System.Reflection.Assembly.Load(name);

    private static void KnowsOnly(System.Reflection.Assembly who, params string[] packages)
    {
        foreach (var other in new[] { Domain, Workflows, Documents, Storage, Web }.Where(assembly => assembly != who))
            Assert.DoesNotContain(other.GetReferencedAssemblies(), reference => packages.Any(package => reference.Name?.StartsWith(package, StringComparison.Ordinal) is true));
    }
}
