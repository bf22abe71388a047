using Domain.People;
using Microsoft.AspNetCore.Identity;

namespace Storage.Accounts;

/// <summary>What somebody signs in with; who they are is the person's to say.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public PersonId Person { get; set; }
}
