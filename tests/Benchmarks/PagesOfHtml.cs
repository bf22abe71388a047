using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Domain.People;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Web.SigningIn;
using Workflows.Recording;
using Workflows.Templates;
using Workflows.Tests;
using Workflows.Viewing;

namespace Benchmarks;

/// <summary>Whole pages over HTTP from the product itself, with ten reports of twenty sections, and with ten thousand.</summary>
internal static class PagesOfHtml
{
    private const string Password = "mật khẩu đủ dài";

    public static async Task RunAsync()
    {
        Console.WriteLine("Pages as HTML from Kestrel, median of 200 calls");

        await using var house = new House();
        house.UseKestrel(0);
        house.StartServer();
        await house.Services.GetRequiredService<IAgencies>().SaveAsync(Given.Roster(), CancellationToken.None);

        await KeepTemplateAsync(house.Services.GetRequiredService<ITemplates>());
        await Filling.FillAsync(house.Services, 0, Filling.Few);
        var readers = new[] { await SignInAsync(house, Given.FinanceHead), await SignInAsync(house, Given.Consolidator) };
        var section = (await house.Services.GetRequiredService<IViews>().SectionsAsync(Filling.First, CancellationToken.None)).First(line => line.IsLeaf).Id;
        var (report, unit) = ($"/reports/{Filling.First.Value}", Given.Finance.Value);
        string[] pages =
        [
            "/", "/?view=sent", "/reports", "/reports?state=InSections", $"/reports?unit={unit}", $"/reports?person={Given.FinanceHead.Value}", "/reports?late=true", "/wall", "/notices", "/register",
            "/search?q=tinh+hinh", "/start", "/templates", "/help", "/me", report, $"{report}/sections/{section.Value}",
        ];

        var few = await MeasureAsync();
        await Filling.FillAsync(house.Services, Filling.Few, Filling.Many);
        var many = await MeasureAsync();

        Console.WriteLine($"  {"reports",-52}{Filling.Few,9}{Filling.Many,12}");
        foreach (var (page, (ofFew, ofMany)) in pages.Zip(few.Zip(many))) Console.WriteLine($"  {page,-52}{ofFew,6:0.0} ms{ofMany,9:0.0} ms");

        foreach (var reader in readers) reader.Dispose();

        // The slower of the two readers' times.
        async Task<List<double>> MeasureAsync()
        {
            var times = new List<double>();
            foreach (var page in pages)
            {
                var slowest = 0.0;
                foreach (var reader in readers) slowest = Math.Max(slowest, await Bench.MedianAsync(async () => (await reader.GetAsync(page)).EnsureSuccessStatusCode().Dispose()));
                times.Add(slowest);
            }

            return times;
        }
    }

    private static async Task KeepTemplateAsync(ITemplates templates)
    {
        var plan = Given.Plan();
        await templates.SaveAsync(plan.Agency, plan.Route, CancellationToken.None);
        await templates.SaveAsync(
            new() { Id = new(Given.Id("template")), Agency = plan.Agency, Name = "Báo cáo tháng", TypeName = plan.TypeName, TypeSymbol = plan.TypeSymbol, Abstract = plan.Abstract, Sections = plan.Sections, Route = plan.Route.Id },
            0, CancellationToken.None);
    }

    private static async Task<HttpClient> SignInAsync(House house, PersonId person)
    {
        await using (var scope = house.Services.CreateAsyncScope())
        {
            var opened = await scope.ServiceProvider.GetRequiredService<OpenAccount>().HandleAsync(Given.Roster().Find(person) ?? throw new InvalidOperationException("Nobody."), Password);
            if (!opened.Succeeded) throw new InvalidOperationException(string.Join(' ', opened.Errors.Select(error => error.Description)));
        }

        var client = house.CreateDefaultClient();
        using var answer = await client.PostAsJsonAsync("/api/tokens", new { email = Given.Roster().Find(person)?.Email, password = Password });
        var token = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);

        return client;
    }

    private sealed class House : WebApplicationFactory<OpenAccount>
    {
        private readonly string folder = Path.Combine(AppContext.BaseDirectory, $"bench-{Guid.NewGuid():n}");

        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseSetting("Approval:Data", folder)
            .UseSetting("Approval:Address", "127.0.0.1")
            .UseSetting("Approval:Port", 0.ToString(CultureInfo.InvariantCulture));

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
