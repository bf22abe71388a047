using Markdig;

namespace Documents.Html;

/// <summary>The program's own guide as HTML. Unlike the texts of reports it is ours: its headings may carry anchors of their own (<c>{#name}</c>).</summary>
public static class GuideHtml
{
    private static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UseGenericAttributes().DisableHtml().Build();

    public static string Write(string markdown) => Markdig.Markdown.ToHtml(markdown, pipeline);
}
