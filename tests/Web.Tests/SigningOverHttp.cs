using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Web.SigningIn;

namespace Web.Tests;

/// <summary>A token alone signs nothing: whoever signs shows again who they are.</summary>
public sealed class SigningOverHttp(Office office)
{
    [Fact]
    public async Task Whoever_found_a_token_cannot_sign_with_it()
    {
        var report = await (await RunningReport.StartAsync(office)).ToSignAsync();
        var chairman = await office.AsAsync(Given.Chairman);
        var secret = (await chairman.PostAsync("/api/me/access-tokens", new { name = "Ký hộ", scope = "act", days = 1 })).Ok().GetProperty("secret").GetString() ?? "";
        var program = office.WithToken(secret);

        foreach (var caller in (Caller[])[chairman, program])
        {
            (await SignAsync(caller, report, null)).Refused(HttpStatusCode.Forbidden, "confirmation-needed");
            (await SignAsync(caller, report, "không phải mật khẩu")).Refused(HttpStatusCode.Forbidden, "wrong-password");
        }

        (await SignAsync(program, report, Given.Password)).Ok();
    }

    [Fact]
    public async Task Where_there_is_a_second_factor_the_password_alone_signs_nothing_and_guessing_codes_locks_the_account()
    {
        await using var own = new Office();
        await own.InitializeAsync();
        var (first, second) = (await (await RunningReport.StartAsync(own)).ToSignAsync(), await (await RunningReport.StartAsync(own)).ToSignAsync());
        var chairman = await own.AsAsync(Given.Chairman);
        var codes = await AddSecondFactorAsync(own);

        (await SignAsync(chairman, first, Given.Password)).Refused(HttpStatusCode.Forbidden, "second-factor-wrong");
        (await SignAsync(chairman, first, Given.Password, "000000")).Refused(HttpStatusCode.Forbidden, "second-factor-wrong");
        (await SignAsync(chairman, first, Given.Password, codes[0])).Ok();

        for (var attempt = 0; attempt < 5; attempt++) await SignAsync(chairman, second, Given.Password, codes[0]);
        (await SignAsync(chairman, second, Given.Password, codes[1])).Refused(HttpStatusCode.Forbidden, "wrong-password");
    }

    [Fact]
    public async Task A_report_that_somebody_may_not_see_is_not_there_for_signing_either()
    {
        var report = await RunningReport.StartAsync(office);

        (await SignAsync(await office.AsAsync(Given.Stranger), report, null)).Refused(HttpStatusCode.NotFound, "no-such-report");
    }

    private static Task<Answer> SignAsync(Caller caller, RunningReport report, string? password, string? code = null) =>
        caller.PostAsync($"{report.Address}/signatures", new { id = Guid.NewGuid(), version = 1, password, code });

    private static async Task<IReadOnlyList<string>> AddSecondFactorAsync(Office own)
    {
        await using var scope = own.Services.CreateAsyncScope();
        var second = scope.ServiceProvider.GetRequiredService<SecondFactor>();
        var account = await scope.ServiceProvider.GetRequiredService<AccountsOfPeople>().FindAsync(Given.Chairman) ?? throw new InvalidOperationException("No account.");

        await second.BeginAsync(account);

        return await second.AddAsync(account, AuthenticatorApp.CodeOf((await second.ShowAsync(account))?.Key ?? "")) ?? throw new InvalidOperationException("The code was not taken.");
    }
}
