using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Consent;

/// <summary>What is known of a contact, as they may read it themselves.</summary>
/// <param name="Languages">Keys of languages.</param>
/// <param name="Topics">Names of use cases they speak about best.</param>
/// <param name="Permissions">What their company agreed to.</param>
/// <param name="Uses">When they acted as a reference, or are asked or planned to, newest first.</param>
/// <param name="Lookups">How often colleagues of ours looked up their e-mail or phone in the last year.</param>
public sealed record ContactRecord(
    IReadOnlyList<string> Languages, IReadOnlyList<string> Topics, IReadOnlyList<KnownPermission> Permissions, IReadOnlyList<KnownUse> Uses, int Lookups);

/// <summary>What the company said to one scope.</summary>
public sealed record KnownPermission(PermissionScope Scope, PermissionStatus Status, DateOnly? ValidUntil);

/// <summary>One use that takes or took their time.</summary>
/// <param name="On">The day.</param>
/// <param name="ActivityKey">Kind of use, by key.</param>
/// <param name="Activity">Kind of use, as the program calls it.</param>
/// <param name="Minutes">Minutes.</param>
/// <param name="State">Asked, planned, done or not held.</param>
/// <param name="Prospect">For whom, where that was told to them.</param>
public sealed record KnownUse(DateOnly On, string ActivityKey, string Activity, int Minutes, UseState State, string? Prospect);
