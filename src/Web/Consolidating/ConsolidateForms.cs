using System.Globalization;
using System.Security.Claims;
using Documents.Consolidating;
using Domain;
using Domain.Reports;
using Web.Layout;
using Web.SigningIn;
using Workflows.Consolidating;
using Workflows.Deciding;
using Workflows.Drafting;
using Workflows.Recording;
using Workflows.Submitting;

namespace Web.Consolidating;

/// <summary>The Office's desk is one form: whatever is pressed, the paragraph that is open is saved with it.</summary>
public static class ConsolidateForms
{
    public const string Form = "consolidate";

    /// <summary>The value of the edited paragraph's place that stands for a new one.</summary>
    public const string New = "new";

    public static void MapConsolidateForm(this IEndpointRouteBuilder routes) => routes.MapPost("/consolidate", ConsolidateAsync);

    private static async Task<IResult> ConsolidateAsync(
        Guid report, Guid section, IFormCollection form, ClaimsPrincipal user, IRecord record, Sources sources, Texts texts,
        SaveWorkingCopyHandler save, ReviseSectionHandler revise, SubmitSectionHandler submit, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var pressed = Press.Of(typed.Text("act"));
        if (await record.SectionAsync(new(report), new(section), cancellationToken) is not { } circulation) return Refused(DeskRefusals.NoSuchSection);

        var copy = await sources.WorkingCopyAsync(circulation, cancellationToken);
        var onRevision = typed.Number("revision");
        if (copy.Revision != onRevision) return Refused(WorkingCopyRefusals.ChangedMeanwhile(copy.Revision));

        var sheet = Sheet.Of(copy.Text, typed, pressed);
        switch (pressed.Act)
        {
            case "take" or "replace" when pressed is { Unit: { } unit }:
                if (await record.VersionAsync(circulation.Report, new(circulation.Section, new(unit)), pressed.Version, cancellationToken) is not { } version) return Refused(ConsolidatingRefusals.NoSuchParagraph);

                var given = SectionText.Read(await texts.ReadAsync(version.Sha256, cancellationToken));
                if (!sheet.Put(given, pressed)) return Refused(ConsolidatingRefusals.NoSuchParagraph);
                break;
            case "join":
                sheet.Begin(sources.Joined(await sources.OfAsync(circulation, cancellationToken)));
                break;
            case "merge":
                if (await sources.EarlierAsync(circulation, cancellationToken) is not { } earlier) return Refused(ConsolidatingRefusals.NothingEarlier);

                sheet.Begin(sources.Merged(earlier, await sources.OfAsync(circulation, cancellationToken)));
                break;
            default:
                if (!sheet.Apply(pressed)) return Refused(ConsolidatingRefusals.NoSuchParagraph);
                break;
        }

        var revision = onRevision;
        if (sheet.Text is { } changed && changed != copy.Text)
        {
            var saved = await save.HandleAsync(new(user.PersonId, circulation.Report, new(section), null, changed, onRevision), cancellationToken);
            if (saved.IsRefused) return Refused(saved.Refusal);

            (revision, copy) = (saved.Value.Revision, saved.Value);
        }

        return pressed.Act switch
        {
            "revise" => await ReviseAsync() is { } refusal ? Refused(refusal) : Done("revise", Addresses.OfConsolidating(report, section)),
            "submit" => await SubmitAsync() is { } refusal ? Refused(refusal) : Done("submit", Addresses.Of(report, section)),
            _ => TypedResults.LocalRedirect($"{Addresses.OfConsolidating(report, section)}{sheet.Query}"),
        };

        async Task<Refusal?> ReviseAsync() =>
            (await revise.HandleAsync(new(new(typed.Id("decision")), user.PersonId, new(report), new(section), typed.Number("version"), revision), cancellationToken)).Refusal;

        async Task<Refusal?> SubmitAsync()
        {
            // Sent twice, the second one finds its text made a version already.
            var number = circulation.Text?.Number ?? 0;
            if (circulation.Text is { } text && await texts.ReadAsync(text.Sha256, cancellationToken) != copy.Text)
            {
                if (await ReviseAsync() is { } refusal) return refusal;
                number = typed.Number("version") + 1;
            }

            return (await submit.HandleAsync(new(new(typed.Id("submission")), user.PersonId, new(report), new(section), number), cancellationToken)).Refusal;
        }

        IResult Refused(Refusal refusal) => FormAnswers.Refused<ConsolidatePage>(
            new() { [nameof(ConsolidatePage.Report)] = report, [nameof(ConsolidatePage.Section)] = section }, Form, typed, refusal);

        static IResult Done(string form, string address) => TypedResults.LocalRedirect(FormAnswers.Done(address, form));
    }

