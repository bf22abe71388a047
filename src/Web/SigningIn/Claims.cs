using System.Security.Claims;
using Domain.People;
using Storage.Accounts;

namespace Web.SigningIn;

/// <summary>Who somebody is, as their cookie or token says.</summary>
public static class Claims
{
    public const string Person = "person";

    public const string Agency = "agency";

    /// <summary>What the organisation's directory lets somebody do for as long as they are signed in.</summary>
    public const string Granted = "granted";

    /// <summary>The session that can be ended before the cookie or the token does.</summary>
    public const string Session = "session";

    /// <summary>What the token that somebody came with is good for.</summary>
    public const string Scope = "scope";

    extension(ClaimsPrincipal user)
    {
        /// <exception cref="InvalidOperationException">Nobody is signed in: the door let in whom it should not.</exception>
        public PersonId PersonId => new(user.Id(Person));

        public AgencyId AgencyId => new(user.Id(Agency));

        public bool IsGrantedAdministrator => user.HasClaim(Granted, nameof(Role.Administrator));

        /// <summary>Null where they came with a token of their own, or of the directory.</summary>
        public Guid? SessionId => Guid.TryParse(user.FindFirstValue(Session), out var id) ? id : null;

        /// <summary>Null where they came with no token of their own.</summary>
        public AccessScope? TokenScope => Enum.TryParse<AccessScope>(user.FindFirstValue(Scope), out var scope) ? scope : null;

        private Guid Id(string claim) => Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : throw new InvalidOperationException($"The user has no claim {claim}.");
    }
}
