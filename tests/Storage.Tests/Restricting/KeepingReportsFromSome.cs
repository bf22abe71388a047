using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Storage.Tests.Databases;
using TestServers;
using Workflows.Notifying;
using Workflows.Viewing;

namespace Storage.Tests.Restricting;

public abstract class KeepingReportsFromSome(TestDatabase database) : OnADatabase(database)
{
    private static readonly ReportPlan Plan = Given.Plan();
    private static readonly ReportPlan Finances = Given.PlanOf(2, "finances");
    private static readonly SectionId Budget = Given.Section(Plan.Id, "budget");

    [Fact]
    public async Task A_restricted_report_is_on_the_board_of_those_who_work_on_it_and_whom_it_names_and_on_no_other()
    {
        await StartBothAsync();
        await Office.RestrictAsync(Finances.Id, null, new([Given.Health], []));

        foreach (var insider in new[] { Given.Consolidator, Given.OtherConsolidator, Given.FinanceHead, Given.FinanceDrafter, Given.ViceEconomy, Given.Chairman, Given.Clerk, Given.HealthDrafter })
            Assert.Equal((2, 2), await BoardAsync(insider, new()));

        foreach (var outsider in new[] { Given.FarmingHead, Given.ViceSociety, Given.Administrator })
        {
            Assert.Equal((1, 1), await BoardAsync(outsider, new()));
            Assert.Equal((1, 1), await BoardAsync(outsider, new(ReportState.InSections)));
            Assert.Equal((1, 1), await BoardAsync(outsider, new(IsUnderWay: true)));
            Assert.Equal((1, 1), await BoardAsync(outsider, new(LateAt: Given.Monday.AddDays(60))));
            Assert.Equal((1, 1), await BoardAsync(outsider, new(Unit: Given.Finance)));
            Assert.Equal((1, 1), await BoardAsync(outsider, new(Person: Given.FinanceHead)));
            Assert.Equal((1, 1), await BoardAsync(outsider, new(From: new(2026, 1, 1))));
        }

        // Whoever is nobody in particular sees what is open to all.
        Assert.Equal(1, (await Stored.Views.BoardAsync(Given.Agency, new(), new(), Token)).Total);
    }

    [Fact]
    public async Task A_line_of_the_board_tells_nothing_of_a_section_that_is_kept_from_its_reader()
    {
        await Office.StartAsync(Plan);
        await Office.RestrictAsync(Plan.Id, "budget", new([], []));
        await Office.SubmitAsync(Plan.Id, "clinics", Given.Health, Given.HealthHead);

        var all = Assert.Single((await Stored.Views.BoardAsync(Given.Agency, new(Reader: Given.FinanceHead, At: Given.Monday), new(), Token)).Rows);
        var some = Assert.Single((await Stored.Views.BoardAsync(Given.Agency, new(Reader: Given.HealthHead, At: Given.Monday), new(), Token)).Rows);

        Assert.Equal((2, 2), (all.Sections, all.OpenAssignments));
        Assert.Equal((1, 1), (some.Sections, some.OpenAssignments));
        Assert.Equal([Given.Farming], some.Holders.Select(holder => holder.Unit));
        Assert.Empty((await Stored.Views.BoardAsync(Given.Agency, new(Unit: Given.Finance, Reader: Given.HealthHead, At: Given.Monday), new(), Token)).Rows);
        Assert.Equal([Given.Farming], (await LateAsync(Given.HealthHead)).Select(late => late.Assignee.Unit));
        Assert.Equal(2, (await LateAsync(Given.Chairman)).Count);
    }

    [Fact]
    public async Task Notices_and_decisions_on_what_was_restricted_since_are_neither_shown_nor_counted()
    {
        await Office.StartAsync(Plan);
        await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead);
        await Office.ConsolidateAsync(Plan.Id, "budget", Given.OtherConsolidator);
        await new Dispatcher(Stored.Notices, Stored.Record, TimeProvider.System).DispatchAsync(Token);
        var before = await NoticesAsync(Given.ViceEconomy);
        Assert.NotEmpty(before.Rows);

        await Office.RestrictAsync(Plan.Id, null, new([], []));
        Assert.Equal(before.Total, (await NoticesAsync(Given.ViceEconomy)).Total);
        Assert.NotEqual(0, (await NoticesAsync(Given.FinanceHead)).Total);

