namespace Domain.People;

/// <summary>Naming those who prepare things for a person (giúp việc): they set absences and prepare, and decide nothing.</summary>
public static class Assisting
{
    /// <summary>How many somebody may have.</summary>
    public const int Most = 10;

    public static Outcome<Person> Name(Person leader, PersonId assistant, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(leader);
        ArgumentNullException.ThrowIfNull(roster);

        if (leader.Id == assistant) return AssistingRefusals.Oneself;
        if (roster.Find(assistant) is not { IsActive: true }) return AdministrationRefusals.NoSuchPerson;
        if (leader.Assistants.Contains(assistant)) return leader;

        return leader.Assistants.Count < Most ? leader with { Assistants = [.. leader.Assistants, assistant] } : AssistingRefusals.TooMany;
    }

    public static Outcome<Person> LetGo(Person leader, PersonId assistant)
    {
        ArgumentNullException.ThrowIfNull(leader);

        return leader.Assistants.Contains(assistant) ? leader with { Assistants = [.. leader.Assistants.Where(one => one != assistant)] } : AssistingRefusals.NotOne;
    }
}

public static class AssistingRefusals
{
    public static Refusal Oneself { get; } = new(RefusalKind.Invalid, "assistant-oneself",
        new("Không thể cử chính mình làm người giúp việc. Hãy chọn người khác.", "Nobody assists themselves. Choose someone else."));

    public static Refusal TooMany { get; } = new(RefusalKind.Invalid, "assistants-too-many",
        new($"Mỗi người có nhiều nhất {Assisting.Most} người giúp việc. Hãy thôi cử bớt trước.", $"Nobody has more than {Assisting.Most} assistants. Let one go first."));

    public static Refusal NotOne { get; } = new(RefusalKind.NotFound, "no-such-assistant",
        new("Người này hiện không giúp việc. Hãy tải lại trang.", "They are no assistant at present. Load the page again."));
}
