using System.Runtime.InteropServices;

namespace ReferenceHub.Core.Matching;

/// <summary>Keeps the first so many of a long walk: a heap with the last kept one on top.</summary>
internal sealed class TopRows<T>(int most, Comparison<T> order)
{
    private readonly List<T> heap = [];

    /// <summary>Whether one more can only take the place of the last kept one.</summary>
    public bool IsFull => heap.Count >= most;

    /// <summary>The last kept one.</summary>
    public ref readonly T Last => ref CollectionsMarshal.AsSpan(heap)[0];

    public void Add(T item)
    {
        if (heap.Count < most)
        {
            heap.Add(item);
            Rise(heap.Count - 1);
        }
        else if (most > 0 && order(item, heap[0]) < 0)
        {
            heap[0] = item;
            Sink();
        }
    }

    public IEnumerable<T> Sorted()
    {
        var sorted = heap.ToList();
        sorted.Sort(order);
        return sorted;
    }

    private void Rise(int place)
    {
        while (place > 0 && order(heap[place], heap[(place - 1) / 2]) > 0)
        {
            (heap[place], heap[(place - 1) / 2]) = (heap[(place - 1) / 2], heap[place]);
            place = (place - 1) / 2;
        }
    }

    private void Sink()
    {
        var place = 0;
        while (true)
        {
            var largest = place;
            for (var child = (2 * place) + 1; child <= (2 * place) + 2 && child < heap.Count; child++)
            {
                largest = order(heap[child], heap[largest]) > 0 ? child : largest;
            }

            if (largest == place)
            {
                return;
            }

            (heap[place], heap[largest]) = (heap[largest], heap[place]);
            place = largest;
        }
    }
}
