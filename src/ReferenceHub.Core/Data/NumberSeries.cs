using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReferenceHub.Core.Data;

/// <summary>Gives requests and projects the numbers that people say aloud; drawn inside the creating transaction.</summary>
public sealed class NumberSeries : IVersioned
{
    /// <summary>Longest name of a series.</summary>
    public const int NameLength = 40;

    /// <summary>The first number of every series.</summary>
    public const int First = 1001;

    private NumberSeries()
    {
    }

    /// <summary>A series whose first number is <paramref name="first"/>.</summary>
    public NumberSeries(string name, int first)
    {
        Name = name;
        Next = first;
    }

    /// <summary>Key: "requests", "projects".</summary>
    public string Name { get; private set; } = "";

    /// <summary>The number the next one gets.</summary>
    public int Next { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Takes the next number.</summary>
    public int Draw() => Next++;

    /// <summary>Draws from the named series, starting it at 1001; call inside <see cref="ReferenceHubDbContext.WriteAsync{T}"/>.</summary>
    public static async Task<int> DrawAsync(ReferenceHubDbContext db, string name, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var series = await db.NumberSeries.FindAsync([name], ct);
        if (series is null)
        {
            series = new NumberSeries(name, First);
            db.NumberSeries.Add(series);
        }

        return series.Draw();
    }
}

internal sealed class NumberSeriesConfiguration : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.HasKey(series => series.Name);
        builder.Property(series => series.Name).HasMaxLength(NumberSeries.NameLength);
    }
}
