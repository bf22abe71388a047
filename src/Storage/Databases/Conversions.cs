using Domain;
using Domain.Calendar;
using Domain.Routes;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Storage.Databases;

internal sealed class IdConversion<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Of(value))
    where TId : struct, IId<TId>
{
    // A converter is an expression tree, which may not call an interface's static member itself.
    private static TId Of(Guid value) => TId.Of(value);
}

internal sealed class WordsConversion() : ValueConverter<Words, string>(words => Json.Write(words), value => Json.Read<Words>(value));

internal sealed class StageKeyConversion() : ValueConverter<StageKey, string>(key => key.Value, value => new(value));

internal sealed class PeriodConversion() : ValueConverter<ReportingPeriod, string>(period => period.Code, code => ReportingPeriod.Parse(code).Value);

/// <summary>Milliseconds since 1970: they sort and compare alike in every database, which DateTimeOffset does not in SQLite.</summary>
internal sealed class MomentConversion() : ValueConverter<DateTimeOffset, long>(at => at.ToUnixTimeMilliseconds(), value => DateTimeOffset.FromUnixTimeMilliseconds(value));
