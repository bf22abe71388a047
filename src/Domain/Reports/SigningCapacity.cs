using System.Globalization;
using Domain.People;

namespace Domain.Reports;

/// <summary>The lines above a signature, from who signs for whom (Decree 30/2020/NĐ-CP, article 13 and appendix I, II.7.b).</summary>
public static class SigningCapacity
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <param name="principal">The head, where somebody else signs for them.</param>
    /// <param name="capacity">In which capacity; null where the head signs.</param>
    public static IReadOnlyList<string> Lines(Agency agency, Person signer, Person? principal = null, Capacity? capacity = null)
    {
        ArgumentNullException.ThrowIfNull(agency);
        ArgumentNullException.ThrowIfNull(signer);

        var collective = agency.Collective is { } name ? [$"TM. {Upper(name)}"] : Array.Empty<string>();
        var own = HighestTitle(signer);

        if (principal is null || capacity is not { } acting)
            return [.. collective, signer.Positions.Any(position => position is { Role: Role.Chairman, IsActing: true }) ? $"Q. {own}" : own];

        var head = HighestTitle(principal);

        // A deputy signs for the collective in the head's place; one who is authorised signs for the head alone.
        return acting == Capacity.Deputising ? [.. collective, $"KT. {head}", own] : [$"TUQ. {head}", own];
    }

    private static string HighestTitle(Person person) =>
        Upper(person.Positions.OrderByDescending(position => position.Role switch
        {
            Role.Chairman => 5,
            Role.ViceChair => 4,
            Role.Head => 3,
            _ => 1,
        }).FirstOrDefault()?.Title ?? "");

    private static string Upper(string words) => words.ToUpper(Vietnamese);
}
