using Domain.People;
using Microsoft.Extensions.DependencyInjection;
using Web.SigningIn;

namespace Web.Tests;

/// <summary>Somebody of the test's own, whose account nobody else locks or changes.</summary>
internal static class Newcomer
{
    public static async Task<PersonId> ComeAsync(Office office)
    {
        var person = new Person { Id = new(Guid.NewGuid()), Name = "Người Mới", Email = "", Positions = [] };
        person = person with { Email = Given.EmailOf(person.Id) };
        var positions = new[] { new { unit = Given.Health.Value, role = "drafter", title = "Chuyên viên" } };
        (await (await office.AsAsync(Given.Administrator)).PutAsync($"/api/people/{person.Id.Value}", new { name = person.Name, email = person.Email, positions }, ("If-Match", "\"0\""))).Ok();

        await using var scope = office.Services.CreateAsyncScope();
        Assert.True((await scope.ServiceProvider.GetRequiredService<OpenAccount>().HandleAsync(person, Given.Password)).Succeeded);

        return person.Id;
    }
}
