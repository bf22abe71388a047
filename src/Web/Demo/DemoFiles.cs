using System.Text.Json;
using System.Text.Json.Serialization;
using Domain.Calendar;
using Domain.Routes;
using Web.SettingUp;

namespace Web.Demo;

/// <summary>The demo's agency, template and story as they lie in <c>Demo/data</c>; its README.md says what each file holds.</summary>
internal static class DemoFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Demo", "data");

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static AgencyFile Agency() => AgencyFile.Read(Text("agency.json"));

    public static TemplateFile Template() => Read<TemplateFile>("template.json");

    public static StoryFile Story() => Read<StoryFile>("story.json");

    public static string Text(string path) => File.ReadAllText(Path.Combine(Folder, path));

    private static T Read<T>(string name) =>
        JsonSerializer.Deserialize<T>(Text(name), Options) ?? throw new InvalidDataException($"The demo's {name} is empty.");
}

internal sealed record TemplateFile(
    string Key, string Name, string TypeName, string Abstract, string AbstractNotes,
    IReadOnlyList<string> Addressees, IReadOnlyList<string> Basis, IReadOnlyList<string> Recipients, IReadOnlyList<NodeOfFile> Outline);

internal sealed record NodeOfFile(
    string Key, Domain.Reports.OutlineLevel Level, string? Heading, string? Guidance, IReadOnlyList<string>? Units, string? Field, int? Days, IReadOnlyList<NodeOfFile>? Children);

internal sealed record StoryFile(ReportOfFile Report, RegisterOfFile Register, IReadOnlyList<DelegationOfFile> Delegations, IReadOnlyList<EventOfFile> Events);

internal sealed record ReportOfFile(string Abstract, ReportingPeriod Period, ReportingPeriod LastPeriod, string StartedBy, DateTimeOffset StartedAt, DateOnly DueOn);

internal sealed record RegisterOfFile(int Year, int StandsAt);

internal sealed record DelegationOfFile(string Key, string From, string To, DateOnly StartsOn, DateOnly EndsOn, IReadOnlyList<StageKind> Kinds, string Basis);

internal sealed record EventOfFile
{
    public required DateTimeOffset At { get; init; }

    public required string Act { get; init; }

    public required string By { get; init; }

    public string? Section { get; init; }

    public string? Unit { get; init; }

    public string? WrittenBy { get; init; }

    /// <summary>The file with the text.</summary>
    public string? Text { get; init; }

    /// <summary>What an answer says stands under the same name as a text's file.</summary>
    public string? Kind { get; init; }

    public string? Comment { get; init; }

    public string? Delegation { get; init; }

    public TargetOfFile? To { get; init; }

    /// <summary>Remarks of a return, or the names of the threads that are closed.</summary>
    public IReadOnlyList<JsonElement> Comments { get; init; } = [];

    public IReadOnlyList<string> Recipients { get; init; } = [];

    public DateOnly? IssuedOn { get; init; }
}

internal sealed record TargetOfFile(string Stage, IReadOnlyList<string>? Sections, IReadOnlyList<string>? Units);

internal sealed record RemarkOfFile(string Key, string? Section, string? Quote, string Text);
