using Domain.Reports;
using Jering.Javascript.NodeJS;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Drafting;
using Workflows.Templates;
using Workflows.Typesetting;

[assembly: AssemblyFixture(typeof(Documents.Tests.Printing))]

namespace Documents.Tests;

/// <summary>The real parts, wired as the product wires them; one Typst process for all tests.</summary>
public sealed class Printing : IAsyncDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddDocuments().BuildServiceProvider();

    public ITypesetter Typesetter => services.GetRequiredService<ITypesetter>();

    public ITextCheck TextCheck => services.GetRequiredService<ITextCheck>();

    public IPictureCheck PictureCheck => services.GetRequiredService<IPictureCheck>();

    public IOutlineReader OutlineReader => services.GetRequiredService<IOutlineReader>();

    public INodeJSService Node => services.GetRequiredService<INodeJSService>();

    public async Task<PrintedReport> PrintAsync(Manuscript manuscript)
    {
        var outcome = await Typesetter.TypesetAsync(manuscript, TestContext.Current.CancellationToken);
        Assert.False(outcome.IsRefused, string.Join('\n', outcome.Refusal?.Faults.Select(fault => fault.ToString()) ?? []));

        return new(outcome.Value);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
