using System.Numerics;
using System.Runtime.InteropServices;

namespace ReferenceHub.Core.Matching;

/// <summary>A walk over the rows of a set, ascending, for foreach.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct RowWalk(ulong[] words)
{
    private ulong left;
    private int place = -1;

    public readonly int Current => (place << 6) + BitOperations.TrailingZeroCount(left);

    public readonly RowWalk GetEnumerator() => this;

    public bool MoveNext()
    {
        left &= left - 1;
        while (left == 0)
        {
            if (++place >= words.Length)
            {
                return false;
            }

            left = words[place];
        }

        return true;
    }
}
