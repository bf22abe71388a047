using System.Text;
using Domain;
using Domain.People;
using Domain.Routes;
using Workflows.Deciding;

namespace Workflows.Tests.Deciding;

/// <summary>
/// What each role is told of each act, wherever a section or a report stands: "yes", or the code of what is in the way; "-" where the act is no act on it. The expected table
/// stands in acts.csv beside this file; a row that it lacks fails the test. To change it: run the test, and take the rows from the file that the failure names, once you agree.
/// </summary>
public class EveryActInEveryState
{
    private const string Section = "both";

    private static readonly PersonId Reviewer = new(Given.Id("reviewer"));
    private static readonly PersonId Signer = new(Given.Id("signer"));
    private static readonly PersonId Assistant = new(Given.Id("assistant"));

    private static readonly (string Name, PersonId Person)[] Roles =
    [
        ("other unit", Given.JusticeHead),
        ("drafter", Given.FinanceDrafter),
        ("head", Given.FinanceHead),
        ("head of the other drafting unit", Given.HealthHead),
        ("consolidator", Given.Consolidator),
        ("vice-chair elsewhere", Given.ViceEconomy),
        ("vice-chair in charge", Given.ViceSociety),
        ("delegate of the vice-chair in charge for reviewing", Reviewer),
        ("assistant of the vice-chair in charge", Assistant),
        ("chairman", Given.Chairman),
        ("delegate of the chairman for signing", Signer),
        ("clerk", Given.Clerk),
        ("administrator", Given.Administrator),
    ];

    private static readonly Act[] Acts = [Act.Submit, Act.Approve, Act.Return, Act.Withdraw, Act.Revise, Act.Amend, Act.Reassign, Act.Extend, Act.Sign, Act.Issue, Act.Stop];

    private static readonly string Columns = $"state,role,{string.Join(',', Acts)},Restrict,Recall";

    private World world = new(Given.Plan(), Everybody());
    private readonly List<string> rows = [];

    [Fact]
    public void Is_answered_to_every_role_as_the_table_says()
    {
        At("section at draft");
        OfTheReport("report waits for its sections");

        Done(world.Submit(Section, Given.Finance, Given.FinanceHead, Given.FinanceDrafter));
        At("section at draft, given by the unit");
        Done(world.Submit(Section, Given.Health, Given.HealthHead));
        At("section at consolidate");
        Done(world.SubmitText(Section, Given.Consolidator));
        At("section at review");

        Done(world.Return(Section, Given.ViceSociety, "draft", "Bổ sung số liệu", Given.Finance));
        At("section at draft, returned");
        Done(world.Answer(Section, world[Section].Threads[0].Id, Given.FinanceHead));
        Done(world.Submit(Section, Given.Finance, Given.FinanceHead));
        Done(world.SubmitText(Section, Given.Consolidator));
        Done(world.Approve(Section, Given.ViceSociety));
        At("section cleared");

        Clear("budget", Given.Finance, Given.FinanceHead, Given.ViceEconomy);
        Clear("clinics", Given.Health, Given.HealthHead, Given.ViceSociety);
        At("section cleared, report at sign");
        OfTheReport("report at sign");
        Done(world.Sign(Given.Chairman));
        At("section cleared, report signed");
        OfTheReport("report at issue");
        Done(world.Issue(Given.Clerk));
        At("section cleared, report issued");
        OfTheReport("report issued");

        world = new(Given.Plan(), Everybody());
        Clear("budget", Given.Finance, Given.FinanceHead, Given.ViceEconomy);
        Done(world.Submit(Section, Given.Finance, Given.FinanceHead, Given.FinanceDrafter));
        Done(world.Stop(Given.Consolidator));
        At("section at draft; report stopped");
        At("section cleared; report stopped", "budget");
        OfTheReport("report stopped");

        AssertAsTheTable();
    }

    private void At(string state, string name = Section)
    {
        var (report, section) = (world.Report, world[name]);

        foreach (var (role, person) in Roles)
        {
            var offers = Offers.OnSection(report, section, person, world.Roster, world.Now);

            Add(state, role, person, section, act => offers.FirstOrDefault(offer => offer.Act == act && (offer.Unit is null || offer.Unit == Given.Finance)));
        }
    }

    private void OfTheReport(string state)
    {
        foreach (var (role, person) in Roles)
        {
            var offers = Offers.OnReport(world.Report, person, world.Roster, world.Now);

            Add(state, role, person, world.Report.Own, act => offers.FirstOrDefault(offer => offer.Act == act));
        }
    }

    private void Add(string state, string role, PersonId person, Circulation circulation, Func<Act, Offer?> offered)
    {
        var open = circulation.Open.FirstOrDefault()?.Id ?? new(Given.Id("nothing is open"));
        var cells = Acts.Select(act => act switch
        {
            Act.Reassign => Told(circulation.MayReassign(person, open, world.Roster, world.Now)),
            Act.Extend => Told(circulation.MayExtend(person, open, world.Roster)),
            _ => offered(act) is { } offer ? Told(offer.Refusal) : "-",
        });

        rows.Add($"{state.Replace(",", ";", StringComparison.Ordinal)},{role},{string.Join(',', cells)},{Told(world.Report.MayRestrict(person, world.Roster))},{Told(world.Report.MayRecall(person, world.Roster))}");
    }

    private static string Told(Refusal? refusal) => refusal?.Code ?? "yes";

    private void AssertAsTheTable()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Deciding");
        var received = Path.Combine(folder, "acts.received.csv");
        Directory.CreateDirectory(folder);
        File.WriteAllLines(received, [Columns, .. rows], new UTF8Encoding(false));

        var expected = File.ReadAllLines(Path.Combine(folder, "acts.csv"));
        Assert.Equal(Columns, expected[0]);

        var faults = rows.Except(expected).Select(row => $"is answered:  {row}").Concat(expected.Skip(1).Except(rows).Select(row => $"is expected:  {row}")).ToList();
        Assert.True(faults.Count == 0, $"Acts are not answered as acts.csv says; all rows are in {received}.\n{string.Join('\n', faults)}");
    }

    private void Clear(string section, UnitId unit, PersonId head, PersonId vice)
    {
        Done(world.Submit(section, unit, head));
        Done(world.SubmitText(section, Given.Consolidator));
        Done(world.Approve(section, vice));
    }

    private static void Done(Refusal? refusal) => Assert.Null(refusal);

    private static Roster Everybody()
    {
        var roster = Given.Roster(
            Given.Delegated(Given.ViceSociety, Reviewer) with { Kinds = [StageKind.Review] },
            Given.Delegated(Given.Chairman, Signer) with { Kinds = [StageKind.Sign] });
        var more = ((PersonId[])[Reviewer, Signer, Assistant]).Select(id => new Person { Id = id, Name = "Thêm", Email = $"{id.Value:N}@thu.vn", Positions = [new(Given.Justice, Role.Drafter, "Chuyên viên")] });

        return new(
            roster.Agency,
            roster.Units,
            [.. roster.People.Select(person => person.Id == Given.ViceSociety ? person with { Assistants = [Assistant] } : person), .. more],
            roster.Fields,
            roster.Delegations);
    }
}
