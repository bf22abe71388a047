using Documents.Markdown;
using Documents.Outlines;
using Documents.Pdf;
using Documents.Pictures;
using Jering.Javascript.NodeJS;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Drafting;
using Workflows.Templates;
using Workflows.Typesetting;

namespace Documents;

public static class DocumentsServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddNodeJS();
        services.Configure<NodeJSProcessOptions>(options => options.ProjectPath = TypstProgram.Folder);
        services.Configure<OutOfProcessNodeJSServiceOptions>(options =>
        {
            // A busy machine starts Node slowly; a report takes a fraction of a second, so one that takes half a minute has hung.
            options.TimeoutMS = 30_000;
            options.NumRetries = 1;
            options.NumProcessRetries = 2;
        });

        services.AddSingleton<TypstProgram>();
        services.AddSingleton<PdfPrinter>();
        services.AddSingleton<ITypesetter, Typesetter>();
        services.AddSingleton<ITextCheck, TextCheck>();
        services.AddSingleton<Workflows.Consolidating.ITextJoiner, TextJoiner>();
        services.AddSingleton<IPictureCheck, PictureCheck>();
        services.AddSingleton<IOutlineReader, OutlineReader>();

        return services;
    }
}
