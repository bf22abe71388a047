namespace Domain.Reports;

/// <summary>Everything that the finished report says, in order, before a typesetter gives it the law's layout.</summary>
public sealed record Manuscript
{
    public required Letterhead Letterhead { get; init; }

    /// <summary>The type's name as it is written in a sentence: "Báo cáo". The layout puts it in capitals.</summary>
    public required string TypeName { get; init; }

    /// <summary>Trích yếu: inline Markdown, since it may carry a footnote. One line.</summary>
    public required string Abstract { get; init; }

    /// <summary>The Markdown that defines the footnotes of the abstract; empty where it has none.</summary>
    public string AbstractNotes { get; init; } = "";

    /// <summary>Kính gửi; empty where the report does not go to a higher body (appendix I, II.9.b).</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Căn cứ, without the closing ";" or "."; inline Markdown.</summary>
    public IReadOnlyList<string> Basis { get; init; } = [];

    /// <summary>The outline in reading order, inner nodes with no text of their own among them.</summary>
    public required IReadOnlyList<ManuscriptSection> Sections { get; init; }

    public required SignatureBlock Signature { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The pictures that the texts refer to as <c>image:SHA-256</c>, by that hash in lower-case hexadecimals.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Images { get; init; } = new Dictionary<string, ReadOnlyMemory<byte>>();
}

/// <summary>What stands at the head of the first page.</summary>
public sealed record Letterhead
{
    /// <summary>The superior agency's lines; empty for a People's Committee, which has none.</summary>
    public IReadOnlyList<string> Superior { get; init; } = [];

    /// <summary>The issuing agency's name, broken into lines as the agency wants it: "Ủy ban nhân dân" / "Huyện Tân Hòa". The layout puts it in capitals.</summary>
    public required IReadOnlyList<string> Agency { get; init; }

    /// <summary>The number in the register; null until the report is issued: the place stays blank.</summary>
    public int? Number { get; init; }

    /// <summary>"BC-UBND".</summary>
    public required string Symbol { get; init; }

    /// <summary>Địa danh: "Vĩnh Thạnh".</summary>
    public required string Place { get; init; }

    /// <summary>The month that the report is dated in.</summary>
    public required int Month { get; init; }

    public required int Year { get; init; }

    /// <summary>The day of issue; null until the report is issued: the place stays blank.</summary>
    public int? Day { get; init; }
}

/// <summary>One node of the outline with its text.</summary>
/// <param name="Heading">Inline Markdown without a number; null at <see cref="OutlineLevel.Plain"/>.</param>
/// <param name="Text">Markdown; empty for a node that only holds others. Its own headings lie below <paramref name="Level"/>.</param>
public sealed record ManuscriptSection(OutlineLevel Level, string? Heading, string Text)
{
    /// <summary>What stands where a reader may not read: inline Markdown.</summary>
    public const string WithheldMark = @"\[Phần này được hạn chế phổ biến\]";
}

/// <summary>The signing capacity, in the lines of appendix I, II.7: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], and the name under it.</summary>
/// <param name="IsSigned">False leaves the place between title and name empty; true prints "(Đã ký)" there: the act of signing is on record.</param>
public sealed record SignatureBlock(IReadOnlyList<string> Lines, string Name, bool IsSigned = false);
