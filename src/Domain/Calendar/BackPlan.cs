namespace Domain.Calendar;

/// <summary>The stages of a report counted back from its due date.</summary>
/// <param name="StartOn">The latest working day on which the first stage may open, within working hours.</param>
/// <param name="StagesDueOn">For each stage, in order, the working day by whose end it must be done.</param>
/// <param name="ShortBy">By how many working days the plan should have started before the day it was made; 0 when it fits.</param>
public sealed record BackPlan(DateOnly StartOn, IReadOnlyList<DateOnly> StagesDueOn, int ShortBy)
{
    public bool Fits => ShortBy == 0;

    /// <param name="stages">The working days allowed to each stage, in order.</param>
    public static BackPlan From(WorkingCalendar calendar, DateOnly dueOn, IReadOnlyList<int> stages, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(stages);

        var startOn = calendar.AddWorkingDays(dueOn, -stages.Sum());
        var stagesDueOn = stages.Select((_, stage) => calendar.AddWorkingDays(dueOn, -stages.Skip(stage + 1).Sum()));
        var shortBy = calendar.WorkingDaysBetween(startOn, calendar.OnOrAfter(today));

        return new(startOn, [.. stagesDueOn], int.Max(shortBy, 0));
    }
}
