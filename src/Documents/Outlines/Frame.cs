using System.Globalization;
using System.Text.RegularExpressions;
using Documents.Model;

namespace Documents.Outlines;

/// <summary>What stands around the body of a report: the letterhead above it, the signature and the recipients below.</summary>
internal sealed partial record Frame
{
    /// <summary>How far down a report its type may stand.</summary>
    private const int LongestHead = 25;

    /// <summary>The named types of document of article 7 of Decree 30/2020/NĐ-CP.</summary>
    private static readonly IReadOnlyList<string> typeNames =
    [
        "Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Thông cáo", "Thông báo", "Hướng dẫn", "Chương trình", "Kế hoạch",
        "Phương án", "Đề án", "Dự án", "Báo cáo", "Biên bản", "Tờ trình", "Hợp đồng", "Công điện", "Bản ghi nhớ", "Bản thỏa thuận",
    ];

    public int? Number { get; private init; }
    public string? Symbol { get; private init; }
    public string? Place { get; private init; }
    public DateOnly? IssuedOn { get; private init; }
    public string? TypeName { get; private init; }
    public string? Abstract { get; private init; }
    public IReadOnlyList<string> Addressees { get; private init; } = [];
    public IReadOnlyList<string> SignatureLines { get; private init; } = [];
    public string? SignerName { get; private init; }
    public IReadOnlyList<string> Recipients { get; private init; } = [];
    public required IReadOnlyList<Passage> Body { get; init; }

    public static Frame Around(IReadOnlyList<Passage> passages)
    {
        var end = FirstOfFoot(passages);
        var (frame, start) = ReadHead(passages, end);
        var (signature, signer, recipients) = ReadFoot([.. passages.Skip(end)]);

        return frame with
        {
            Body = [.. passages.Skip(start).Take(end - start)],
            SignatureLines = signature,
            SignerName = signer,
            Recipients = recipients,
        };
    }

    private static (Frame Frame, int Start) ReadHead(IReadOnlyList<Passage> passages, int end)
    {
        var reach = Math.Min(LongestHead, end);
        var type = Enumerable.Range(0, reach).FirstOrDefault(i => TypeOf(passages[i]) is not null, -1);
        var lastOfHead = Enumerable.Range(0, reach).LastOrDefault(i => passages[i].PlainLines.Any(IsOfLetterhead), -1);
        var start = Math.Max(type, lastOfHead) + 1;
        var lines = passages.Take(start).SelectMany(passage => passage.PlainLines).ToList();

        var frame = new Frame { Body = [] };
        foreach (var line in lines)
        {
            if (frame.Symbol is null && NumberLine().Match(line) is { Success: true } number)
                frame = frame with { Number = NumberOf(number.Groups[1].Value), Symbol = number.Groups[2].Value };
            if (frame.Place is null && DateLine().Match(line) is { Success: true } date)
                frame = frame with { Place = date.Groups["place"].Value.Trim(), IssuedOn = DateOf(date) };
        }

        if (type < 0) return (frame, start);

        frame = frame with { TypeName = TypeOf(passages[type]) };

        // The type and the abstract may be two lines of one passage.
        var below = passages[type].Text.Split('\n', 2) is [_, var rest] ? rest.Trim() : null;
        if (below is null && start < end && start == type + 1 && !IsAddress(passages[start]) && NumberedTitle.Read(passages[start]) is null)
            below = passages[start++].Text;
        frame = frame with { Abstract = below is null ? null : Bare(below) };

        if (start < end && IsAddress(passages[start]))
        {
            var addressees = passages[start].Text.Split('\n').Select(Passage.PlainOf).ToList();
            addressees[0] = addressees[0][(addressees[0].IndexOf(':', StringComparison.Ordinal) + 1)..];
            for (start++; start < end && passages[start] is { Hashes: 0 } list && list.Text.StartsWith('-'); start++)
                addressees.AddRange(list.Text.Split('\n').Select(Passage.PlainOf));

            frame = frame with { Addressees = [.. addressees.Select(Entry).Where(line => line.Length > 0)] };
        }

        return (frame, start);
    }

    /// <summary>Where the body ends: at the recipients or at the signature, whichever comes first.</summary>
    private static int FirstOfFoot(IReadOnlyList<Passage> passages)
    {
        var recipients = LastWhere(passage => passage.PlainLines.Any(line => line.StartsWith("Nơi nhận", StringComparison.OrdinalIgnoreCase)));
        var signature = LastWhere(passage => passage.PlainLines.FirstOrDefault() is { } first && Capacity().IsMatch(first));

        return Math.Min(recipients, signature);

        int LastWhere(Func<Passage, bool> isFound)
        {
            for (var i = passages.Count - 1; i >= 0; i--)
                if (isFound(passages[i]))
                    return i;

            return passages.Count;
        }
    }

    private static (IReadOnlyList<string> Signature, string? Signer, IReadOnlyList<string> Recipients) ReadFoot(IReadOnlyList<Passage> foot)
    {
        var (signature, recipients) = (new List<string>(), new List<string>());
        string? signer = null;
        foreach (var line in foot.SelectMany(passage => passage.PlainLines))
            if (line is ['-' or '–' or '+', ' ', ..])
                recipients.Add(Entry(line));
            else if (Capacity().IsMatch(line) || !line.Any(char.IsLower) && line.Any(char.IsUpper))
                signature.Add(line);
            else if (line.Any(char.IsLetter) && line[0] != '(' && !line.StartsWith("Nơi nhận", StringComparison.OrdinalIgnoreCase))
                signer = line;

        return (signature, signer, recipients);
    }

    private static string? TypeOf(Passage passage)
    {
        var first = passage.PlainLines.FirstOrDefault();

        return typeNames.FirstOrDefault(name => name.InCapitals() == first || passage.IsProminent && string.Equals(name, first, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsAddress(Passage passage) => passage.Plain.StartsWith("Kính gửi", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfLetterhead(string line) => NumberLine().IsMatch(line) || DateLine().IsMatch(line) || Nation().IsMatch(line);

    /// <summary>A trích yếu on one line, without the marks of bold around it.</summary>
    private static string Bare(string text)
    {
        text = text.ReplaceLineEndings(" ").Trim();

        return text.StartsWith("**", StringComparison.Ordinal) && text.EndsWith("**", StringComparison.Ordinal) && text.Length > 4 ? text[2..^2].Trim() : text;
    }

    private static string Entry(string line) => line.Trim().TrimStart('-', '–', '+').TrimEnd(';', '.', ',').Trim();

    private static int? NumberOf(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? DateOf(Match match) =>
        DateOnly.TryParseExact(
            $"{match.Groups["day"].Value}/{match.Groups["month"].Value}/{match.Groups["year"].Value}", "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    [GeneratedRegex(@"^Số\s*:\s*(\d*)[\s.…]*/\s*([\p{Lu}\d][\p{L}\d&.-]*)")]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"^(?<place>\p{Lu}[^,]{1,60}),\s*ngày\s*(?<day>\d{0,2})[\s.…]*tháng\s*(?<month>\d{0,2})[\s.…]*năm\s*(?<year>\d{0,4})[\s.…]*$")]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^(CỘNG H(ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc)")]
    private static partial Regex Nation();

    /// <summary>II.7.b</summary>
    [GeneratedRegex(@"^(TM|KT|TL|TUQ|Q)\.\s*\p{Lu}{2}")]
    private static partial Regex Capacity();
}
