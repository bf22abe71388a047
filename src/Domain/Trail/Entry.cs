using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Domain.People;
using Domain.Reports;
using Domain.Routes;

namespace Domain.Trail;

/// <summary>One thing that happened to a report (Decree 30/2020/NĐ-CP, appendix VI, part I, III.5.a). Written once, never changed, chained to the one before.</summary>
public sealed record Entry
{
    public required ReportId Report { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>In whole milliseconds, so that every store gives back what it was given.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>A fact in the past tense: "submitted".</summary>
    public required string What { get; init; }

    public required PersonId By { get; init; }

    public PersonId? OnBehalfOf { get; init; }

    public SectionId? Section { get; init; }

    public UnitId? Unit { get; init; }

    public StageKey? Stage { get; init; }

    public int? Round { get; init; }

    public int? Version { get; init; }

    /// <summary>The SHA-256 of the text or file that it is about.</summary>
    public string? Sha256 { get; init; }

    public DecisionId? Decision { get; init; }

    /// <summary>What was said: a reason, a number, the words of a comment.</summary>
    public string? Note { get; init; }

    /// <summary>The hash of the entry before; of the first one, that of nothing.</summary>
    public required string Previous { get; init; }

    public required string Hash { get; init; }
}

/// <summary>The end of a report's trail: what the next entry is chained to.</summary>
public sealed record TrailHead(int Count, string Hash)
{
    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TrailHead Empty { get; } = new(0, Convert.ToHexStringLower(SHA256.HashData([])));

    public Entry Append(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);

        var chained = entry with { Number = Count + 1, At = WholeMilliseconds(entry.At), Previous = Hash, Hash = "" };

        return chained with { Hash = HashOf(chained) };
    }

    public static TrailHead EndingWith(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);

        return new(entry.Number, entry.Hash);
    }

    /// <summary>Whether the entry follows here and says what it said when it was written.</summary>
    public bool Continues(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);

        return entry.Number == Count + 1 && entry.Previous == Hash && entry.Hash == HashOf(entry with { Hash = "" });
    }

    private static string HashOf(Entry entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, Canonical))));

    private static DateTimeOffset WholeMilliseconds(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}
