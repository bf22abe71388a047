using Domain.Routes;

namespace Web.Layout;

/// <summary>What the forms of a page are called, so that a refusal finds back to the one that it answers.</summary>
public static class Forms
{
    public static string Of(Act act) => act switch
    {
        Act.Submit => "submit",
        Act.Approve => "approve",
        Act.Return => "return",
        Act.Withdraw => "withdraw",
        Act.Revise => "revise",
        Act.Amend => "amend",
        Act.Sign => "sign",
        Act.Issue => "issue",
        Act.Stop => "stop",
        Act.Reassign => "reassign",
        Act.Extend => "extend",
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };
}
