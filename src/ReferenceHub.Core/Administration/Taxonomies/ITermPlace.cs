using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>A part of the records that names terms: how often it names each, and how it names another instead.</summary>
internal interface ITermPlace
{
    /// <summary>One of what names a term, in words: "customer".</summary>
    string One { get; }

    /// <summary>Many of them, in words.</summary>
    string Many { get; }

    /// <summary>Whether terms of this taxonomy can be named here.</summary>
    bool Names(TermKind kind);

    /// <summary>How often each of these terms of one taxonomy is named; those that are not may be left out.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountAsync(TermKind kind, IReadOnlyList<Term> terms, CancellationToken ct);

    /// <summary>Names another term of the same taxonomy wherever this one was named; the caller saves.</summary>
    Task<int> MoveAsync(Term from, Term to, Viewer by, CancellationToken ct);
}
