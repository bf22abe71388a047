using Documents;
using Documents.Tests;
using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Microsoft.Extensions.DependencyInjection;
using Storage;
using Web.Demo;
using Workflows;
using Workflows.Approving;
using Workflows.Blobs;
using Workflows.Drafting;
using Workflows.Issuing;
using Workflows.Recording;
using Workflows.Signing;
using Workflows.Starting;
using Workflows.Submitting;
using Workflows.Templates;
using Workflows.Verifying;

namespace Web.Tests;

/// <summary>A district's report as it was found: made into a template, its own texts carried through the whole chain, and issued again.</summary>
public sealed class ARealReport : IDisposable
{
    private static readonly AgencyId Agency = new(Guid.NewGuid());
    private static readonly UnitId Leadership = new(Guid.NewGuid());
    private static readonly UnitId Office = new(Guid.NewGuid());
    private static readonly FieldId General = new(Guid.NewGuid());
    private static readonly Person Chairman = Named("Đoàn Quốc Sĩ", new(Leadership, Role.Chairman, "Chủ tịch"));
    private static readonly Person ViceChair = Named("Phó Chủ tịch", new(Leadership, Role.ViceChair, "Phó Chủ tịch"));
    private static readonly Person Head = Named("Chánh Văn phòng", new(Office, Role.Head, "Chánh Văn phòng"));
    private static readonly Person Consolidator = Named("Tổng hợp", new(Office, Role.Consolidator, "Chuyên viên"));
    private static readonly Person Clerk = Named("Văn thư", new(Office, Role.Clerk, "Văn thư"));

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("approval-seed-");
    private readonly StoryClock clock = new(new DateTimeOffset(2024, 6, 10, 8, 0, 0, TimeSpan.FromHours(7)));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Comes_out_of_the_chain_word_for_word_under_its_own_number()
    {
        var seed = await SeedAsync();
        await using var services = Services();
        await services.MigrateStorageAsync(Cancelled);
        await SetUpAsync(services);

        var made = Done(await services.GetRequiredService<MakeTemplateHandler>().HandleAsync(
            new(new(Guid.NewGuid()), Consolidator.Id, Agency, "Báo cáo 6 tháng", new(Guid.Empty), seed, [Office], General), Cancelled));
        var report = await CarryAsync(services, made.Template);

        Assert.Equal((1263, new DateOnly(2024, 6, 18)), (report.Imprint?.Number, report.Imprint?.On));

        using var printed = await PrintedAsync(services, report);
        AssertWords(made.Read, printed);
        Assert.Equal("Số: 1263/BC-UBND", printed.Line("Số:").Text);
        Assert.Equal("Vĩnh Thạnh, ngày 18 tháng 6 năm 2024", printed.Line("Vĩnh Thạnh, ngày").Text);
        Assert.All(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Đoàn Quốc Sĩ", "Kính gửi: Thường trực Hội đồng nhân dân huyện"], words => printed.Line(words));
        Assert.All(
            ["Như trên;", "Đại biểu HĐND huyện;", "MTTQVN huyện;", "Các cơ quan, ban ngành, tổ chức CT-XH huyện;", "UBND các xã, thị trấn;", "Lưu: VT."],
            recipient => Assert.Contains(printed.Paragraphs, paragraph => paragraph.InnerText.EndsWith(recipient, StringComparison.Ordinal)));
        Assert.All(["- Như trên;", "- Đại biểu HĐND huyện;", "- UBND các xã, thị trấn;", "- Lưu: VT."], words => Assert.Equal(printed.Pages.Count, printed.PageOf(words)));
        AssertNotes(printed);

        Assert.Empty(await services.GetRequiredService<VerifyRecordHandler>().HandleAsync(Cancelled).ToListAsync(Cancelled));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        data.Delete(recursive: true);
    }

    private static void AssertNotes(PrintedReport printed)
    {
        var feet = string.Join(' ', printed.Pages.SelectMany(page => page.Lines).Where(line => line.Size < 12 && line.Baseline > 600).Select(line => line.Text.Trim()));

        Assert.All(
            ["Các từ viết tắt trong văn bản", "Tại kỳ họp thứ nhất", "Khuyết phòng Tư pháp", "Qua Bầu cử Trường ấp", "về hợp đồng đối với một số loại công việc"],
            words => Assert.Contains(words, feet, StringComparison.Ordinal));
    }

    /// <summary>Each section's words stand in both files, one section after the other.</summary>
    private static void AssertWords(ReadReport read, PrintedReport printed)
    {
        var docx = PrintedReport.WordsOf(string.Join('\n', printed.Paragraphs.Select(paragraph => paragraph.InnerText)));
        var pdf = PrintedReport.WordsOf(string.Join('\n', printed.Pages.SelectMany(page => page.Lines).Where(line => line.Baseline > 57 && line.Size > 12).Select(line => line.Text)));
        var (inDocx, inPdf) = (0, 0);

        foreach (var word in read.Sections.SelectMany(section => WordsOf(section)))
        {
            inDocx = Next(docx, inDocx, word);
            inPdf = Next(pdf, inPdf, word);
        }
    }

    // Between two words of a text nothing may stand but a number that the document gave.
    private static int Next(IReadOnlyList<string> words, int from, string word)
    {
        var place = from;
        while (place < words.Count && words[place] != word) place++;
        Assert.True(place < words.Count, $"'{word}' does not stand where it should, after '{string.Join(' ', words.Skip(Math.Max(0, from - 8)).Take(8))}'. There: {string.Join(' ', words.Skip(from).Take(8))}");

        return place + 1;
    }

    private static IEnumerable<string> WordsOf(ManuscriptSection section)
    {
        var body = string.Join('\n', section.Text.Split('\n').Where(line => !line.StartsWith("[^", StringComparison.Ordinal)));
        var text = System.Text.RegularExpressions.Regex.Replace($"{section.Heading}\n{body}", @"\[\^[^\]]+\]|^\s*(\d+\.|\p{L}\))\s", "", System.Text.RegularExpressions.RegexOptions.Multiline);

        return PrintedReport.WordsOf(text);
    }

    private async Task<Report> CarryAsync(ServiceProvider services, ReportTemplate template)
    {
        var started = Done(await services.GetRequiredService<StartReportHandler>().HandleAsync(
            new(new(Guid.NewGuid()), Consolidator.Id, Agency, template.Id, null, new DateOnly(2024, 6, 18)), Cancelled));
        var report = started.Report.Id;

        foreach (var section in started.Report.Plan.Leaves)
        {
            var text = await services.GetRequiredService<Texts>().ReadAsync(section.LastText ?? "", Cancelled);
            Done(await services.GetRequiredService<SaveWorkingCopyHandler>().HandleAsync(new(Head.Id, report, section.Id, Office, text, 0), Cancelled));
            Done(await services.GetRequiredService<SubmitContributionHandler>().HandleAsync(new(Id(), Head.Id, report, section.Id, Office, 1), Cancelled));
            Done(await services.GetRequiredService<SubmitSectionHandler>().HandleAsync(new(Id(), Consolidator.Id, report, section.Id, 1), Cancelled));
            Done(await services.GetRequiredService<ApproveSectionHandler>().HandleAsync(new(Id(), ViceChair.Id, report, section.Id, 1), Cancelled));
        }

        clock.Now = new(2024, 6, 18, 9, 0, 0, TimeSpan.FromHours(7));
        Done(await services.GetRequiredService<SignReportHandler>().HandleAsync(new(Id(), Chairman.Id, report, 1), Cancelled));

        return Done(await services.GetRequiredService<IssueReportHandler>().HandleAsync(new(Id(), Clerk.Id, report, 1), Cancelled)).Report;
    }

    private static async Task<PrintedReport> PrintedAsync(ServiceProvider services, Report report)
    {
        var blobs = services.GetRequiredService<IBlobs>();
        var pdf = await blobs.ReadAsync(report.Imprint?.Pdf ?? "", Cancelled);
        var docx = await blobs.ReadAsync(report.Imprint?.Docx ?? "", Cancelled);

        return new(new(docx ?? default, pdf ?? default, 0));
    }

    private static async Task SetUpAsync(ServiceProvider services)
    {
        var agencies = services.GetRequiredService<IAgencies>();
        await agencies.SaveAsync(
            new(
                new()
                {
                    Id = Agency,
                    Name = "Ủy ban nhân dân huyện Vĩnh Thạnh",
                    NameLines = ["Ủy ban nhân dân", "Huyện Vĩnh Thạnh"],
                    Place = "Vĩnh Thạnh",
                    Abbreviation = "UBND",
                    Collective = "Ủy ban nhân dân",
                },
                [new(Leadership, "Lãnh đạo", "LĐ", null), new(Office, "Văn phòng", "VP", Leadership)],
                [Chairman, ViceChair, Head, Consolidator, Clerk],
                [new(General, "Điều hành chung", ViceChair.Id)],
                []),
            Cancelled);
        Done(await agencies.OpenRegisterAsync(new(Agency, "BC", 2024, 1262), Cancelled));
        Done(await services.GetRequiredService<ITemplates>().SaveAsync(Agency, Route.Default(new(Guid.Empty)), Cancelled));
    }

    private ServiceProvider Services() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(clock)
        .AddWorkflows()
        .AddDocuments()
        .AddStorage(new()
        {
            Provider = StorageProvider.Sqlite,
            ConnectionString = $"Data Source={Path.Combine(data.FullName, "approval.db")}",
            Blobs = new() { Folder = Path.Combine(data.FullName, "blobs") },
        })
        .BuildServiceProvider();

    private static async Task<string> SeedAsync()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var seed = Path.Combine(folder.FullName, "..", "shared", "seed-report.md");
            if (File.Exists(Path.Combine(folder.FullName, "Approval.sln")) && File.Exists(seed)) return await File.ReadAllTextAsync(seed, Cancelled);
        }

        Assert.Skip("../shared/seed-report.md is not beside the repository.");

        return "";
    }

    private static DecisionId Id() => new(Guid.NewGuid());

    private static Person Named(string name, Position position) =>
        new() { Id = new(Guid.NewGuid()), Name = name, Email = $"{Guid.NewGuid():n}@vinhthanh.example", Positions = [position] };

    private static T Done<T>(Outcome<T> outcome)
        where T : notnull
    {
        Assert.False(outcome.IsRefused, $"{outcome.Refusal?.Code} {string.Join("; ", outcome.Refusal?.Faults.Select(fault => $"line {fault.Line}: {fault.Message.En}") ?? [])}");

        return outcome.Value;
    }
}
