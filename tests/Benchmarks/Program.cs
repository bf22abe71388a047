using System.Globalization;
using Benchmarks;

// dotnet run --project tests/Benchmarks -c Release -- decisions | documents | views | pages
// With Elsa built in (-p:Engine=Elsa) also: engines
// Prints figures and asserts nothing: they belong to the machine that they were taken on.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

foreach (var name in args is [] ? ["decisions", "documents", "views", "pages"] : args)
{
    await (name switch
    {
        "decisions" => Decisions.RunAsync(),
        "documents" => TypesetReports.RunAsync(),
        "views" => Views.RunAsync(),
        "pages" => PagesOfHtml.RunAsync(),
#if ELSA
        "engines" => Engines.RunAsync(),
#endif
        _ => throw new ArgumentException($"There is no benchmark {name}."),
    });
}
