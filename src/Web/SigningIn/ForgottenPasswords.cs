using System.Buffers.Text;
using System.Security.Cryptography;
using System.Threading.Channels;
using Domain;
using Domain.People;
using Domain.Trail;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using MimeKit;
using Storage.Accounts;
using Web.Hosting;

namespace Web.SigningIn;

/// <summary>
/// Sends the link by which somebody sets a new password to the address that they sign in with. The door only leaves the address here: whether
/// it is known can be told neither from the answer nor from how long it took.
/// </summary>
public sealed partial class ForgottenPasswords(
    SignInSettings settings, IServiceScopeFactory scopes, Invitations invitations, Rosters rosters, SecurityRecorder security, TimeProvider clock, ILogger<ForgottenPasswords> log) : BackgroundService
{
    /// <summary>How long a link that came by mail is good for.</summary>
    private static readonly TimeSpan Good = TimeSpan.FromHours(1);

    /// <summary>Who asks again so soon has the mail already, or will.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private readonly Channel<string> asked = Channel.CreateBounded<string>(new BoundedChannelOptions(200) { FullMode = BoundedChannelFullMode.DropWrite });

    public bool CanSend => settings is { Mail: not null, LocalPasswords: true };

    public void Ask(string address)
    {
        if (CanSend) asked.Writer.TryWrite(address);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Mail is not { } mail) return;

        await foreach (var address in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await AnswerAsync(mail, address, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Nobody waits for this loop, so nobody else would hear of it. The address is not told: it may be anybody's.
                LogFailure(log, exception);
            }
        }
    }

    private async Task AnswerAsync(MailSettings mail, string address, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByEmailAsync(address);
        await security.RecordAsync(SecurityKind.ResetAsked, account?.Person, SignInMeans.Link, account is null ? address : null);

        if (account is null || (await rosters.OfAsync(account.Person, cancellationToken))?.Find(account.Person) is not { IsActive: true } person) return;

        // A link of an administrator's own stays good, too.
        var at = clock.GetUtcNow();
        if (await invitations.ExpiryAsync(person.Id, cancellationToken) > at + Good - Pause) return;

        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await invitations.KeepAsync(person.Id, secret, at + Good, cancellationToken);
        await SendAsync(mail, person, new Uri(mail.PublicAddress, $"/welcome/{secret}"), cancellationToken);
    }

    private static async Task SendAsync(MailSettings mail, Person person, Uri link, CancellationToken cancellationToken)
    {
        using var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(mail.From));
        message.To.Add(new MailboxAddress(person.Name, person.Email));
        message.Subject = new Words("Đặt lại mật khẩu", "Set a new password").Vi;
        var words = Letter(person.Name, link);
        message.Body = new TextPart("plain") { Text = $"{words.Vi}\n\n—\n\n{words.En}\n" };

        using var client = new SmtpClient();
        await client.ConnectAsync(mail.Host, mail.Port, mail.Encryption switch
        {
            MailEncryption.None => SecureSocketOptions.None,
            MailEncryption.Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.StartTls,
        }, cancellationToken);
        if (mail.User is { } user) await client.AuthenticateAsync(user, mail.Password ?? "", cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    private static Words Letter(string name, Uri link) => new(
        $"Kính gửi {name},\n\nCó yêu cầu đặt lại mật khẩu cho tài khoản của ông/bà trong Soạn duyệt báo cáo. Để đặt mật khẩu mới, mời mở liên kết sau trong vòng một giờ:\n\n{link}\n\nLiên kết chỉ dùng được một lần. Nếu ông/bà không yêu cầu, xin bỏ qua thư này; mật khẩu hiện tại vẫn giữ nguyên.",
        $"Dear {name},\n\nSomebody asked for a new password for your account. To set one, open this link within an hour:\n\n{link}\n\nIt works once. If it was not you, ignore this letter; your password stays as it is.");

    [LoggerMessage(LogLevel.Error, "A link to set a password was not sent.")]
    private static partial void LogFailure(ILogger log, Exception exception);
}

public static class ForgottenForm
{
    public const string Path = "/forgotten";

    public static void MapForgottenForm(this IEndpointRouteBuilder routes) => routes.MapPost(Path, Ask).AllowAnonymous().RequireRateLimiting(Attempts.Policy);

    private static RedirectHttpResult Ask(IFormCollection form, ForgottenPasswords forgotten)
    {
        var address = new Layout.Typed(form).Text("email").Trim();
        if (address.Length is > 0 and <= PasswordCheck.LongestPassword) forgotten.Ask(address);

        return TypedResults.LocalRedirect($"{Path}?asked=true");
    }
}