        // Who is moved to where nobody works on it does not see it any more.
        var roster = Given.Roster();
        await Stored.Agencies.SaveAsync(new(roster.Agency, roster.Units, roster.People.Select(person => person.Id == Given.FinanceHead ? person with { Positions = [new(Given.Leadership, Role.Administrator, "Quản trị")] } : person), roster.Fields, []), Token);

        Assert.Equal((0, 0), ((await NoticesAsync(Given.FinanceHead)).Total, (await Stored.Views.SentAsync(Given.Agency, Given.FinanceHead, Given.Monday, new(), Token)).Total));
        Assert.Equal(0, (await Stored.Views.CountsAsync(Given.Agency, Given.FinanceHead, Given.Monday, Token)).Unread);
    }

    [Fact]
    public async Task Whoever_is_given_work_in_person_sees_what_it_is_from_then_on()
    {
        await Office.StartAsync(Finances);
        await Office.RestrictAsync(Finances.Id, null, new([], []));
        await Office.RestrictAsync(Finances.Id, "1", new([], []));
        Assert.Equal((0, 0), await BoardAsync(Given.ViceSociety, new()));

        await Office.SubmitAsync(Finances.Id, "1", Given.Finance, Given.FinanceHead);
        await Office.ConsolidateAsync(Finances.Id, "1");
        Assert.Null((await Office.ReassignAsync(Finances.Id, "1", Given.Consolidator, Given.ViceSociety)).Refusal);

        Assert.Equal((1, 1), await BoardAsync(Given.ViceSociety, new()));
        Assert.Null((await Office.ApproveAsync(Finances.Id, "1", Given.ViceSociety)).Refusal);
        Assert.Equal((1, 1), await BoardAsync(Given.ViceSociety, new()));
    }

    [Fact]
    public async Task A_delegate_sees_what_is_restricted_for_as_long_as_the_delegation_holds()
    {
        await StartBothAsync();
        await Office.RestrictAsync(Finances.Id, null, new([], []));
        var delegation = Given.Delegated(Given.FinanceHead, Given.FarmingHead);
        await Stored.Agencies.SaveAsync(Given.Agency, delegation, Token);

        Assert.Equal((1, 1), await BoardAsync(Given.FarmingHead, new(At: delegation.StartsAt.AddMilliseconds(-1))));
        Assert.Equal((2, 2), await BoardAsync(Given.FarmingHead, new(At: delegation.StartsAt)));
        Assert.Equal((2, 2), await BoardAsync(Given.FarmingHead, new(At: delegation.EndsAt.AddMilliseconds(-1))));
        Assert.Equal((1, 1), await BoardAsync(Given.FarmingHead, new(At: delegation.EndsAt)));
    }

    [Fact]
    public async Task A_delegate_sees_what_is_restricted_only_where_the_work_is_that_was_handed_over()
    {
        await StartBothAsync();
        await Office.RestrictAsync(Finances.Id, null, new([], []));
        await Stored.Agencies.SaveAsync(Given.Agency, Given.Delegated(Given.FinanceHead, Given.FarmingHead) with { Kinds = [StageKind.Draft] }, Token);
        await Stored.Agencies.SaveAsync(Given.Agency, Given.Delegated(Given.FinanceHead, Given.HealthHead) with { Kinds = [StageKind.Review, StageKind.Sign] }, Token);

        Assert.Equal((2, 2), await BoardAsync(Given.FarmingHead, new()));
        Assert.Equal((1, 1), await BoardAsync(Given.HealthHead, new()));

        // Nor what was opened to somebody for another reason than their work.
        await Office.RestrictAsync(Finances.Id, null, new([], [Given.FarmingDrafter]));
        await Stored.Agencies.SaveAsync(Given.Agency, Given.Delegated(Given.FarmingDrafter, Given.ViceSociety) with { Kinds = [StageKind.Review] }, Token);
        Assert.Equal((1, 1), await BoardAsync(Given.ViceSociety, new()));
    }

    [Fact]
    public async Task Whoever_reviews_for_somebody_sees_what_these_were_given_in_person()
    {
        await Office.StartAsync(Finances);
        await Office.RestrictAsync(Finances.Id, null, new([], []));
        await Office.SubmitAsync(Finances.Id, "1", Given.Finance, Given.FinanceHead);
        await Office.ConsolidateAsync(Finances.Id, "1");
        Assert.Null((await Office.ReassignAsync(Finances.Id, "1", Given.Consolidator, Given.ViceSociety)).Refusal);

        await Stored.Agencies.SaveAsync(Given.Agency, Given.Delegated(Given.ViceSociety, Given.HealthHead) with { Kinds = [StageKind.Review] }, Token);
        await Stored.Agencies.SaveAsync(Given.Agency, Given.Delegated(Given.ViceSociety, Given.FarmingHead) with { Kinds = [StageKind.Sign] }, Token);

        Assert.Equal((1, 1), await BoardAsync(Given.HealthHead, new()));
        Assert.Equal((0, 0), await BoardAsync(Given.FarmingHead, new()));
    }

    [Fact]
    public async Task An_assistant_sees_of_a_leaders_work_what_they_may_see_themselves()
    {
        await StartBothAsync();
        await Office.RestrictAsync(Finances.Id, "1", new([], []));
        await Office.RestrictAsync(Plan.Id, null, new([], []));

        Assert.Equal((3, 3), await WorkAsync(Given.FinanceHead));
        Assert.Equal((3, 3), await WorkAsync(Given.FinanceDrafter));
        Assert.Equal((1, 1), await WorkAsync(Given.Administrator));

        async Task<(int Rows, int Total)> WorkAsync(PersonId reader)
        {
            var page = await Stored.Views.WorkAsync(Given.Agency, Given.FinanceHead, reader, Given.Monday, new(), Token);

            return (page.Rows.Count, page.Total);
        }
    }

    [Fact]
    public async Task The_register_leaves_out_what_its_reader_may_not_find()
    {
        await Office.StartAsync(Plan);
        await Office.ClearAsync(Plan.Id);
        await Office.SignAsync(Plan.Id);
        await Office.IssueAsync(Plan.Id);
        await Office.RestrictAsync(Plan.Id, null, new([], []));

        Assert.Equal((0, 0), await RegisterAsync(Given.Administrator));
        Assert.Equal((1, 1), await RegisterAsync(Given.Clerk));
    }

    [Fact]
    public async Task Nobody_shuts_themselves_out()
    {
        await Office.StartAsync(Finances);

        Assert.Equal(RestrictionRefusals.ShutsOutYourself, (await Office.TryRestrictAsync(Finances.Id, null, new([Given.Health], []), Given.Administrator)).Refusal);
        Assert.Null((await Office.TryRestrictAsync(Finances.Id, null, new([], [Given.Administrator]), Given.Administrator)).Refusal);
        Assert.Equal(RestrictionRefusals.ShutsOutYourself, (await Office.TryRestrictAsync(Finances.Id, null, new([], []), Given.Administrator)).Refusal);
        Assert.Equal(RestrictionRefusals.ShutsOutYourself, (await Office.TryRestrictAsync(Finances.Id, "1", new([], []), Given.Administrator)).Refusal);
    }

    [Fact]
    public async Task Only_the_Office_an_administrator_or_whoever_started_it_changes_who_may_see_a_report()
    {
        await Office.StartAsync(Plan);

        var refused = (await Office.TryRestrictAsync(Plan.Id, null, new([], []), Given.FinanceHead)).Refusal;
        Assert.Equal(("not-your-restriction", true), (refused?.Code, refused?.WhoCan.Contains(Given.Consolidator)));
        Assert.Equal(RestrictionRefusals.UnknownAudience, (await Office.TryRestrictAsync(Plan.Id, null, new([new(Guid.NewGuid())], []))).Refusal);
        Assert.Equal(RestrictionRefusals.WithoutText, (await Office.TryRestrictAsync(Plan.Id, "part", new([], []))).Refusal);
        Assert.Equal(RestrictionRefusals.NothingChanged, (await Office.TryRestrictAsync(Plan.Id, null, null)).Refusal);

        await Office.RestrictAsync(Plan.Id, "budget", new([Given.Health], []));
        // Who may not see it is not told that it is there to be changed.
        Assert.Equal("no-such-section", (await Office.TryRestrictAsync(Plan.Id, "budget", null, Given.Administrator)).Refusal?.Code);

        await Office.RestrictAsync(Plan.Id, "budget", null);
        var told = (await Stored.Views.TrailAsync(Plan.Id, new(Budget), new(), Token)).Rows;
        Assert.Equal(["opened", "restricted"], told.Select(entry => entry.What));
        Assert.Equal("→ Phòng Y tế\nTheo chỉ đạo", told[1].Note);
        Assert.DoesNotContain((await Stored.Views.TrailAsync(Plan.Id, new(Withheld: new HashSet<SectionId> { Budget }), new(), Token)).Rows, entry => entry.Section == Budget);
    }

    [Fact]
    public async Task A_report_is_restricted_from_its_start_where_its_template_says_so()
    {
        await Office.StartAsync(Finances with { OnlyFor = new([], []), Sections = [.. Finances.Sections.Select((section, place) => place == 0 ? section with { OnlyFor = new([], [Given.FarmingHead]) } : section)] });

        Assert.Equal((0, 0), await BoardAsync(Given.HealthHead, new()));
        // Whoever may read a section finds its report.
        Assert.Equal((1, 1), await BoardAsync(Given.FarmingHead, new()));
        var report = await Stored.Record.ReportAsync(Finances.Id, Token);
        Assert.True(report?.IsOpenTo(Given.FarmingHead, Finances.Sections[0].Id, Given.Roster(), Given.Monday));
        Assert.False(report?.IsOpenTo(Given.HealthHead, null, Given.Roster(), Given.Monday));
    }

    [Fact]
    public async Task A_report_as_it_is_shown_says_of_a_withheld_section_only_that_something_is_there()
    {
        await Office.StartAsync(Plan);
        await Office.ClearAsync(Plan.Id);
        await Office.RestrictAsync(Plan.Id, "budget", new([], []));
        var reports = new OpenReports(Stored.Record, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Given.Monday));

        var seen = await reports.FindAsync(Plan.Id, Given.Agency, Given.HealthHead, Token);
        var section = seen?.Plan.Find(Budget);

        Assert.Equal((ManuscriptSection.WithheldMark, true, false, null, 0), (section?.Heading, section?.IsWithheld, section?.IsLeaf, section?.Field, section?.Units.Count));
        Assert.Equal([Given.Section(Plan.Id, "clinics")], seen?.Cleared.Keys);
        Assert.Empty(seen?.Restrictions ?? []);
        Assert.Empty((await reports.FindAsync(Plan.Id, Given.Agency, Given.Chairman, Token))?.Withheld ?? new HashSet<SectionId>());
        Assert.Null(await reports.FindAsync(Plan.Id, new(Guid.NewGuid()), Given.Chairman, Token));
    }

    private async Task StartBothAsync()
    {
        await Stored.Agencies.SaveAsync(Given.Roster(), Token);
        await Office.StartAsync(Plan);
        await Office.StartAsync(Finances);
    }

    private async Task<(int Rows, int Total)> BoardAsync(PersonId reader, BoardFilter filter)
    {
        var page = await Stored.Views.BoardAsync(Given.Agency, filter with { Reader = reader, At = filter.At == default ? Given.Monday : filter.At }, new(), Token);

        return (page.Rows.Count, page.Total);
    }

    private Task<IReadOnlyList<LateSection>> LateAsync(PersonId reader) => Stored.Views.LateAsync(Given.Agency, reader, [Plan.Id], Given.Monday.AddDays(60), 10, Token);

    private Task<Page<NoticeView>> NoticesAsync(PersonId person) => Stored.Views.NoticesAsync(Given.Agency, person, Given.Monday, false, new(), Token);

    private async Task<(int Rows, int Total)> RegisterAsync(PersonId reader)
    {
        var lines = await Stored.Views.RegisterLinesAsync(Given.Agency, reader, Given.Monday, new(2026), new(), Token);
        var entries = await Stored.Views.RegisterAsync(Given.Agency, reader, Given.Monday, 2026, new(), Token);
        Assert.Equal(entries.Total, lines.Total);

        return (entries.Rows.Count, lines.Rows.Count);
    }
}

public sealed class KeepingReportsFromSomeInSqlite() : KeepingReportsFromSome(new SqliteDatabase());

public sealed class KeepingReportsFromSomeInPostgres(PostgresServer server) : KeepingReportsFromSome(new PostgresDatabase(server));
