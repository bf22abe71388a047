using System.Globalization;
using System.Text;
using Domain;
using Domain.Calendar;
using Domain.Reports;
using Microsoft.Extensions.Primitives;

namespace Web.Layout;

/// <summary>What somebody typed into a form. What only the page itself writes there is read strictly: anything else did not come from the page.</summary>
public sealed class Typed(IFormCollection form)
{
    public static Typed Nothing { get; } = new(FormCollection.Empty);

    /// <summary>Composed as Vietnamese is searched and compared, with the line ends that texts are kept with.</summary>
    public string Text(string name) => Clean(form[name].ToString());

    public string? Optional(string name) => Text(name) is var text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>The words that somebody quoted, with what the page knows of what stands around them.</summary>
    /// <param name="suffix">What the names of the fields end with.</param>
    public Anchor? Quote(string suffix) => Optional($"quote{suffix}") is { } quote ? new(quote, Text($"prefix{suffix}"), Text($"suffix{suffix}")) : null;

    public Guid Id(string name) => Guid.TryParse(form[name], out var id) ? id : throw NotOurs(name);

    public Guid? OptionalId(string name) => StringValues.IsNullOrEmpty(form[name]) || form[name] == "" ? null : Id(name);

    public IReadOnlyList<Guid> Ids(string name) => [.. form[name].Select(value => Guid.TryParse(value, out var id) ? id : throw NotOurs(name))];

    public IReadOnlyList<string> All(string name) => [.. form[name].Select(value => Clean(value ?? ""))];

    public int Number(string name) => int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw NotOurs(name);

    /// <summary>Null where it is no date, or none was given.</summary>
    public DateOnly? Day(string name) => VietnameseDates.Read(form[name]);

    /// <summary>What is wrong where one of these fields holds something that is no date; null where each holds one, or nothing.</summary>
    public Refusal? NoDay(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (FormRefusals.NoDayIn(Optional(name)) is { } refusal) return refusal;
        }

        return null;
    }

    public bool Has(string name, string value) => form[name].Contains(value);

    /// <summary>What was written by hand: every text that is not the page's own.</summary>
    public IReadOnlyDictionary<string, string> Written =>
        form.Keys.Where(name => name.StartsWith("text", StringComparison.Ordinal) && Optional(name) is not null).ToDictionary(name => name, Text);

    private static string Clean(string text) => text.Contains('\0') ? throw NotOurs("text") : text.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);

    public static BadHttpRequestException NotOurs(string name) => new($"The form's {name} cannot be read.");
}

/// <summary>A form that was refused, on its way back to the page with all that was typed into it.</summary>
/// <param name="Form">The name of the form on its page.</param>
public sealed record Attempt(string Form, Refusal Refusal, Typed Typed);

public static class FormRefusals
{
    /// <summary>Null where it is a day, or nothing.</summary>
    public static Refusal? NoDayIn(string? text) => string.IsNullOrWhiteSpace(text) || VietnameseDates.Read(text) is not null ? null : NoDay(text);

    private static Refusal NoDay(string text) => new(RefusalKind.Invalid, "no-day",
        new($"“{text}” không phải là ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/9/2026.", $"“{text}” is no date. Write day/month/year, as 05/9/2026."));
}
