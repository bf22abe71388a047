using Domain.People;
using Domain.Reports;

namespace Domain.Tests.Reports;

public class AWorkingCopy
{
    private static readonly PersonId Writer = new(Guid.NewGuid());
    private static readonly PersonId Other = new(Guid.NewGuid());
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 1, 0, 0, TimeSpan.Zero);
    private static readonly WorkingCopy Empty = new() { Report = new(Guid.NewGuid()), Of = new(new(Guid.NewGuid()), null) };

    [Fact]
    public void Counts_its_saves_and_remembers_who_wrote()
    {
        var copy = Empty.Save("một", Writer, 0, Now).Value.Save("một hai", Other, 1, Now).Value;

        Assert.Equal(2, copy.Revision);
        Assert.Equal([Writer, Other], copy.Writers);
    }

    [Fact]
    public void Is_not_overwritten_by_somebody_who_had_an_older_one_open()
    {
        var copy = Empty.Save("một", Writer, 0, Now).Value;

        Assert.Equal("changed-meanwhile", copy.Save("hai", Other, 0, Now).Refusal?.Code);
    }

    [Fact]
    public void Keeps_its_text_in_NFC_whatever_the_keyboard_sends()
    {
        var copy = Empty.Save("Tie\u0302\u0301ng Vie\u0323\u0302t", Writer, 0, Now).Value;

        Assert.Equal("Tiếng Việt", copy.Text);
    }

    [Fact]
    public void Takes_two_megabytes_and_no_more()
    {
        Assert.False(Empty.Save(new string('a', WorkingCopy.MaxLength), Writer, 0, Now).IsRefused);
        Assert.Equal("text-too-long", Empty.Save(new string('a', WorkingCopy.MaxLength + 1), Writer, 0, Now).Refusal?.Code);
    }

    [Fact]
    public void Refuses_what_is_no_text()
    {
        // An attribute could not carry half a character.
        Assert.All(["một\0hai", "nửa chữ \uD83D"], text => Assert.Equal("not-text", Empty.Save(text, Writer, 0, Now).Refusal?.Code));
    }

    [Fact]
    public void Does_not_count_a_save_that_changes_nothing() =>
        Assert.Equal(1, Empty.Save("một", Writer, 0, Now).Value.Save("một", Other, 1, Now).Value.Revision);
}
