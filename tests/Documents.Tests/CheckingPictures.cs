using Workflows.Drafting;

namespace Documents.Tests;

public sealed class CheckingPictures(Printing printing)
{
    [Fact]
    public void A_picture_is_known_by_its_bytes()
    {
        Assert.Equal(new CheckedPicture("image/png", 120, 60), printing.PictureCheck.Check(Pictures.Png).Value);
    }

    [Theory]
    [InlineData("not-a-picture", "<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("not-a-picture", "GIF89a")]
    [InlineData("not-a-picture", "")]
    public void Anything_else_is_refused(string code, string content)
    {
        Assert.Equal(code, printing.PictureCheck.Check(System.Text.Encoding.UTF8.GetBytes(content)).Refusal?.Code);
    }

    [Fact]
    public void A_picture_cut_short_or_changed_is_refused()
    {
        var changed = Pictures.Png.ToArray();
        changed[60] ^= 1;

        Assert.Equal("picture-damaged", printing.PictureCheck.Check(Pictures.Png[..^20]).Refusal?.Code);
        Assert.Equal("picture-damaged", printing.PictureCheck.Check(changed).Refusal?.Code);
    }

    [Fact]
    public void A_picture_of_senseless_size_is_refused()
    {
        Assert.Equal("picture-too-many-pixels", printing.PictureCheck.Check(Pictures.PngOf(9000, 1)).Refusal?.Code);
        Assert.Equal("picture-too-large", printing.PictureCheck.Check(new byte[6 * 1024 * 1024]).Refusal?.Code);
    }

    [Fact]
    public async Task A_picture_that_is_not_there_is_a_fault_of_its_section()
    {
        var manuscript = Given.ReportOf($"![Sơ đồ](image:{Pictures.PngHash})");

        var outcome = await printing.Typesetter.TypesetAsync(manuscript, TestContext.Current.CancellationToken);

        var fault = Assert.Single((outcome.Refusal?.Faults).Found());
        Assert.Equal("picture-missing", fault.Code);
        Assert.StartsWith("Mục “Nội dung”: ", fault.Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_printed_in_both_files()
    {
        using var report = await printing.PrintAsync(Given.ReportOf($"Trước.\n\n![Sơ đồ](image:{Pictures.PngHash})\n\nSau.") with
        {
            Images = new Dictionary<string, ReadOnlyMemory<byte>> { [Pictures.PngHash] = Pictures.Png },
        });

        var picture = Assert.Single(report.Pdf.GetPage(1).GetImages());
        Assert.Equal(90, picture.BoundingBox.Width, 0.5);
        Assert.Single(report.Main.ImageParts);
    }
}
