using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Microsoft.EntityFrameworkCore;
using Storage.Recording;
using Storage.Tests.Databases;
using TestServers;
using Workflows.Recalling;
using Workflows.Viewing;

namespace Storage.Tests.Viewing;

public abstract class LookingAround(TestDatabase database) : OnADatabase(database)
{
    private static readonly ReportPlan Plan = Given.Plan();
    private static readonly SectionId Budget = Given.Section(Plan.Id, "budget");

    [Fact]
    public async Task What_waits_for_somebody_is_their_units_work_and_what_was_given_to_them_by_name()
    {
        await Office.StartAsync(Plan);

        var work = await WorkAsync(Given.FinanceHead);

        var row = Assert.Single(work.Rows);
        Assert.Equal((1, Plan.Id, Plan.Abstract, Budget, "Ngân sách"), (work.Total, row.Report, row.Abstract, row.Section, row.Heading));
        Assert.Equal((new StageKey("draft"), 1, Given.Finance, null, Plan.StartedBy, false), (row.Stage, row.Round, row.Unit, row.OnBehalfOf, row.SentBy, row.IsReturned));
        Assert.Equal((Given.Monday, (await Stored.Record.SectionAsync(Plan.Id, Budget, Token))?.Open.First().DueAt), (row.OpenedAt, row.DueAt));
        Assert.Empty((await WorkAsync(Given.FinanceDrafter)).Rows);
        Assert.Empty((await WorkAsync(Given.Consolidator)).Rows);

        await Office.ReassignAsync(Plan.Id, "budget", Given.FinanceHead, Given.FinanceDrafter);

        Assert.Empty((await WorkAsync(Given.FinanceHead)).Rows);
        Assert.Equal(row, (await WorkAsync(Given.FinanceDrafter)).Rows.Single());
    }

    [Fact]
    public async Task Work_says_who_sent_it()
    {
        await Office.StartAsync(Plan);
        await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead);
        await Office.ConsolidateAsync(Plan.Id, "budget", Given.OtherConsolidator);

        Assert.Equal(Given.OtherConsolidator, (await WorkAsync(Given.ViceEconomy)).Rows.Single().SentBy);

        await Office.ReassignAsync(Plan.Id, "budget", Given.Consolidator, Given.ViceSociety);

