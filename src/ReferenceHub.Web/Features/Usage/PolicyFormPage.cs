using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>What the page of one policy offers beside its fields.</summary>
public sealed class PolicyFormPage
{
    /// <summary>The policy as it is saved; null for a new one.</summary>
    public PolicyPlace? Saved { get; init; }

    /// <summary>The version it is added to or belongs to; null for one of a single customer or contact.</summary>
    public PolicyEdition? Edition { get; init; }

    /// <summary>How that version stands.</summary>
    public EditionState State { get; init; }

    /// <summary>Somebody else saved it meanwhile: what stands in the fields replaces that.</summary>
    public bool Meanwhile { get; init; }

    public IReadOnlyList<SelectListItem> Activities { get; init; } = [];

    public IReadOnlyList<SelectListItem> Industries { get; init; } = [];

    public IReadOnlyList<SelectListItem> Regions { get; init; } = [];

    public IReadOnlyList<SelectListItem> Products { get; init; } = [];

    /// <summary>Customers found by name, and the one chosen.</summary>
    public IReadOnlyList<SelectListItem> Customers { get; init; } = [];

    /// <summary>Contacts of the customer chosen.</summary>
    public IReadOnlyList<SelectListItem> Contacts { get; init; } = [];

    /// <summary>Whether whom it binds can be chosen: not of one that is for a customer or a contact already.</summary>
    public bool MayAim => Saved is null || Edition is not null;

    /// <summary>Where the page came from.</summary>
    public string Back => State is EditionState.InForce || Edition is null ? "/usage/policies" : $"/usage/policies/versions/{Edition.Id}";
}
