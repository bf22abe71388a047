using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Domain;
using Domain.Calendar;
using Domain.People;
using Microsoft.Extensions.Localization;
using Web.Layout;
using Web.SigningIn;
using Workflows.Administering;
using Workflows.Recording;

namespace Web.Administering;

/// <summary>People from a list with a head line: looked at first, then added all or none.</summary>
public sealed class ImportPeople(PeopleHandler handler, AccountsOfPeople accounts, IRecord record, IStringLocalizer<Phrases> phrases)
{
    public const int MostPeople = 1000;

    /// <summary>In bytes; a thousand people fit well.</summary>
    public const int LargestFile = 512 * 1024;

    private static readonly string[][] Heads = [["name", "ho ten", "ho va ten"], ["email"], ["unit", "don vi"], ["role", "vai tro"], ["title", "chuc danh", "chuc vu"]];

    /// <param name="Refusal">Null where everybody may be added.</param>
    /// <param name="IsDone">Whether they were.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, Refusal? Refusal, bool IsDone = false);

    /// <summary>A line as it was written.</summary>
    public sealed record Row(int Line, string Name, string Email, string Unit, string Role, string Title);

    /// <summary>Whatever the file is: what is no text in UTF-8 shows as such in the preview.</summary>
    public static async Task<string> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);

        var bytes = new byte[Math.Min(file.Length, LargestFile + 1)];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, cancellationToken);

        return Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Replace("\0", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormC);
    }

    /// <param name="isSure">Whether to add them; else they are only looked at.</param>
    public async Task<Result> HandleAsync(Administrator by, string csv, bool isSure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(csv);

        if (await record.RosterAsync(by.Agency, cancellationToken) is not { } roster) return new([], SigningInRefusals.Inactive);
        if (Permissions.MayAdminister(by.Person, roster, by.IsGranted) is { } mayNot) return new([], mayNot);
        if (Encoding.UTF8.GetByteCount(csv) > LargestFile) return new([], ImportRefusals.TooMany);
        if (Parse(csv) is not { } rows) return new([], ImportRefusals.NoHeads);
        if (rows.Count == 0) return new([], ImportRefusals.Empty);
        if (rows.Count > MostPeople) return new(rows.Take(MostPeople).ToList(), ImportRefusals.TooMany);

        var (people, faults) = Read(rows, roster);
        faults.AddRange((await accounts.TakenAsync(people)).Select(line => new Fault(AccountRefusals.AddressTaken.Code, line, AccountRefusals.AddressTaken.Message)));

        // What the lines themselves get wrong is told together with what the rules say of them.
        var looked = Administration.Of(by.Person, roster, WorkingCalendar.Official).Then(administration => administration.AddPeople(people));
        if (looked.IsRefused) faults.AddRange(looked.Refusal.Faults.Where(fault => faults.All(known => known.Line != fault.Line)));
        if (faults.Count > 0) return new(rows, AdministrationRefusals.ImportFaults(faults));

        return isSure ? new(rows, (await handler.AddAsync(by, people, cancellationToken)).Refusal, IsDone: true) : new(rows, null);
    }

    private (List<(int Line, Person Person)> People, List<Fault> Faults) Read(IReadOnlyList<Row> rows, Roster roster)
    {
        var units = roster.Units.Where(unit => !unit.IsClosed).SelectMany(unit => (IEnumerable<(string Name, Unit Unit)>)[(Plain(unit.Name), unit), (Plain(unit.Abbreviation), unit)])
            .GroupBy(pair => pair.Name).ToDictionary(same => same.Key, same => same.First().Unit.Id);
        var roles = Enum.GetValues<Role>().SelectMany(role => (IEnumerable<(string Name, Role Role)>)[(Plain(role.ToString()), role), (Plain(phrases[$"Role.{role}"]), role)])
            .GroupBy(pair => pair.Name).ToDictionary(same => same.Key, same => same.First().Role);
        var (people, faults) = (new List<(int, Person)>(), new List<Fault>());

        foreach (var row in rows)
        {
            if (!units.TryGetValue(Plain(row.Unit), out var unit)) faults.Add(new("import-unit", row.Line, ImportRefusals.UnknownUnit(row.Unit)));
            else if (!roles.TryGetValue(Plain(row.Role), out var role)) faults.Add(new("import-role", row.Line, ImportRefusals.UnknownRole(row.Role)));
            else people.Add((row.Line, new() { Id = new(Guid.CreateVersion7()), Name = row.Name, Email = row.Email, Positions = [new(unit, role, row.Title)] }));
        }

        return (people, faults);
    }

    /// <summary>Null where the head line does not name the columns.</summary>
    private static List<Row>? Parse(string csv)
    {
        // Excel in Vietnamese separates by semicolons.
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            TrimOptions = TrimOptions.Trim,
            PrepareHeaderForMatch = head => Plain(head.Header),
            MissingFieldFound = null,
            BadDataFound = null,
        };
        using var reader = new CsvReader(new StringReader(csv), configuration);
        if (!reader.Read() || !reader.ReadHeader() || reader.HeaderRecord is not { } heads) return null;

        var places = Heads.Select(names => Array.FindIndex(heads, head => names.Contains(Plain(head)))).ToArray();
        if (places.Any(place => place < 0)) return null;

        var rows = new List<Row>();
        while (rows.Count <= MostPeople && reader.Read())
        {
            string Cell(int column) => reader.GetField(places[column]) ?? "";

            rows.Add(new(reader.Parser.RawRow, Cell(0), Cell(1), Cell(2), Cell(3), Cell(4)));
        }

        return rows;
    }

    private static string Plain(string text) => Unaccented.Of(text.Trim());
}

public static class ImportRefusals
{
    public static Refusal NoHeads { get; } = new(RefusalKind.Invalid, "import-heads",
        new("Dòng đầu phải ghi tên các cột: Họ tên, Email, Đơn vị, Vai trò, Chức danh.", "The first line must name the columns: name, email, unit, role, title."));

    public static Refusal Empty { get; } = new(RefusalKind.Invalid, "import-empty",
        new("Danh sách không có ai.", "There is nobody in the list."));

    public static Refusal TooMany { get; } = new(RefusalKind.Invalid, "import-too-many",
        new($"Mỗi lần nhập nhiều nhất {ImportPeople.MostPeople} người, tệp không quá {ImportPeople.LargestFile / 1024} KB. Hãy chia nhỏ danh sách.",
            $"At most {ImportPeople.MostPeople} people at once, in a file of at most {ImportPeople.LargestFile / 1024} KB. Split the list."));

    public static Words UnknownUnit(string unit) => new($"Không có đơn vị “{unit}”. Hãy ghi tên hoặc chữ viết tắt của đơn vị.", $"There is no unit “{unit}”. Write a unit's name or its abbreviation.");

    public static Words UnknownRole(string role) => new($"Không có vai trò “{role}”.", $"There is no role “{role}”.");
}