        Assert.Equal(Given.OtherConsolidator, (await WorkAsync(Given.ViceSociety)).Rows.Single().SentBy);
    }

    [Fact]
    public async Task Work_says_whether_it_was_returned_or_submitted_again()
    {
        await Office.StartAsync(Plan);
        await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead);
        await Office.ReturnAsync(Plan.Id, "budget", Given.Consolidator, "draft", "Thiếu số liệu");

        Assert.Equal((2, true, Given.Consolidator), (await WorkAsync(Given.FinanceHead)).Rows.Select(row => (row.Round, row.IsReturned, row.SentBy!.Value)).Single());

        await Office.ReassignAsync(Plan.Id, "budget", Given.FinanceHead, Given.FinanceDrafter);

        Assert.True((await WorkAsync(Given.FinanceDrafter)).Rows.Single().IsReturned);
    }

    [Fact]
    public async Task Delegated_work_says_whose_it_is_while_the_delegation_holds()
    {
        await Office.StartAsync(Plan);
        var delegation = Given.Delegated(Given.FinanceHead, Given.HealthHead);
        await Stored.Agencies.SaveAsync(Given.Agency, delegation, Token);

        var work = await WorkAsync(Given.HealthHead);

        Assert.Equal(
            [("Ngân sách", Given.FinanceHead), ("Trạm y tế", (PersonId?)null)],
            work.Rows.Select(row => (row.Heading, row.OnBehalfOf)).OrderBy(row => row.Heading, StringComparer.Ordinal));
        Assert.Equal(1, (await WorkAsync(Given.HealthHead, delegation.EndsAt)).Total);
        Assert.Equal(1, (await WorkAsync(Given.HealthHead, delegation.StartsAt.AddSeconds(-1))).Total);
    }

    [Fact]
    public async Task Of_delegated_work_only_the_kinds_that_were_handed_over_are_there()
    {
        await Office.StartAsync(Plan);
        await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead);
        await Office.ConsolidateAsync(Plan.Id, "budget");
        await Stored.Agencies.SaveAsync(Given.Agency, Given.Delegated(Given.ViceEconomy, Given.Chairman) with { Kinds = [StageKind.Sign] }, Token);
        await Stored.Agencies.SaveAsync(Given.Agency, Given.Delegated(Given.ViceEconomy, Given.ViceSociety) with { Kinds = [StageKind.Review] }, Token);

        Assert.Equal((0, 0, 0), await CountedAsync(Given.Chairman));
        Assert.Equal((1, 1, 1), await CountedAsync(Given.ViceSociety));
        Assert.Equal(Given.ViceEconomy, (await WorkAsync(Given.ViceSociety)).Rows.Single().OnBehalfOf);

        async Task<(int Work, int Counted, int Board)> CountedAsync(PersonId person) => (
            (await WorkAsync(person)).Total,
            (await Stored.Views.CountsAsync(Given.Agency, person, Given.Monday, Token)).Waiting,
            (await BoardAsync(new(Person: person, At: Given.Monday))).Total);
    }

    [Fact]
    public async Task Nobody_works_who_has_left()
    {
        await Office.StartAsync(Plan);
        var roster = Given.Roster();

        await Stored.Agencies.SaveAsync(new(roster.Agency, roster.Units, roster.People.Select(person => person.Id == Given.FinanceHead ? person with { IsActive = false } : person), roster.Fields, []), Token);

        Assert.Equal(0, (await WorkAsync(Given.FinanceHead)).Total);
        Assert.Equal(0, (await WorkAsync(new(Guid.NewGuid()))).Total);
    }

    [Fact]
    public async Task Pages_of_work_follow_each_other_without_a_gap_or_a_repeat()
    {
        await Stored.Agencies.SaveAsync(Given.Agency, Given.Delegated(Given.HealthHead, Given.FinanceHead), Token);
        foreach (var number in Enumerable.Range(1, 3)) await Office.StartAsync(Given.PlanOf(7, $"report {number}"));
        await Office.StartAsync(Plan);

        var pages = new List<WorkView>();
        for (var number = 1; number <= 4; number++) pages.AddRange((await WorkAsync(Given.FinanceHead, paging: new(number, 7))).Rows);

        var all = await WorkAsync(Given.FinanceHead, paging: new(1, 200));
        Assert.Equal(23, all.Total);
        Assert.Equal(all.Rows, pages);
        Assert.Equal(all.Rows.Order(Comparer<WorkView>.Create((one, other) => one.DueAt.CompareTo(other.DueAt))), all.Rows);
        Assert.Empty((await WorkAsync(Given.FinanceHead, paging: new(9, 7))).Rows);
    }

    [Fact]
    public async Task What_somebody_sent_says_where_it_is_now()
    {
        await Office.StartAsync(Plan);
        await Office.ClearAsync(Plan.Id);
        await Office.ReturnSectionsAsync(Plan.Id, Given.Chairman, "review", "budget");

        var heads = await Stored.Views.SentAsync(Given.Agency, Given.FinanceHead, Given.Monday, new(), Token);
        var vices = await Stored.Views.SentAsync(Given.Agency, Given.ViceSociety, Given.Monday, new(), Token);
        var chairs = await Stored.Views.SentAsync(Given.Agency, Given.Chairman, Given.Monday, new(), Token);

        Assert.Equal([(Act.Submit, "Ngân sách", new StageKey("review"), false)], heads.Rows.Select(row => (row.Act, row.Heading, row.NowAt, row.IsPassed)));
        Assert.Equal([(Act.Approve, "Trạm y tế", (StageKey?)null, true)], vices.Rows.Select(row => (row.Act, row.Heading, row.NowAt, row.IsPassed)));
        Assert.Equal([(Act.Return, null, (StageKey?)null, false)], chairs.Rows.Select(row => (row.Act, row.Heading, row.NowAt, row.IsPassed)));
        Assert.Equal([(Plan.Id, Plan.Abstract, 1)], chairs.Rows.Select(row => (row.Report, row.Abstract, chairs.Total)));
    }

    [Fact]
    public async Task What_was_sent_last_comes_first()
    {
        await Office.StartAsync(Given.PlanOf(5, "report"));
        foreach (var number in Enumerable.Range(1, 5)) await Office.SubmitAsync(Plan.Id, $"{number}", Given.Finance, Given.FinanceHead);

        var sent = await Stored.Views.SentAsync(Given.Agency, Given.FinanceHead, Given.Monday, new(2, 2), Token);

        Assert.Equal((5, 2), (sent.Total, sent.Rows.Count));
        Assert.Equal(["Mục 3", "Mục 2"], sent.Rows.Select(row => row.Heading));
    }

    [Fact]
    public async Task The_board_shows_what_is_due_next_first_and_what_is_issued_last()
    {
        var plans = new[] { (Name: "later", DueOn: new DateOnly(2026, 12, 1)), (Name: "issued", DueOn: new(2026, 9, 1)), (Name: "next", DueOn: new(2026, 10, 1)), (Name: "issued after", DueOn: new(2026, 9, 2)) }
            .Select(report => Given.Plan(report.Name, report.DueOn)).ToList();
        foreach (var plan in plans) await Office.StartAsync(plan);
        foreach (var plan in new[] { plans[1], plans[3] })
        {
            await Office.ClearAsync(plan.Id);
            await Office.SignAsync(plan.Id);
            await Office.IssueAsync(plan.Id);
        }

        await Office.SubmitAsync(plans[2].Id, "budget", Given.Finance, Given.FinanceHead);
        await Office.ConsolidateAsync(plans[2].Id, "budget");
        await Office.ApproveAsync(plans[2].Id, "budget", Given.ViceEconomy);

        var board = await BoardAsync(new());

        Assert.Equal(["next", "later", "issued after", "issued"], board.Rows.Select(row => row.Abstract.Split("𝔅 ")[1]));
        var next = board.Rows[0];
        Assert.Equal((plans[2].Id, "Báo cáo", ReportState.InSections, new DateOnly(2026, 10, 1)), (next.Id, next.TypeName, next.State, next.DueOn));
        Assert.Equal((2, 1, 2, null, null), (next.Sections, next.Cleared, next.OpenAssignments, next.Number, next.IssuedOn));
        Assert.Equal((await Stored.Record.SectionAsync(plans[2].Id, Given.Section(plans[2].Id, "clinics"), Token))?.Open.Min(open => open.DueAt), next.NextDueAt);
        Assert.Equal((0, null, 2, new DateOnly(2026, 9, 7)), (board.Rows[2].OpenAssignments, board.Rows[2].NextDueAt, board.Rows[2].Number, board.Rows[2].IssuedOn));
    }

    [Fact]
    public async Task The_board_can_be_narrowed()
    {
        var (waiting, complete, other) = (Given.Plan("waiting"), Given.Plan("complete"), Given.PlanOf(1, "other"));
        foreach (var plan in new[] { waiting, complete, other }) await Office.StartAsync(plan);
        await Office.ClearAsync(complete.Id);

        Assert.Equal(3, (await BoardAsync(new())).Total);
        Assert.Equal([complete.Id], Ids(await BoardAsync(new(ReportState.Complete))));
        Assert.Equal([waiting.Id], Ids(await BoardAsync(new(Unit: Given.Health))));
        Assert.Equal(2, (await BoardAsync(new(Unit: Given.Finance))).Total);
        Assert.Equal(0, (await BoardAsync(new(LateAt: Given.Monday))).Total);
        Assert.Equal(3, (await BoardAsync(new(LateAt: Given.Monday.AddDays(60)))).Total);
        Assert.Equal([waiting.Id], Ids(await BoardAsync(new(ReportState.InSections, Given.Monday.AddDays(60), Given.Farming))));
        Assert.Equal(0, (await Stored.Views.BoardAsync(new(Guid.NewGuid()), new(), new(), Token)).Total);
        Assert.Equal((3, 1), ((await BoardAsync(new(), new(3, 1))).Total, (await BoardAsync(new(), new(3, 1))).Rows.Count));
    }

    [Fact]
    public async Task The_board_has_what_was_stopped_or_recalled_behind_what_is_under_way()
    {
        var (stopped, recalled, waiting) = (Given.Plan("stopped", new(2026, 9, 1)), Given.Plan("recalled", new(2026, 9, 2)), Given.Plan("waiting"));
        foreach (var plan in new[] { stopped, recalled, waiting }) await Office.StartAsync(plan);
        await Office.StopAsync(stopped.Id);
        await Office.ClearAsync(recalled.Id);
        await Office.SignAsync(recalled.Id);
        await Office.IssueAsync(recalled.Id);
        var recall = await new RecallReportHandler(Stored.Record, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Given.Monday)).HandleAsync(new(Given.Clerk, recalled.Id, "Sai số liệu"), Token);

        Assert.Null(recall.Refusal);
        Assert.Equal([waiting.Id, recalled.Id, stopped.Id], Ids(await BoardAsync(new())));
        Assert.Equal([waiting.Id], Ids(await BoardAsync(new(IsUnderWay: true))));
        Assert.Equal(1, (await BoardAsync(new(IsUnderWay: true))).Total);
        Assert.Equal([stopped.Id], Ids(await BoardAsync(new(ReportState.Stopped))));
        Assert.Equal([recalled.Id], Ids(await BoardAsync(new(ReportState.Recalled))));
        Assert.Equal((0, 0), ((await BoardAsync(new(ReportState.Issued))).Total, (await BoardAsync(new(ReportState.Issued))).Rows.Count));
        Assert.Equal([waiting.Id], Ids(await BoardAsync(new(LateAt: Given.Monday.AddDays(60)))));
    }

    [Fact]
    public async Task The_board_can_be_narrowed_to_a_person_and_a_period()
    {
        var (september, october) = (Given.Plan("september", new(2026, 9, 20)), Given.Plan("october", new(2026, 10, 20)));
        foreach (var plan in new[] { september, october }) await Office.StartAsync(plan);
        await Office.SubmitAsync(september.Id, "budget", Given.Finance, Given.FinanceHead);

        Assert.Equal([october.Id], Ids(await BoardAsync(new(Person: Given.FinanceHead, At: Given.Monday))));
        Assert.Equal([september.Id], Ids(await BoardAsync(new(Person: Given.Consolidator, At: Given.Monday))));
        Assert.Empty((await BoardAsync(new(Person: Given.FinanceHead, To: new(2026, 9, 30), At: Given.Monday))).Rows);
        Assert.Empty((await BoardAsync(new(Person: Given.Chairman, At: Given.Monday))).Rows);
        Assert.Equal([october.Id], Ids(await BoardAsync(new(From: new(2026, 10, 1), To: new(2026, 10, 31)))));
        Assert.Equal([september.Id, october.Id], Ids(await BoardAsync(new(Unit: Given.Health, From: new(2026, 9, 1), To: new(2026, 10, 20)))));
        Assert.Equal([september.Id, october.Id], Ids(await BoardAsync(new(IsUnderWay: true))));
        Assert.Equal(0, (await Stored.Views.BoardAsync(new(Guid.NewGuid()), new(Unit: Given.Health), new(), Token)).Total);
    }

    [Fact]
    public async Task The_board_tells_who_holds_what_of_a_report()
    {
        await Office.StartAsync(Plan);
        await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead);
        await Office.ReassignAsync(Plan.Id, "clinics", Given.HealthHead, Given.HealthDrafter);

        var line = Assert.Single((await BoardAsync(new())).Rows);

        var open = await Stored.Views.AssignmentsAsync(Plan.Id, Token);
        Assert.Equal(
            open.GroupBy(one => (one.Assignee.Unit, one.Assignee.Person)).Select(one => (one.Key.Unit, one.Key.Person, Open: one.Count(), DueAt: one.Min(each => each.DueAt))).ToHashSet(),
            line.Holders.Select(holder => (holder.Unit, holder.Person, holder.Open, holder.DueAt)).ToHashSet());
        Assert.Equal((open.Count, open.Min(one => one.DueAt)), (line.OpenAssignments, line.NextDueAt));
    }

    [Fact]
    public async Task What_is_late_in_some_reports_is_told_the_longest_overdue_first()
    {
        var (first, second) = (Given.Plan("first"), Given.Plan("second"));
        foreach (var plan in new[] { first, second, Given.Plan("unasked") }) await Office.StartAsync(plan);

        var late = await Stored.Views.LateAsync(Given.Agency, Given.Chairman, [first.Id, second.Id], Given.Monday.AddDays(60), 10, Token);

        Assert.Equal(6, late.Count);
        Assert.Equal(late.Select(one => one.DueAt).Order(), late.Select(one => one.DueAt));
        Assert.Contains(late, one => one.Report == first.Id && one.Section == Given.Section(first.Id, "budget") && one.Heading == first.Find(one.Section ?? default)?.Heading && one.StageName.Vi == "Soạn thảo" && one.Assignee.Unit == Given.Finance);
        Assert.Empty(await Stored.Views.LateAsync(Given.Agency, Given.Chairman, [first.Id, second.Id], Given.Monday, 10, Token));
    }

    [Fact]
    public async Task The_trail_can_be_narrowed_to_a_person_and_a_kind_of_act()
    {
        await Office.StartAsync(Plan);
        await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead);
        await Office.ConsolidateAsync(Plan.Id, "budget");

        Assert.Equal(["submitted"], (await Stored.Views.TrailAsync(Plan.Id, new(By: Given.FinanceHead), new(), Token)).Rows.Select(entry => entry.What));
        Assert.Equal([Given.Consolidator, Given.FinanceHead], (await Stored.Views.TrailAsync(Plan.Id, new(What: "submitted"), new(), Token)).Rows.Select(entry => entry.By));
        Assert.Equal(0, (await Stored.Views.TrailAsync(Plan.Id, new(Given.Section(Plan.Id, "clinics"), Given.FinanceHead), new(), Token)).Total);
        var facets = await Stored.Views.TrailFacetsAsync(Plan.Id, new HashSet<SectionId>(), Token);
        Assert.Equal(["started", "submitted"], facets.Kinds.Order());
        Assert.Superset(new HashSet<PersonId> { Given.Consolidator, Given.FinanceHead }, facets.People.ToHashSet());
    }

    [Fact]
    public async Task What_moved_is_known_to_every_process()
    {
        await Office.StartAsync(Plan);
        await Office.StartAsync(Given.Plan("still"));
        await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead);

        var changes = await OpenAnother().Views.ChangesAsync(Office.Now, Token);

        Assert.Equal([(Plan.Id, Given.Agency, 2)], changes.Reports.Select(moved => (moved.Report, moved.Agency, moved.Count)));
        Assert.Empty(changes.People);
        Assert.Equal(2, (await OpenAnother().Views.ChangesAsync(Given.Monday, Token)).Reports.Count);
    }

    [Fact]
    public async Task A_reports_sections_stand_in_reading_order_against_their_stages()
    {
        await Office.StartAsync(Plan);
        await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead);
        await Office.ReturnAsync(Plan.Id, "budget", Given.Consolidator, "draft", "Thiếu số liệu");

        var sections = await OpenAnother().Views.SectionsAsync(Plan.Id, Token);

        Assert.Equal(Plan.Sections.Select(section => (section.Id, section.Level, section.Heading, section.IsLeaf)), sections.Select(line => (line.Id, line.Level, line.Heading, line.IsLeaf)));
        var budget = await Stored.Record.SectionAsync(Plan.Id, Budget, Token);
        Assert.Equal((new StageKey("draft"), 2, false, budget?.Open.First().OpenedAt, budget?.Open.First().DueAt, 1, 1), (sections[1].Stage, sections[1].Round, sections[1].IsCleared, sections[1].Since, sections[1].DueAt, sections[1].Version, sections[1].OpenThreads));
        Assert.Equal((null, 0), (sections[0].Stage, sections[0].Round));
        Assert.Empty(await Stored.Views.SectionsAsync(new(Guid.NewGuid()), Token));
    }

    [Fact]
    public async Task Open_assignments_are_those_that_the_rules_know()
    {
        await Office.StartAsync(Plan);
        await Office.SubmitAsync(Plan.Id, "clinics", Given.Health, Given.HealthHead);

        var open = await Stored.Views.AssignmentsAsync(Plan.Id, Token);

        var expected = new List<OpenAssignment>();
        foreach (var section in Plan.Leaves)
        {
            var circulation = await Stored.Record.SectionAsync(Plan.Id, section.Id, Token);
            expected.AddRange((circulation?.Open ?? []).Select(one => new OpenAssignment(one.Id, section.Id, one.Stage, one.Round, one.Assignee, one.OpenedAt, one.DueAt)));
        }

        Assert.Equal(expected.OrderBy(one => one.Id.Value), open.OrderBy(one => one.Id.Value));
    }

    [Fact]
    public async Task Versions_comments_and_the_trail_come_in_pages()
    {
        await Office.StartAsync(Plan);
        await Office.ClearAsync(Plan.Id);
        await Office.ReturnSectionsAsync(Plan.Id, Given.Chairman, "review", "budget", "clinics");

        var versions = await Stored.Views.VersionsAsync(Plan.Id, new(Budget, Given.Finance), new(), Token);
        var comments = await Stored.Views.CommentsAsync(Plan.Id, Budget, new(), Token);
        var trail = await Stored.Views.TrailAsync(Plan.Id, new(), new(1, 3), Token);
        var older = await Stored.Views.TrailAsync(Plan.Id, new(), new(2, 3), Token);
        var ofBudget = await Stored.Views.TrailAsync(Plan.Id, new(Budget), new(), Token);

        Assert.Equal([(1, Given.Sha256("Nội dung"))], versions.Rows.Select(row => (row.Number, row.Sha256)));
        Assert.Equal([Given.FinanceHead], versions.Rows[0].Hands);
        Assert.Equal([(CommentKind.Remark, Given.Chairman, "Số liệu chưa khớp")], comments.Rows.Select(row => (row.Kind, row.By, row.Text)));
        Assert.Empty((await Stored.Views.CommentsAsync(Plan.Id, null, new(), Token)).Rows);
        Assert.Equal(Enumerable.Range(0, 6).Select(place => trail.Total - place), trail.Rows.Concat(older.Rows).Select(entry => entry.Number));
        Assert.All(ofBudget.Rows, entry => Assert.Equal(Budget, entry.Section));
        Assert.Equal(["returned", "cleared", "approved", "submitted", "submitted"], ofBudget.Rows.Select(entry => entry.What));
    }

    [Fact]
    public async Task What_is_tallied_is_what_is_there()
    {
        await Office.StartAsync(Given.Plan("other"));
        await Office.StartAsync(Plan);
        await Office.ClearAsync(Plan.Id);
        await Office.ReturnSectionsAsync(Plan.Id, Given.Chairman, "draft", "clinics");
        await Office.WithdrawAsync(Plan.Id, "clinics", Given.HealthHead);
        await Office.ReassignAsync(Plan.Id, "clinics", Given.HealthHead, Given.HealthDrafter);

        await using var tables = await Stored.TablesAsync();
        var desks = await tables.Assignments.Where(row => row.ClosedAt == null).GroupBy(row => row.Desk).Select(desk => new { desk.Key, Count = desk.Count() }).ToListAsync(Token);
        var states = await tables.Reports.GroupBy(row => row.State).Select(state => new { state.Key, Count = state.Count() }).ToListAsync(Token);
        Assert.Equal(
            desks.Select(desk => (Tallies.Open(desk.Key), desk.Count)).Concat(states.Select(state => (Tallies.Reports(Given.Agency, state.Key), state.Count))).Order(),
            (await tables.Tallies.Where(row => row.Count != 0).ToListAsync(Token)).Select(row => (row.Key, row.Count)).Order());
    }

    [Fact]
    public async Task The_board_of_a_period_shows_the_reports_that_tell_of_it_and_of_no_other()
    {
        var (september, quarter, outOfTurn) = (Given.Plan("september") with { Period = new(PeriodKind.Month, 2026, 9) }, Given.Plan("quarter") with { Period = new(PeriodKind.Quarter, 2026, 3) }, Given.Plan("once"));
        foreach (var plan in (ReportPlan[])[september, quarter, outOfTurn]) await Office.StartAsync(plan);

        var board = await BoardAsync(new(Period: september.Period));

        var line = Assert.Single(board.Rows);
        Assert.Equal((september.Id, september.Period, 1), (line.Id, line.Period, board.Total));
        Assert.Equal([quarter.Id], Ids(await BoardAsync(new(Period: quarter.Period, Unit: Given.Finance))));
        Assert.Empty((await BoardAsync(new(Period: new(PeriodKind.Month, 2025, 9)))).Rows);
        Assert.Null((await BoardAsync(new())).Rows.Single(row => row.Id == outOfTurn.Id).Period);
        Assert.Equal(september.Period, (await Stored.Record.ReportAsync(september.Id, Token))?.Plan.Period);
    }

    [Fact]
    public async Task The_register_shows_the_newest_number_first()
    {
        foreach (var name in new[] { "one", "two", "three" })
        {
            var plan = Given.Plan(name);
            await Office.StartAsync(plan);
            await Office.ClearAsync(plan.Id);
            await Office.SignAsync(plan.Id);
            await Office.IssueAsync(plan.Id);
        }

        var register = await Stored.Views.RegisterAsync(Given.Agency, Given.Chairman, Given.Monday, 2026, new(1, 2), Token);

        Assert.Equal((3, 3, 2), (register.Total, register.Rows[0].Number, register.Rows[1].Number));
        Assert.Equal(("BC", "BC-UBND", "Chủ tịch", Given.Plan("three").Id), (register.Rows[0].Series, register.Rows[0].Symbol, register.Rows[0].Signer, register.Rows[0].Report));
        Assert.Equal(0, (await Stored.Views.RegisterAsync(Given.Agency, Given.Chairman, Given.Monday, 2025, new(), Token)).Total);
    }

    private static IEnumerable<ReportId> Ids(Page<ReportLine> board) => board.Rows.Select(row => row.Id);

    private Task<Page<WorkView>> WorkAsync(PersonId person, DateTimeOffset? at = null, Paging? paging = null) => Stored.Views.WorkAsync(Given.Agency, person, person, at ?? Given.Monday, paging ?? new(), Token);

    private Task<Page<ReportLine>> BoardAsync(BoardFilter filter, Paging? paging = null) => Stored.Views.BoardAsync(Given.Agency, filter, paging ?? new(), Token);
}

public sealed class LookingAroundInSqlite() : LookingAround(new SqliteDatabase());

public sealed class LookingAroundInPostgres(PostgresServer server) : LookingAround(new PostgresDatabase(server));
