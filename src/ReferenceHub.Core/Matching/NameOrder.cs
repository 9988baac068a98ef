using System.Globalization;

namespace ReferenceHub.Core.Matching;

/// <summary>The places of a block's names, real and anonymous ones together, when sorted as people sort them; the same name has the same place.</summary>
internal sealed class NameOrder
{
    private readonly int[] places;
    private readonly Dictionary<int, int> anonymousPlaces = [];

    public NameOrder(CatalogBlock block)
    {
        places = new int[block.Count];
        var anonymous = block.AnonymousNames.ToArray();
        var names = new byte[block.Count + anonymous.Length][];
        var entries = new int[names.Length];
        for (var entry = 0; entry < names.Length; entry++)
        {
            names[entry] = KeyOf(entry < block.Count ? block.Names[entry] : anonymous[entry - block.Count].Value);
            entries[entry] = entry;
        }

        Array.Sort(names, entries, Comparer<byte[]>.Create(static (one, other) => one.AsSpan().SequenceCompareTo(other)));
        for (var (rank, place) = (0, 0); rank < entries.Length; rank++)
        {
            place = rank > 0 && names[rank].AsSpan().SequenceEqual(names[rank - 1]) ? place : rank;
            if (entries[rank] < block.Count)
            {
                places[entries[rank]] = place;
            }
            else
            {
                anonymousPlaces[anonymous[entries[rank] - block.Count].Key] = place;
            }
        }
    }

    /// <summary>The place of the name that is shown.</summary>
    public int PlaceOf(int row, bool hidden) => hidden ? anonymousPlaces[row] : places[row];

    /// <summary>What names are compared by, byte by byte: the same in every block.</summary>
    public static byte[] KeyOf(string name) =>
        CultureInfo.InvariantCulture.CompareInfo.GetSortKey(name, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace).KeyData;
}
