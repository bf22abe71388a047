using Jering.Javascript.NodeJS;

namespace Documents.Pdf;

/// <summary>The Typst compiler in its Node process, which stays warm between reports and is started anew after a crash.</summary>
internal sealed class TypstProgram(INodeJSService node)
{
    /// <summary>Copied beside the program by Documents.csproj, the Node packages in it.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "typst");

    /// <exception cref="InvalidOperationException">Typst did not accept the template with this data: a bug of ours.</exception>
    public async Task<PrintedPdf> CompileAsync(
        string report, IReadOnlyDictionary<string, string> images, bool isDrawn, CancellationToken cancellationToken)
    {
        var answer = await node.InvokeFromFileAsync<Answer>("compile.js", args: [report, images, isDrawn], cancellationToken: cancellationToken)
            ?? throw new InvalidOperationException("The Typst program gave no answer.");

        return answer.Pdf is null
            ? throw new InvalidOperationException($"Typst refused the report: {answer.Fault}")
            : new(answer.Pdf, answer.Pages, answer.Drawings ?? []);
    }

    private sealed record Answer(byte[]? Pdf, int Pages, IReadOnlyList<string>? Drawings, string? Fault);
}

/// <param name="Drawings">An SVG a page, where they were asked for.</param>
internal sealed record PrintedPdf(ReadOnlyMemory<byte> Bytes, int Pages, IReadOnlyList<string> Drawings);
