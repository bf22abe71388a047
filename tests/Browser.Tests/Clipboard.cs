namespace Browser.Tests;

/// <summary>What Word leaves on the clipboard when a part of a report is copied, cut down to what matters.</summary>
internal static class Clipboard
{
    public const string OfWord = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
        <head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal { margin: 0cm } --></style><xml><w:WordDocument></w:WordDocument></xml></head>
        <body lang=VI><!--StartFragment-->
        <h1 style='margin-left:0cm;mso-list:l2 level1 lfo3'><![if !supportLists]><span style='mso-list:Ignore'>I.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><b><span lang=VI>Kết quả thu<o:p></o:p></span></b></h1>
        <p class=MsoNormal style='text-align:justify'>Tổng thu đạt <b style='mso-bidi-font-weight:normal'>96%</b> dự toán, <i>tăng</i>&nbsp;3% so với
        cùng kỳ<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a>.<o:p></o:p></p>
        <p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-fareast-font-family:"Times New Roman"'><span style='mso-list:Ignore'>-<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Thu nội địa 1.250 tỷ đồng:</p>
        <p class=MsoListParagraphCxSpMiddle style='margin-left:1.0in;text-indent:-.25in;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>+<span>&nbsp;&nbsp; </span></span><![endif]>Thuế 900 tỷ;</p>
        <p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>-<span>&nbsp;&nbsp; </span></span><![endif]>Thu khác.</p>
        <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>a)<span>&nbsp;&nbsp; </span></span><![endif]>Điểm a;</p>
        <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>b)<span>&nbsp;&nbsp; </span></span><![endif]>điểm b.</p>
        <table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
        <tr style='mso-yfti-irow:0'><td width=301 style='border:solid windowtext 1.0pt'><p class=MsoNormal align=center style='text-align:center'><b>Chỉ tiêu<o:p></o:p></b></p></td><td width=301><p class=MsoNormal align=center><b>Tỷ đồng</b></p></td></tr>
        <tr><td><p class=MsoNormal>Thu</p><p class=MsoNormal>nội địa</p></td><td><p class=MsoNormal align=right style='text-align:right'>1.250</p></td></tr>
        <tr><td colspan=2><p class=MsoNormal>Số liệu ước</p></td></tr>
        </table>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p>
        <div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1>
        <p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Theo Kho bạc.</p></div></div>
        <!--EndFragment--></body></html>
        """;

    public const string AsMarkdown = """
        # Kết quả thu

        Tổng thu đạt **96%** dự toán, *tăng* 3% so với cùng kỳ[^1].

        - Thu nội địa 1.250 tỷ đồng:
          - Thuế 900 tỷ;
        - Thu khác.

        a) Điểm a;
        b) điểm b.

        | Chỉ tiêu | Tỷ đồng |
        | --- | ---: |
        | Thu<br>nội địa | 1.250 |
        | Số liệu ước |  |

        [^1]: Theo Kho bạc.
        """;
}
