using System.Globalization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ReferenceHub.Web.Features.Usage.Moves;

/// <summary>What was just moved, kept for the page after the redirect, which offers to undo it.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="UseId">The use.</param>
/// <param name="Name">The customer's name as the person may know it.</param>
/// <param name="Was">Day before.</param>
/// <param name="On">Day now.</param>
/// <param name="NeededBy">By when the request needs it.</param>
public sealed record MovedUse(Guid CustomerId, Guid UseId, string Name, DateOnly Was, DateOnly On, DateOnly? NeededBy)
{
    private const string Key = "moved-use";

    /// <summary>The address that moves it back.</summary>
    public string Address => $"/usage/customers/{CustomerId}/uses/{UseId}/move";

    /// <summary>Keeps it for the next page.</summary>
    public static void Put(ITempDataDictionary kept, MovedUse moved)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(moved);
        kept[Key] = string.Join('|', moved.CustomerId, moved.UseId, Iso(moved.Was), Iso(moved.On), moved.NeededBy is { } day ? Iso(day) : "", moved.Name);
    }

    /// <summary>Takes it, if there is one.</summary>
    public static MovedUse? Take(ITempDataDictionary kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return kept[Key] is string said && said.Split('|', 6) is [var customer, var use, var was, var on, var needed, var name]
            ? new MovedUse(Guid.Parse(customer), Guid.Parse(use), name, Day(was), Day(on), needed.Length > 0 ? Day(needed) : null)
            : null;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
