namespace ReferenceHub.Core.Matching;

/// <summary>Keeps the first so many of a long walk: a heap with the last kept one on top.</summary>
internal sealed class TopRanked(int most)
{
    private readonly List<Ranked> heap = [];

    public void Add(in Ranked item)
    {
        if (heap.Count < most)
        {
            heap.Add(item);
            Rise(heap.Count - 1);
        }
        else if (most > 0 && item.IsBefore(heap[0]))
        {
            heap[0] = item;
            Sink();
        }
    }

    /// <summary>Whether a row with this place can still be among the first.</summary>
    public bool Wants(ulong place, ulong turn) => heap.Count < most || place < heap[0].Place || (place == heap[0].Place && turn <= heap[0].Turn);

    public List<Ranked> Sorted()
    {
        var sorted = heap.ToList();
        sorted.Sort((one, other) => one.IsBefore(other) ? -1 : other.IsBefore(one) ? 1 : 0);
        return sorted;
    }

    private void Rise(int place)
    {
        while (place > 0 && heap[(place - 1) / 2].IsBefore(heap[place]))
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
                largest = heap[largest].IsBefore(heap[child]) ? child : largest;
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
