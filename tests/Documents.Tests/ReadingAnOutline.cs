using Domain.Reports;
using Workflows.Templates;

namespace Documents.Tests;

public sealed class ReadingAnOutline(Printing printing)
{
    private const string Scanned = """
        ỦY BAN NHÂN DÂN
        HUYỆN TÂN HÒA

        **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**
        **Độc lập - Tự do - Hạnh phúc**

        Số: 05/BC-UBND

        Tân Hòa, ngày 08 tháng 01 năm 2026

        ## BÁO CÁO

        ### Công tác của UBND<sup>1</sup> huyện năm 2025

        Kính gửi:

        - Ban Thường vụ Huyện ủy;
        - Thường trực Hội đồng nhân dân huyện.

        Thực hiện Nghị quyết số 26/NQ-HĐND, UBND huyện báo cáo như sau:

        #### I. ĐẶC ĐIỂM TÌNH HÌNH

        ##### 1. Thuận lợi

        Diện tích 12 km<sup>2</sup>, dân số<sup>2</sup> đông, thực hiện các

        <sup>1</sup> Ủy ban nhân dân.

        <sup>2</sup> Theo niên giám.

        nhiệm vụ được giao.

        **2. Khó khăn**

        a) Một là thế này.

        Thêm lời.

        ## **b) Hai là có tiêu đề**

        Lời của b.

        # II. KẾT QUẢ

        **1.** Tiếp tục làm.

        2. Làm thêm.

        Trên đây là Báo cáo công tác năm 2025.

        **Nơi nhận:**

        - Như trên;
        - Lưu: VT.

        **TM. ỦY BAN NHÂN DÂN
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH**

        **Lê Thị Hồng**
        """;

    [Fact]
    public void What_stands_around_the_body_is_recognised()
    {
        var report = Read(Scanned);

        Assert.Equal(("Báo cáo", "Công tác của UBND[^1] huyện năm 2025", "[^1]: Ủy ban nhân dân."), (report.TypeName, report.Abstract, report.AbstractNotes));
        Assert.Equal((5, "BC-UBND", "Tân Hòa", new DateOnly(2026, 1, 8)), (report.Number, report.Symbol, report.Place, report.IssuedOn));
        Assert.Equal(["Ban Thường vụ Huyện ủy", "Thường trực Hội đồng nhân dân huyện"], report.Addressees);
        Assert.Equal(["Như trên", "Lưu: VT"], report.Recipients);
        Assert.Equal(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], report.SignatureLines);
        Assert.Equal("Lê Thị Hồng", report.SignerName);
    }

    [Fact]
    public void Typed_numbers_tell_the_levels_and_notes_follow_their_marks()
    {
        Assert.Equal(
            [
                new(OutlineLevel.Plain, null, "Thực hiện Nghị quyết số 26/NQ-HĐND, UBND huyện báo cáo như sau:"),
                new(OutlineLevel.Heading, "ĐẶC ĐIỂM TÌNH HÌNH", ""),
                new(OutlineLevel.Clause, "Thuận lợi", "Diện tích 12 km^2^, dân số[^2] đông, thực hiện các nhiệm vụ được giao.\n\n[^2]: Theo niên giám."),
                new(OutlineLevel.Clause, "Khó khăn", "a) Một là thế này.\n\nThêm lời."),
                new(OutlineLevel.Point, "Hai là có tiêu đề", "Lời của b."),
                new(OutlineLevel.Heading, "KẾT QUẢ", "1. Tiếp tục làm.\n\n2. Làm thêm."),
                new ManuscriptSection(OutlineLevel.Plain, null, "Trên đây là Báo cáo công tác năm 2025."),
            ],
            Read(Scanned).Sections);
    }

    [Fact]
    public void In_a_clean_report_the_hashes_tell_the_levels()
    {
        var report = Read("""
            Mở đầu[^mở].

            [^mở]: Chú thích mở đầu.

            # Kết quả

            ## Kinh tế

            Lời[^1].

            [^1]: Chú thích một.

            ### Nông nghiệp

            | A | B |
            |---|---|
            | 1 | 2 |

            #### Cây lúa

            Lời.

            # Phương hướng

            **Chữ đậm không phải tiêu đề**

            Trên đây là Báo cáo.
            """);

        Assert.Equal(
            [
                new(OutlineLevel.Plain, null, "Mở đầu[^mở].\n\n[^mở]: Chú thích mở đầu."),
                new(OutlineLevel.Heading, "Kết quả", ""),
                new(OutlineLevel.Clause, "Kinh tế", "Lời[^1].\n\n[^1]: Chú thích một."),
                new(OutlineLevel.Point, "Nông nghiệp", "| A | B |\n|---|---|\n| 1 | 2 |\n\n# Cây lúa\n\nLời."),
                new(OutlineLevel.Heading, "Phương hướng", "**Chữ đậm không phải tiêu đề**"),
                new ManuscriptSection(OutlineLevel.Plain, null, "Trên đây là Báo cáo."),
            ],
            report.Sections);
        Assert.Null(report.TypeName);
    }

    [Fact]
    public void Parts_are_read_with_the_titles_below_them()
    {
        var report = Read("## Phần I\n\n## TÌNH HÌNH THỰC HIỆN\n\n### I. KẾT QUẢ\n\nLời.\n\n**Phần thứ hai**\n\n**PHƯƠNG HƯỚNG**\n\nLời.");

        Assert.Equal(
            [(OutlineLevel.Part, "TÌNH HÌNH THỰC HIỆN"), (OutlineLevel.Heading, "KẾT QUẢ"), (OutlineLevel.Part, "PHƯƠNG HƯỚNG")],
            report.Sections.Select(section => (section.Level, section.Heading ?? "")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Chỉ có một đoạn văn.")]
    [InlineData("\u0000\uD800<sup>")]
    public void A_text_without_headings_is_refused(string markdown)
    {
        Assert.Equal("no-headings", printing.OutlineReader.Read(markdown).Refusal?.Code);
    }

    [Fact]
    public void Sections_read_have_no_faults()
    {
        Assert.All(Read(Scanned).Sections, section => Assert.Empty(printing.TextCheck.Check(section.Text, section.Level)));
    }

    private ReadReport Read(string markdown)
    {
        var outcome = printing.OutlineReader.Read(markdown);
        Assert.False(outcome.IsRefused);

        return outcome.Value;
    }
}
