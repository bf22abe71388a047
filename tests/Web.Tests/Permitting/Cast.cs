using System.Net;
using Domain.People;
using Microsoft.Extensions.DependencyInjection;
using Web.SigningIn;
using Workflows.Recording;

namespace Web.Tests.Permitting;

/// <summary>The whole product for one class, with everybody in it whom the matrix asks for.</summary>
public sealed class Cast : IAsyncLifetime
{
    public static readonly UnitId Culture = new(Given.Id("culture"));
    public static readonly PersonId OtherVice = new(Given.Id("other vice"));
    public static readonly PersonId CultureDrafter = new(Given.Id("culture-drafter"));
    public static readonly PersonId Delegate = new(Given.Id("delegate"));
    public static readonly PersonId PastDelegate = new(Given.Id("past delegate"));

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

    public Office Office { get; } = new();

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
        ];
        await Office.Services.GetRequiredService<IAgencies>().SaveAsync(
            new(
                roster.Agency,
                [.. roster.Units, new(Culture, "Phòng Văn hóa", "VH", null)],
                [.. roster.People, .. more],
                roster.Fields,
                [Delegated(Delegate, Given.Monday.AddDays(1)), Delegated(PastDelegate, Given.Monday)]),
            TestContext.Current.CancellationToken);

        await using var scope = Office.Services.CreateAsyncScope();
        foreach (var person in more) Assert.True((await scope.ServiceProvider.GetRequiredService<OpenAccount>().HandleAsync(person, Given.Password)).Succeeded);
    }

    /// <summary>The same person in a browser: with the cookie of the pages, and the token that their forms carry.</summary>
    public async Task<(HttpClient Client, string FormToken)> BrowserAsync(PersonId? person)
    {
        using var found = Office.CreateDefaultClient();
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = found.BaseAddress, Timeout = TimeSpan.FromMinutes(2) };
        if (person is not { } id) return (client, "");

        using var signedIn = await PostAsync(client, "/sign-in", new() { ["email"] = Given.EmailOf(id), ["password"] = Given.Password }, await TokenAsync(client, "/sign-in"));
        Assert.Equal(HttpStatusCode.Found, signedIn.StatusCode);

        return (client, await TokenAsync(client, "/me"));
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string address, Dictionary<string, string> fields, string token) =>
        client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]), TestContext.Current.CancellationToken);

    private static async Task<string> TokenAsync(HttpClient client, string address)
    {
        var page = await client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        return System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
    }

    public ValueTask DisposeAsync() => Office.DisposeAsync();

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
