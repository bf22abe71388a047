using Domain;

namespace Documents.Markdown;

/// <summary>What can be wrong with a text, and what its author does about it.</summary>
internal static class TextFaults
{
    public static Fault TooNested { get; } = new("too-nested", null, new(
        "Văn bản có trích dẫn hoặc danh sách lồng nhau quá nhiều tầng. Hãy bớt số tầng.",
        "Quotations or lists are nested too deeply. Use fewer levels."));

    public static Fault ControlCharacter(int line) => new("control-character", line, new(
        "Dòng này có ký tự điều khiển không nhìn thấy được. Hãy xóa và gõ lại đoạn đó.",
        "This line holds an invisible control character. Delete the passage and type it again."));

    public static Fault RawHtml(int line) => new("raw-html", line, new(
        "Dòng này có mã HTML, không in được. Hãy bỏ mã đó; nếu muốn in dấu “<”, hãy viết “\\<”.",
        "This line holds HTML, which cannot be printed. Remove it; to print a “<”, write “\\<”."));

    public static Fault RemotePicture(int line) => new("remote-picture", line, new(
        "Ảnh ở dòng này nằm ngoài hệ thống. Hãy tải ảnh về rồi chèn vào văn bản.",
        "The picture on this line lies outside the system. Download it and insert it into the text."));

    public static Fault UnknownPicture(int line) => new("unknown-picture", line, new(
        "Ảnh ở dòng này không có trong hệ thống. Hãy chèn lại ảnh bằng nút chèn ảnh.",
        "The picture on this line is none of the system's. Insert it again with the picture button."));

    public static Fault UnsafeLink(int line) => new("unsafe-link", line, new(
        "Liên kết ở dòng này không phải địa chỉ http, https hoặc mailto đầy đủ. Hãy sửa địa chỉ hoặc bỏ liên kết.",
        "The link on this line is no full http, https or mailto address. Correct it or remove the link."));

    public static Fault LinkDefinition(int line) => new("link-definition", line, new(
        "Dòng này có dạng “[…]: …” nên sẽ không được in ra. Hãy viết lại, hoặc thêm dấu “\\” trước dấu “[”.",
        "This line has the form “[…]: …” and would not be printed. Rephrase it, or put a “\\” before the “[”."));

    public static Fault HeadingInPlain(int line) => new("heading-in-plain", line, new(
        "Đoạn mở đầu và đoạn kết thúc không có tiêu đề. Hãy chuyển phần này sang một mục của đề cương, hoặc bỏ dấu “#”.",
        "The opening and closing paragraphs have no headings. Move this to a section of the outline, or remove the “#”."));

    public static Fault HeadingTooDeep(int line) => new("heading-too-deep", line, new(
        "Tiêu đề này nằm sâu hơn các cấp mà Nghị định 30/2020/NĐ-CP cho phép. Hãy đưa lên cấp cao hơn hoặc viết thành đoạn văn.",
        "This heading lies below the levels that Decree 30/2020/NĐ-CP knows. Raise it or make it a paragraph."));

    public static Fault HeadingSkips(int line, int level, int expected) => new("heading-skips", line, new(
        $"Tiêu đề này có {level} dấu “#” nhưng chỉ được có nhiều nhất {expected}. Hãy bớt dấu “#” hoặc thêm tiêu đề cấp trên còn thiếu.",
        $"This heading has {level} “#” where at most {expected} may stand. Remove some, or add the heading that is missing above it."));

    public static Fault HeadingEmpty(int line) => new("heading-empty", line, new(
        "Dòng này có dấu “#” nhưng không có tiêu đề. Hãy viết tiêu đề hoặc bỏ dấu “#”.",
        "This line has a “#” but no heading. Write the heading or remove the “#”."));

    public static Fault NoteWithoutText(int line, string name) => new("note-without-text", line, new(
        $"Chú thích [^{name}] chưa có nội dung. Hãy thêm một dòng “[^{name}]: …” hoặc bỏ dấu chú thích.",
        $"Footnote [^{name}] has no text. Add a line “[^{name}]: …” or remove the mark."));

    public static Fault NoteTwice(int line, string name) => new("note-twice", line, new(
        $"Chú thích [^{name}] có hai nội dung. Hãy giữ một và đặt tên khác cho chú thích còn lại.",
        $"Footnote [^{name}] has two texts. Keep one and give the other another name."));

    public static Fault NoteUnused(int line, string name) => new("note-unused", line, new(
        $"Chú thích [^{name}] không được nhắc đến ở đâu nên sẽ không được in ra. Hãy đặt dấu [^{name}] vào văn bản hoặc bỏ dòng này.",
        $"Footnote [^{name}] is called nowhere and would not be printed. Put the mark [^{name}] into the text or remove this line."));

    public static Fault NoteInNote(int line, string name) => new("note-in-note", line, new(
        $"Chú thích [^{name}] lại có chú thích bên trong, không in được. Hãy gộp thành một chú thích.",
        $"Footnote [^{name}] calls a footnote itself, which cannot be printed. Make them one."));

    public static Fault NoteHoldsMore(int line, string name) => new("note-holds-more", line, new(
        $"Chú thích [^{name}] có bảng, ảnh hoặc tiêu đề; chú thích chỉ có chữ. Hãy chuyển phần đó lên văn bản.",
        $"Footnote [^{name}] holds a table, a picture or a heading; footnotes hold text only. Move that into the text."));

    public static Fault RaggedRow(int line, int cells, int expected) => new("ragged-table", line, new(
        $"Hàng này của bảng có {cells} ô trong khi hàng đầu có {expected} ô. Hãy thêm hoặc bớt dấu “|”, và để một dòng trống sau bảng.",
        $"This row of the table has {cells} cells where the head has {expected}. Add or remove a “|”, and leave an empty line after the table."));

    public static Fault RaggedGrid(int line) => new("ragged-table", line, new(
        "Hàng này của bảng kẻ ô không dài bằng đường kẻ đầu bảng. Hãy căn lại cho các dấu “|” thẳng cột; đường kẻ nào cũng bắt đầu và kết thúc bằng dấu “+”.",
        "This row of the grid table is not as long as its first line. Align the “|” in columns; every rule begins and ends with a “+”."));

    public static Fault BrokenPipes(int line) => new("broken-table", line, new(
        "Bảng ở dòng này không có dòng kẻ “|---|---|” ngay dưới hàng đầu. Hãy thêm dòng kẻ chỉ gồm “|”, “-” và “:”, hoặc bỏ các dấu “|”.",
        "The table on this line has no rule “|---|---|” right below its head. Add a line of “|”, “-” and “:” only, or remove the “|”."));

    public static Fault BrokenGrid(int line) => new("broken-table", line, new(
        "Bảng kẻ ô bắt đầu ở dòng này có các ô không khớp nhau. Hãy kẻ lại bảng: đường kẻ trên cùng phải có dấu “+” ở mọi cột.",
        "The cells of the grid table that begins on this line do not fit together. Draw it anew: its first line has a “+” at every column."));
}
