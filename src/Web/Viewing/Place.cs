using Domain.Reports;

namespace Web.Viewing;

/// <summary>Where a door stands that is at sections and at the report itself alike.</summary>
/// <param name="Section">Null at the report itself.</param>
public readonly record struct Place(SectionId? Section)
{
    /// <summary>From the address alone: a query must not move a door.</summary>
    public static ValueTask<Place> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        return new(new Place(Guid.TryParse(context.GetRouteValue("section")?.ToString(), out var id) ? new SectionId(id) : null));
    }
}
