using Domain.People;
using Microsoft.AspNetCore.Authorization;
using Workflows.Recording;

namespace Web.SigningIn;

/// <summary>Somebody who works in their agency today, whatever their cookie or token said when it was given.</summary>
public sealed class ActivePerson : IAuthorizationRequirement
{
    public static AuthorizationPolicy Policy { get; } = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new ActivePerson()).Build();
}

public sealed class ActivePersonHandler(IRecord record) : AuthorizationHandler<ActivePerson>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, ActivePerson requirement)
    {
        ArgumentNullException.ThrowIfNull(context);

        if (!context.User.HasClaim(claim => claim.Type == Claims.Person) || !context.User.HasClaim(claim => claim.Type == Claims.Agency)) return;

        var roster = await record.RosterAsync(context.User.AgencyId, (context.Resource as HttpContext)?.RequestAborted ?? CancellationToken.None);
        if (roster?.Find(context.User.PersonId) is { IsActive: true }) context.Succeed(requirement);
    }
}

/// <summary>Finds the agency that somebody works in.</summary>
public sealed class Rosters(IAgencies agencies, IRecord record)
{
    public async Task<Roster?> OfAsync(PersonId person, CancellationToken cancellationToken)
    {
        foreach (var agency in await agencies.AllAsync(cancellationToken))
        {
            if (await record.RosterAsync(agency.Id, cancellationToken) is { } roster && roster.Find(person) is not null) return roster;
        }

        return null;
    }
}
