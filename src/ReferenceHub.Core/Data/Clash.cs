using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ReferenceHub.Core.Data;

/// <summary>What an error of the database says about others who wrote at the same time.</summary>
public enum Clash
{
    /// <summary>Nothing: it would come again.</summary>
    None,

    /// <summary>Others were in the way, or took the same place: on fresh rows the command finds its way or its refusal.</summary>
    Others,

    /// <summary>A row that was named is gone, or is named by now: a second look tells which; once more is a mistake of ours.</summary>
    Gone,
}

/// <summary>Reads a provider's own codes. Each provider puts its reader among the context's interceptors, where its other settings stand.</summary>
public interface IClashCodes : IInterceptor
{
    /// <summary>What an error of this provider says.</summary>
    Clash Of(DbException error);
}

/// <summary>Which failures of a command are worth another try.</summary>
internal static class Clashes
{
    /// <summary>What a failure says, however deep EF Core has wrapped it.</summary>
    public static Clash Of(DbContextOptions options, Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            switch (error)
            {
                case DbUpdateConcurrencyException:
                    return Clash.Others;
                case DbException { IsTransient: true }:
                    return Clash.Others;
                case DbException database:
                    return CodesOf(options)?.Of(database) ?? Clash.None;
                case DbUpdateException or InvalidOperationException:
                    break;
                default:
                    return Clash.None;
            }
        }

        return Clash.None;
    }

    private static IClashCodes? CodesOf(DbContextOptions options) =>
        options.FindExtension<CoreOptionsExtension>()?.Interceptors?.OfType<IClashCodes>().FirstOrDefault();
}
