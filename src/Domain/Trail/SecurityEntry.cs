using Domain.People;

namespace Domain.Trail;

/// <summary>What the security trail tells of.</summary>
public enum SecurityKind
{
    SignedIn,
    SignInFailed,
    LockedOut,
    SignedOut,

    /// <summary>Somebody who was signed in could not show again that it is they: at a signature, for instance.</summary>
    ConfirmationFailed,
    PasswordChanged,

    /// <summary>By a link, from an administrator or by mail.</summary>
    PasswordReset,
    ResetAsked,
    Invited,
    SecondFactorAdded,
    SecondFactorRemoved,
    RecoveryCodesMade,
    PasskeyAdded,
    PasskeyRemoved,
    TokenMade,
    TokenRevoked,
    SessionRevoked,
    PermissionsChanged,
    /// <summary>By an assistant; it holds once its principal has confirmed it.</summary>
    DelegationPrepared,
    DelegationMade,
    DelegationEnded,
    AssistantNamed,
    AssistantLetGo,
}

/// <summary>By what somebody showed, or tried to show, who they are.</summary>
public enum SignInMeans
{
    Password,

    /// <summary>The code of an authenticator after the password.</summary>
    Code,
    RecoveryCode,
    Passkey,
    Link,

    /// <summary>The organisation's own sign-in.</summary>
    Entra,
}

/// <summary>A line of an agency's security trail. It holds no secret and no text of a report.</summary>
/// <param name="Person">Whom it concerns; null where the address that was tried is nobody's.</param>
public sealed record SecurityEntry(Guid Id, AgencyId Agency, SecurityKind Kind, DateTimeOffset At, PersonId? Person)
{
    /// <summary>Whose doing it was, where it was not the doing of whom it concerns.</summary>
    public PersonId? By { get; init; }

    public SignInMeans? Means { get; init; }

    /// <summary>The name that a token or a passkey was given, or what may be told of an unknown address.</summary>
    public string? Subject { get; init; }

    /// <summary>The address on the network that it came from.</summary>
    public string? Origin { get; init; }

    /// <summary>The browser and its system.</summary>
    public string? Device { get; init; }

    /// <summary>What the agency's trail says of it; null where it is no act of administration.</summary>
    public AgencyFact? Fact { get; init; }
}

/// <summary>That a fact of administration belongs into the security trail, too.</summary>
public sealed record SecurityConcern(SecurityKind Kind, PersonId Person);
