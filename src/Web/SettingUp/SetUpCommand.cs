using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Domain.Routes;
using Microsoft.AspNetCore.Identity;
using Web.SigningIn;
using Workflows.Recording;
using Workflows.Templates;
using Route = Domain.Routes.Route;

namespace Web.SettingUp;

/// <summary>Sets an agency up from a file: its people, the default route, and an account for everybody who has none.</summary>
public static class SetUpCommand
{
    /// <returns>The exit code: 1 where the file cannot be read.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string path, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);

        try
        {
            var file = AgencyFile.Read(await File.ReadAllTextAsync(path, cancellationToken));
            var roster = file.ToRoster(await services.GetRequiredService<IRecord>().RosterAsync(file.AgencyId, cancellationToken));
            await services.GetRequiredService<IAgencies>().SaveAsync(roster, cancellationToken);

            var templates = services.GetRequiredService<ITemplates>();
            var route = new RouteId(file.IdOf("route", "default"));
            if (await templates.RouteAsync(roster.Agency.Id, route, null, cancellationToken) is null) await templates.SaveAsync(roster.Agency.Id, Route.Default(route), cancellationToken);

            await output.WriteLineAsync($"{roster.Agency.Name}: {roster.People.Count()} people in {roster.Units.Count()} units.");
            foreach (var person in roster.People.Where(person => person.IsActive).OrderBy(person => person.Email, StringComparer.Ordinal))
            {
                await using var scope = services.CreateAsyncScope();
                var password = FirstPassword();
                var opened = await scope.ServiceProvider.GetRequiredService<OpenAccount>().HandleAsync(person, password);

                if (opened.Succeeded) await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {person.Email,-36} {password}  {person.Name}"));
                else if (!HasAccount(opened)) await errors.WriteLineAsync($"  {person.Email}: {string.Join(' ', opened.Errors.Select(error => error.Description))}");
            }

            return 0;
        }
        catch (Exception wrong) when (wrong is JsonException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"{path}: {wrong.Message}");

            return 1;
        }
    }

    /// <summary>Whether an account could not be opened because there is one.</summary>
    internal static bool HasAccount(IdentityResult opened) =>
        opened.Errors.Any(error => error.Code is nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail));

    // Sixteen letters and digits that nobody confuses: about 79 bits.
    private static string FirstPassword() => RandomNumberGenerator.GetString("abcdefghkmnpqrstuvwxyz23456789", 16);
}