    /// <summary>A button of the desk: what it does, and to which paragraph.</summary>
    /// <param name="Part">The paragraph, of the contribution where a unit is named; -1 for all of it.</param>
    /// <param name="Over">The paragraph of the section's text whose place it takes.</param>
    private sealed record Press(string Act, Guid? Unit, int Version, int Part, int Over)
    {
        public static Press Of(string value)
        {
            var words = value.Split(':');

            return words is [("take" or "replace") and var act, var unit, .. var rest] && Guid.TryParse(unit, out var id)
                ? new(act, id, Number(rest, 0), Number(rest, 1), Number(rest, 2))
                : new(words[0], null, 0, Number(words, 1), 0);
        }

        private static int Number(string[] words, int place) =>
            place < words.Length && int.TryParse(words[place], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }

    /// <summary>The section's text while a button acts on it. Buttons name paragraphs as the page showed them; the one that was open may have become several, or none.</summary>
    private sealed class Sheet
    {
        private readonly string original;
        private readonly int shown;
        private readonly int edited = int.MaxValue;
        private readonly int grown;
        private SectionText text;
        private string? begun;
        private bool isChanged;
        private readonly int place;
        private readonly int? now;

        private Sheet(string copy, Typed typed, Press press)
        {
            original = copy;
            text = SectionText.Read(copy);
            shown = text.Parts.Count;
            place = typed.Optional("place") is null ? shown : Math.Min(typed.Number("place"), shown);

            if (typed.Optional("edit") is not { } open) return;

            var written = typed.Text("text");
            if (open == New)
            {
                var added = SectionText.Read(written);
                edited = place - 1;
                grown = added.Parts.Count;
                if (grown == 0) return;

                (text, now, isChanged) = (text.With(place, added, Enumerable.Range(0, grown)), place, true);
                place += grown;
            }
            else if (typed.Number("edit") is var part && part < shown && (press.Act != "remove" || press.Part != part))
            {
                edited = part;
                now = part;
                if (written.Trim('\n') == text.Editable(part)) return;

                (text, isChanged) = (text.Replaced(part, written), true);
                grown = text.Parts.Count - shown;
                if (place > part) place += grown;
            }
        }

        /// <summary>Null where nothing was done to it: then it stays as it is to the letter.</summary>
        public string? Text => begun ?? (isChanged ? text.Write() : original);

        /// <summary>Where the page goes on.</summary>
        public string Query { get; private set; } = "";

        public static Sheet Of(string copy, Typed typed, Press press) => new(copy, typed, press);

        public void Begin(string whole) => begun = whole;

        public bool Put(SectionText given, Press press)
        {
            if (press.Part >= given.Parts.Count || (press.Act == "replace" && press.Over is < 0 || press.Over >= shown)) return false;

            if (press.Act == "replace")
            {
                var over = Placed(press.Over);
                text = text.Without(over).With(over, given, [press.Part]);
                Go(over, place);
            }
            else
            {
                IReadOnlyList<int> taken = press.Part < 0 ? [.. Enumerable.Range(0, given.Parts.Count)] : [press.Part];
                text = text.With(place, given, taken);
                Go(place, place + taken.Count);
            }

            isChanged = true;

            return true;
        }

        public bool Apply(Press press)
        {
            var part = Placed(press.Part);
            switch (press.Act)
            {
                case "up" or "down" when part >= 0 && part < text.Parts.Count:
                    var by = press.Act == "up" ? -1 : 1;
                    (text, isChanged) = (text.Moved(part, by), true);
                    Go(Math.Clamp(part + by, 0, text.Parts.Count - 1), place);
                    break;
                case "remove" when part >= 0 && part < text.Parts.Count:
                    (text, isChanged) = (text.Without(part), true);
                    Go(Math.Min(part, text.Parts.Count - 1), place > part ? place - 1 : place);
                    break;
                case "clear":
                    begun = "";
                    break;
                case "edit" when part >= 0 && part < text.Parts.Count:
                    Query = $"?edit={part}&at={place}#p-{part}";
                    break;
                case "add":
                    Query = $"?edit={New}&at={place}#p-{New}";
                    break;
                case "save" or "revise" or "submit":
                    Go(now, place);
                    break;
                default:
                    return false;
            }

            return true;
        }

        private int Placed(int part) => part > edited ? part + grown : part;

        private void Go(int? part, int at) => Query = part is { } shownNow && shownNow >= 0 ? $"?now={shownNow}&at={at}#p-{shownNow}" : $"?at={at}";
    }
}

public static class ConsolidatingRefusals
{
    public static Refusal NoSuchParagraph { get; } = new(RefusalKind.Invalid, "no-such-paragraph",
        new("Không còn đoạn này. Hãy chọn lại trên trang.", "There is no such paragraph any more. Choose again on the page."));

    public static Refusal NothingEarlier { get; } = new(RefusalKind.Invalid, "nothing-earlier",
        new("Không có bản đã biên tập nào cần đưa lại.", "There is no earlier editing to bring back."));
}
