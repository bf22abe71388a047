using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Documents.Layout;
using Documents.Model;
using Documents.Pictures;
using A = DocumentFormat.OpenXml.Drawing;
using Drawing = DocumentFormat.OpenXml.Wordprocessing.Drawing;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using PIC = DocumentFormat.OpenXml.Drawing.Pictures;
using Picture = Documents.Model.Picture;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Documents.Docx;

/// <summary>Pieces of lines in WordprocessingML, with the links and pictures that they refer to.</summary>
internal sealed class InlineMarkup(MainDocumentPart main, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images)
{
    private readonly IReadOnlyDictionary<string, PictureFit> pictures = PictureFit.Of(images);
    private readonly Dictionary<string, string> links = [];
    private readonly HashSet<string> embedded = [];
    private uint drawings;

    public IEnumerable<OpenXmlElement> Write(IEnumerable<Inline> inlines) => inlines.SelectMany(Write).ToList();

    private IEnumerable<OpenXmlElement> Write(Inline inline) => inline switch
    {
        Model.Run { Link: { } link } run => [new Hyperlink(Write(run)) { Id = LinkTo(link), History = true }],
        Model.Run run => [Write(run)],
        LineBreak => [new Run(new Break())],
        NoteMark { IsRepeated: false } mark => Called(mark.Note),
        NoteMark mark => CalledAgain(mark.Note),
        Picture picture when pictures.TryGetValue(picture.Sha256, out var fit) => [new Run(Draw(picture, fit))],
        _ => [],
    };

    private static Run Write(Model.Run source)
    {
        var properties = new RunProperties();
        if (source.Style.HasFlag(TextStyle.Bold)) properties.Append(new Bold(), new BoldComplexScript());
        if (source.Style.HasFlag(TextStyle.Italic)) properties.Append(new Italic(), new ItalicComplexScript());
        if (source.Style.HasFlag(TextStyle.Superscript)) properties.Append(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript });
        else if (source.Style.HasFlag(TextStyle.Subscript)) properties.Append(new VerticalTextAlignment { Val = VerticalPositionValues.Subscript });

        var run = new Run();
        if (properties.HasChildren) run.Append(properties);
        run.Append(new Text(source.Text) { Space = SpaceProcessingModeValues.Preserve });

        return run;
    }

    /// <summary>The bookmark is what a second call of the note refers to.</summary>
    private static IEnumerable<OpenXmlElement> Called(Note note) =>
    [
        new BookmarkStart { Id = note.Number.Text(), Name = BookmarkOf(note) },
        new Run(new RunProperties(new RunStyle { Val = StyleSheet.NoteMark }), new FootnoteReference { Id = note.Number }),
        new BookmarkEnd { Id = note.Number.Text() },
    ];

    private static IEnumerable<OpenXmlElement> CalledAgain(Note note) =>
    [
        new SimpleField(new Run(new RunProperties(new RunStyle { Val = StyleSheet.NoteMark }), new Text(note.Number.Text())))
        {
            Instruction = $" NOTEREF {BookmarkOf(note)} \\f \\h ",
        },
    ];

    private static string BookmarkOf(Note note) => $"_Note{note.Number}";

    private string LinkTo(string address)
    {
        if (links.TryGetValue(address, out var known)) return known;

        var id = $"link{links.Count + 1}";
        main.AddHyperlinkRelationship(new Uri(address), true, id);
        links.Add(address, id);

        return id;
    }

    private Drawing Draw(Picture picture, PictureFit fit)
    {
        var part = $"picture{fit.Sha256}";
        if (embedded.Add(part))
        {
            using var bytes = new MemoryStream(images[fit.Sha256].ToArray());
            main.AddImagePart(fit.MediaType == Png.MediaType ? ImagePartType.Png : ImagePartType.Jpeg, part).FeedData(bytes);
        }

        const double emusPerPoint = 12700;
        var (width, height, id) = ((long)(fit.Width * emusPerPoint), (long)(fit.Height * emusPerPoint), ++drawings);

        return new(new DW.Inline(
            new DW.Extent { Cx = width, Cy = height },
            new DW.DocProperties { Id = id, Name = $"Hình {id}", Description = PictureFit.DescriptionOf(picture) },
            new A.Graphic(new A.GraphicData(new PIC.Picture(
                new PIC.NonVisualPictureProperties(
                    new PIC.NonVisualDrawingProperties { Id = id, Name = fit.FileName },
                    new PIC.NonVisualPictureDrawingProperties()),
                new PIC.BlipFill(new A.Blip { Embed = part }, new A.Stretch(new A.FillRectangle())),
                new PIC.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            {
                Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
            }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        });
    }
}
