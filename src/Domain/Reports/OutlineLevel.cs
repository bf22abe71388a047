namespace Domain.Reports;

/// <summary>The rank of a heading in a report, and with it the way it is numbered (Decree 30/2020/NĐ-CP, appendix I, part I, II.6.đ and V).</summary>
public enum OutlineLevel
{
    /// <summary>No heading and no number: the opening and the closing paragraphs.</summary>
    Plain = 0,

    /// <summary>"Phần I" on a centred line of its own, the title in capitals below it.</summary>
    Part = 1,

    /// <summary>"I. TIÊU ĐỀ", bold capitals.</summary>
    Heading = 2,

    /// <summary>"1. Tiêu đề", bold, on a line of its own (khoản).</summary>
    Clause = 3,

    /// <summary>"a) Tiêu đề", with the letters of the law (điểm).</summary>
    Point = 4,
}
