using DocumentFormat.OpenXml.Wordprocessing;
using Documents.Layout;
using Documents.Model;
using OutlineLevel = Domain.Reports.OutlineLevel;

namespace Documents.Docx;

/// <summary>The styles of the file: Word's own for what Word navigates by, Vietnamese names for the components of the law.</summary>
internal static class StyleSheet
{
    public const string Body = "BodyText";
    public const string ListEntry = "ListParagraph";
    public const string TypeName = "Title";
    public const string Abstract = "Subtitle";
    public const string PageNumber = "Header";
    public const string Note = "FootnoteText";
    public const string NoteMark = "FootnoteReference";
    public const string TableText = "TableText";
    public const string Nation = "Nation";
    public const string Motto = "Motto";
    public const string Superior = "Superior";
    public const string Agency = "Agency";
    public const string Number = "DocumentNumber";
    public const string PlaceAndDate = "PlaceAndDate";
    public const string Addressee = "Addressee";
    public const string Basis = "Basis";
    public const string Rule = "Rule";
    public const string Recipients = "Recipients";
    public const string RecipientsTitle = "RecipientsTitle";
    public const string Signature = "SignatureTitle";
    public const string Signer = "Signer";

    /// <param name="shallowest">The rank that begins Word's outline, so that a report without parts begins at its first level.</param>
    public static Styles Write(int shallowest)
    {
        var styles = new Styles(Defaults(), Paragraph("Normal", "Normal", based: null));

        styles.Append(
            Paragraph(Body, "Body Text", "Normal", spacing: Ooxml.Spacing(after: Measures.ParagraphGap, lines: Measures.LineHeight), align: JustificationValues.Both, indent: true),
            Paragraph(ListEntry, "List Paragraph", Body),
            Paragraph(TypeName, "Title", "Normal", Measures.BodySize, bold: true, spacing: Ooxml.Spacing(before: 16), align: JustificationValues.Center, keep: true),
            Paragraph(Abstract, "Subtitle", "Normal", Measures.BodySize, bold: true, align: JustificationValues.Center, keep: true),
            Paragraph(PageNumber, "header", "Normal", Measures.BodySize, align: JustificationValues.Center),
            Paragraph(Note, "footnote text", "Normal", Measures.NoteSize, align: JustificationValues.Both),
            Paragraph(TableText, "Nội dung bảng", "Normal", Measures.TableSize),
            Paragraph(Nation, "Quốc hiệu", "Normal", Measures.NationSize, bold: true, align: JustificationValues.Center),
            Paragraph(Motto, "Tiêu ngữ", "Normal", Measures.MottoSize, bold: true, align: JustificationValues.Center),
            Paragraph(Superior, "Cơ quan chủ quản", "Normal", Measures.AgencySize, align: JustificationValues.Center),
            Paragraph(Agency, "Cơ quan ban hành", "Normal", Measures.AgencySize, bold: true, align: JustificationValues.Center),
            Paragraph(Number, "Số và ký hiệu", "Normal", Measures.NumberSize, spacing: Ooxml.Spacing(before: 6), align: JustificationValues.Center),
            Paragraph(PlaceAndDate, "Địa danh và thời gian", "Normal", Measures.DateSize, italic: true, spacing: Ooxml.Spacing(before: 6), align: JustificationValues.Center),
            Paragraph(Addressee, "Kính gửi", "Normal", Measures.BodySize, spacing: Ooxml.Spacing(lines: Measures.LineHeight)),
            Paragraph(Basis, "Căn cứ", Body, italic: true),
            Paragraph(Rule, "Đường kẻ", "Normal", 1, spacing: Ooxml.ExactLine(2, before: 3), align: JustificationValues.Center),
            Paragraph(Recipients, "Nơi nhận (danh sách)", "Normal", Measures.RecipientsSize),
            Paragraph(RecipientsTitle, "Nơi nhận", "Normal", Measures.RecipientsTitleSize, bold: true, italic: true, keep: true),
            Paragraph(Signature, "Quyền hạn và chức vụ", "Normal", Measures.BodySize, bold: true, align: JustificationValues.Center, keep: true),
            Paragraph(Signer, "Họ và tên người ký", "Normal", Measures.BodySize, bold: true, align: JustificationValues.Center),
            new Style(
                new StyleName { Val = "footnote reference" },
                new StyleRunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }))
            { Type = StyleValues.Character, StyleId = NoteMark });

        for (var rank = shallowest; rank <= (int)OutlineLevel.Point + 1; rank++)
            styles.Append(Heading(rank, rank - shallowest));

        return styles;
    }

    public static string HeadingOf(int rank, int shallowest) => $"Heading{rank - shallowest + 1}";

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Ooxml.FontName, HighAnsi = Ooxml.FontName, EastAsia = Ooxml.FontName, ComplexScript = Ooxml.FontName },
            new FontSize { Val = Ooxml.HalfPoints(Measures.BodySize) },
            new FontSizeComplexScript { Val = Ooxml.HalfPoints(Measures.BodySize) },
            new Languages { Val = Vietnamese.Culture.Name, EastAsia = Vietnamese.Culture.Name, Bidi = "ar-SA" })),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(Ooxml.Spacing())));

    private static Style Heading(int rank, int level)
    {
        var isPart = rank == (int)OutlineLevel.Part;
        var style = Paragraph(
            $"Heading{level + 1}", $"heading {level + 1}", Body, bold: true, keep: true,
            align: isPart ? JustificationValues.Center : JustificationValues.Both,
            spacing: isPart ? Ooxml.Spacing(before: Measures.ParagraphGap, after: Measures.ParagraphGap, lines: Measures.LineHeight) : null);

        style.StyleParagraphProperties?.Append(new DocumentFormat.OpenXml.Wordprocessing.OutlineLevel { Val = level });
        if (isPart)
            style.StyleParagraphProperties?.InsertBefore(new Indentation { FirstLine = "0" }, style.StyleParagraphProperties.GetFirstChild<Justification>());

        return style;
    }

    private static Style Paragraph(
        string id,
        string name,
        string? based,
        double? size = null,
        bool bold = false,
        bool italic = false,
        SpacingBetweenLines? spacing = null,
        JustificationValues? align = null,
        bool indent = false,
        bool keep = false)
    {
        var isDefault = based is null;
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null, CustomStyle = IsCustom(name) ? true : null };
        style.Append(new StyleName { Val = name });
        if (based is not null) style.Append(new BasedOn { Val = based });
        if (id.StartsWith("Heading", StringComparison.Ordinal)) style.Append(new NextParagraphStyle { Val = Body });
        style.Append(new PrimaryStyle());

        var paragraph = new StyleParagraphProperties();
        if (keep) paragraph.Append(new KeepNext(), new KeepLines());
        paragraph.Append(new WidowControl());
        if (spacing is not null) paragraph.Append(spacing);
        if (indent) paragraph.Append(new Indentation { FirstLine = Ooxml.Twips(Measures.Indent).Text() });
        if (align is { } justification) paragraph.Append(new Justification { Val = justification });
        style.Append(paragraph);

        var run = new StyleRunProperties();
        if (bold) run.Append(new Bold(), new BoldComplexScript());
        if (italic) run.Append(new Italic(), new ItalicComplexScript());
        if (size is { } points) run.Append(new FontSize { Val = Ooxml.HalfPoints(points) }, new FontSizeComplexScript { Val = Ooxml.HalfPoints(points) });
        if (run.HasChildren) style.Append(run);

        return style;
    }

    /// <summary>Word's own styles have English names in every language.</summary>
    private static bool IsCustom(string name) => name.Any(character => character > 127);
}
