using Domain.People;
using Domain.Reports;

namespace Domain.Tests.Reports;

/// <summary>Decree 30/2020/NĐ-CP, article 13 and appendix I, II.7.b.</summary>
public class TheLinesAboveASignature
{
    private static readonly UnitId Leadership = new(Guid.NewGuid());
    private static readonly Person Chairman = Named("Chủ tịch", Role.Chairman);
    private static readonly Person Deputy = Named("Phó Chủ tịch", Role.ViceChair);
    private static readonly Person OfficeHead = Named("Chánh Văn phòng", Role.Head);

    private static readonly Agency Committee = new()
    {
        Id = new(Guid.NewGuid()),
        Name = "Ủy ban nhân dân huyện Thử",
        NameLines = ["Ủy ban nhân dân", "Huyện Thử"],
        Place = "Thử",
        Abbreviation = "UBND",
        Collective = "Ủy ban nhân dân",
    };

    [Fact]
    public void Name_the_collective_and_its_head() =>
        Assert.Equal(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], SigningCapacity.Lines(Committee, Chairman));

    [Fact]
    public void Say_KT_where_a_deputy_signs_for_the_head() =>
        Assert.Equal(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], SigningCapacity.Lines(Committee, Deputy, Chairman, Capacity.Deputising));

    [Fact]
    public void Say_TUQ_where_somebody_is_authorised_in_writing() =>
        Assert.Equal(["TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"], SigningCapacity.Lines(Committee, OfficeHead, Chairman, Capacity.Authorised));

    [Fact]
    public void Say_Q_where_the_head_is_acting() =>
        Assert.Equal(["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"], SigningCapacity.Lines(Committee, Chairman with { Positions = [Chairman.Positions[0] with { IsActing = true }] }));

    [Fact]
    public void Leave_the_collective_out_where_there_is_none() =>
        Assert.Equal(["CHỦ TỊCH"], SigningCapacity.Lines(Committee with { Collective = null }, Chairman));

    private static Person Named(string title, Role role) =>
        new() { Id = new(Guid.NewGuid()), Name = title, Email = "ai@thu.vn", Positions = [new(Leadership, role, title)] };
}
