using System.Net;
using Domain.People;
using Domain.Routes;
using Microsoft.Extensions.DependencyInjection;
using Web.SigningIn;
using Workflows.Recording;

namespace Web.Tests.Permitting;

/// <summary>The whole product for one class, with everybody in it whom the matrix asks for.</summary>
public class Cast : IAsyncLifetime
{
    public static readonly UnitId Culture = new(Given.Id("culture"));
    public static readonly PersonId OtherVice = new(Given.Id("other vice"));
    public static readonly PersonId CultureDrafter = new(Given.Id("culture-drafter"));
    public static readonly PersonId Delegate = new(Given.Id("delegate"));
    public static readonly PersonId PastDelegate = new(Given.Id("past delegate"));
    public static readonly PersonId DelegateForSigning = new(Given.Id("delegate for signing"));
    public static readonly PersonId Assistant = new(Given.Id("assistant of the vice"));

    /// <summary>Every role that the table has a column for.</summary>
    public static IReadOnlyList<(string Name, PersonId? Person)> Roles { get; } =
    [
        ("anonymous", null),
        ("other agency", Given.Stranger),
        ("other unit", CultureDrafter),
        ("drafter", Given.FinanceDrafter),
        ("head", Given.FinanceHead),
        ("consolidator", Given.Consolidator),
        ("vice-chair elsewhere", OtherVice),
        ("vice-chair in charge", Given.Vice),
        ("chairman", Given.Chairman),
        ("clerk", Given.Clerk),
        ("administrator", Given.Administrator),
        ("delegate of the vice-chair in charge", Delegate),
        ("delegate whose time is over", PastDelegate),
    ];

    /// <summary>Roles without a column: no door may answer them otherwise than anybody else of their unit.</summary>
    public static IReadOnlyList<(string Name, PersonId? Person)> LikeOtherUnit { get; } =
    [
        ("assistant of the vice-chair in charge", Assistant),
        ("delegate of the vice-chair in charge for signing", DelegateForSigning),
    ];

    public virtual Office Office { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Office.InitializeAsync();

        var roster = Given.Roster();
        IReadOnlyList<Person> more =
        [
            Person(OtherVice, "Phó Khác", new(Given.Leadership, Role.ViceChair, "Phó Chủ tịch")),
            Person(CultureDrafter, "Chuyên viên Văn hóa", new(Culture, Role.Drafter, "Chuyên viên")),
            Person(Delegate, "Được ủy quyền", new(Culture, Role.Drafter, "Chuyên viên")),
            Person(PastDelegate, "Hết ủy quyền", new(Culture, Role.Drafter, "Chuyên viên")),
            Person(DelegateForSigning, "Được ủy quyền ký", new(Culture, Role.Drafter, "Chuyên viên")),
            Person(Assistant, "Giúp việc", new(Culture, Role.Drafter, "Chuyên viên")),
        ];
        await Office.Services.GetRequiredService<IAgencies>().SaveAsync(
            new(
                roster.Agency,
                [.. roster.Units, new(Culture, "Phòng Văn hóa", "VH", null)],
                [.. roster.People.Select(person => person.Id == Given.Vice ? person with { Assistants = [Assistant] } : person), .. more],
                roster.Fields,
                [Delegated(Delegate, Given.Monday.AddDays(1)), Delegated(PastDelegate, Given.Monday), Delegated(DelegateForSigning, Given.Monday.AddDays(1)) with { Kinds = [StageKind.Sign] }]),
            TestContext.Current.CancellationToken);

        await using var scope = Office.Services.CreateAsyncScope();
        foreach (var person in more) Assert.True((await scope.ServiceProvider.GetRequiredService<OpenAccount>().HandleAsync(person, Given.Password)).Succeeded);
    }

    /// <summary>The same person in a browser: with the cookie of the pages, and the token that their forms carry.</summary>
    public async Task<(HttpClient Client, string FormToken)> BrowserAsync(PersonId? person)
    {
        using var found = Office.CreateDefaultClient();
        var client = new HttpClient(new CookieJar()) { BaseAddress = found.BaseAddress, Timeout = TimeSpan.FromMinutes(2) };
        if (person is not { } id) return (client, "");

        await SignInAsync(client, Given.EmailOf(id));

        return (client, await TokenAsync(client, "/me"));
    }

    /// <summary>The same person at the API.</summary>
    public virtual Task<Caller> ApiAsync(PersonId person) => Office.AsAsync(person);

    protected virtual async Task SignInAsync(HttpClient client, string email)
    {
        ArgumentNullException.ThrowIfNull(client);

        using var form = new FormUrlEncodedContent([new("email", email), new("password", Given.Password), new("__RequestVerificationToken", await TokenAsync(client, "/sign-in"))]);
        using var signedIn = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Found, signedIn.StatusCode);
    }

    private static async Task<string> TokenAsync(HttpClient client, string address)
    {
        var page = await client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        return System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Office.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static Person Person(PersonId id, string name, Position position) => new() { Id = id, Name = name, Email = Given.EmailOf(id), Positions = [position] };

    private static Delegation Delegated(PersonId to, DateTimeOffset endsAt) => new()
    {
        Id = new(Given.Id($"delegation {to}")),
        From = Given.Vice,
        To = to,
        Capacity = Capacity.Authorised,
        Kinds = Delegation.AllKinds,
        StartsAt = Given.Monday.AddDays(-1),
        EndsAt = endsAt,
        Ground = "Đi công tác",
    };
}
