using FluentValidation;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Views;

/// <summary>Saving or changing a view.</summary>
public sealed class ViewForm
{
    /// <summary>Address of the list.</summary>
    public string? Page { get; set; }

    /// <summary>The filter.</summary>
    public string? Query { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Offered to everybody.</summary>
    public bool Shared { get; set; }

    /// <summary>The menu opens the list with it.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Version the form shows.</summary>
    public int Version { get; set; }

    /// <summary>What is wished for.</summary>
    public ViewWish ToWish() => new(Name!, Shared, IsDefault);
}

/// <summary>Says before saving what the view would refuse.</summary>
public sealed class ViewFormValidator : AbstractValidator<ViewForm>
{
    /// <summary>The rules; lengths are the entity's.</summary>
    public ViewFormValidator() =>
        RuleFor(form => form.Name).NotEmpty().WithMessage("Type a name.").MaximumLength(SavedView.NameLength).WithMessage($"The name is longer than {SavedView.NameLength} characters.");
}

/// <summary>Lists and filters in words.</summary>
public static class ViewWords
{
    /// <summary>How the list of an address is called.</summary>
    public static string PageName(string? page) => page switch
    {
        "/references" => "References",
        "/requests" => "Requests",
        "/requests/queue" => "Request queue",
        "/opportunities" => "Opportunities",
        "/content" => "Content",
        _ => page ?? "",
    };

    /// <summary>A filter as it can be read: "industry: banking · view: free".</summary>
    public static string Filter(string query) => string.Join(" · ", query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => Uri.UnescapeDataString(pair.Replace('+', ' ')).Replace("=", ": ", StringComparison.Ordinal)));
}
