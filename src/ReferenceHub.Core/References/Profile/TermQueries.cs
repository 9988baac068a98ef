using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>Reads taxonomies for forms.</summary>
public sealed class TermQueries(ReferenceHubDbContext db)
{
    /// <summary>Terms that are offered, by key and name, narrower ones after their broader one with their depth.</summary>
    public async Task<IReadOnlyList<(string Key, string Name, int Depth)>> ChoicesAsync(TermKind kind, CancellationToken ct, string? presentKey = null) =>
        [.. (await TermBook.ReadAsync(db, ct)).Offered(kind, term => term.Key == presentKey).Select(offered => (offered.Term.Key, offered.Term.Name, offered.Depth))];
}
