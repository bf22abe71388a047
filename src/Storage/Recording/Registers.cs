using Domain;
using Domain.People;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;

namespace Storage.Recording;

internal static class Registers
{
    /// <summary>The register's row, created where it is missing and held until the transaction ends: the update of nothing is what holds it.</summary>
    public static async Task<RegisterRow> HoldAsync(ApprovalContext context, AgencyId agency, string series, int year, CancellationToken cancellationToken)
    {
        var held = await context.Registers
            .FromSql($"""
                INSERT INTO registers (agency, series, year, last) VALUES ({agency.Value}, {series}, {year}, 0)
                ON CONFLICT (agency, series, year) DO UPDATE SET last = registers.last
                RETURNING agency, series, year, last, last_on
                """)
            .AsNoTracking()
            .ToListAsync(cancellationToken);

        return held.Single();
    }
}

internal static class RegisterRefusals
{
    public static Refusal InUse(int last) => new(RefusalKind.Conflict, "register-in-use",
        new($"Sổ này đã cấp số đến {last}; không thể đặt lại số cuối.", $"This register has given numbers up to {last}; its last number cannot be set any more."));
}
