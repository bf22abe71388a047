using System.Security.Claims;
using Domain.People;

namespace Web.SigningIn;

/// <summary>Who somebody is, as their cookie or token says.</summary>
public static class Claims
{
    public const string Person = "person";

    public const string Agency = "agency";

    /// <summary>What the organisation's directory lets somebody do for as long as they are signed in.</summary>
    public const string Granted = "granted";

    extension(ClaimsPrincipal user)
    {
        /// <exception cref="InvalidOperationException">Nobody is signed in: the door let in whom it should not.</exception>
        public PersonId PersonId => new(user.Id(Person));

        public AgencyId AgencyId => new(user.Id(Agency));

        public bool IsGrantedAdministrator => user.HasClaim(Granted, nameof(Role.Administrator));

        private Guid Id(string claim) => Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : throw new InvalidOperationException($"The user has no claim {claim}.");
    }
}
