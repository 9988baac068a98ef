namespace ReferenceHub.Core.References;

/// <summary>What a product use's form edits.</summary>
public sealed record ProductUseEdit
{
    /// <summary>Product term; fixed once added.</summary>
    public Guid? ProductId { get; init; }

    /// <summary>Edition.</summary>
    public string? Edition { get; init; }

    /// <summary>Where it runs, in words.</summary>
    public string? Deployment { get; init; }

    /// <summary>First productive day.</summary>
    public DateOnly? LiveSince { get; init; }

    /// <summary>What it replaced.</summary>
    public string? Replaced { get; init; }

    /// <summary>The product use as it is.</summary>
    public static ProductUseEdit Of(ProductUse use)
    {
        ArgumentNullException.ThrowIfNull(use);
        return new ProductUseEdit { ProductId = use.ProductId, Edition = use.Edition, Deployment = use.Deployment, LiveSince = use.LiveSince, Replaced = use.Replaced };
    }
}

/// <summary>The fields of a product use's form.</summary>
public static class ProductUseFields
{
    /// <summary>All of them, in the form's order.</summary>
    public static IReadOnlyList<EditField<ProductUseEdit>> All { get; } =
    [
        new("Edition", "Edition", edit => CustomerFields.Plain(edit.Edition), (to, from) => to with { Edition = from.Edition }),
        new("Deployment", "Deployment", edit => CustomerFields.Plain(edit.Deployment), (to, from) => to with { Deployment = from.Deployment }),
        new("LiveSince", "Live since", edit => CustomerFields.Plain(edit.LiveSince), (to, from) => to with { LiveSince = from.LiveSince }),
        new("Replaced", "Replaced", edit => CustomerFields.Plain(edit.Replaced), (to, from) => to with { Replaced = from.Replaced }),
    ];
}
