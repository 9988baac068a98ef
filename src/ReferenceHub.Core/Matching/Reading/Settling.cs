namespace ReferenceHub.Core.Matching;

/// <summary>What can only be said once all is read: lists of what is not wanted, either of several products, words that belong to their neighbour.</summary>
internal static class Settling
{
    public static void Settle(List<NeedItem> items, NeedTokens tokens)
    {
        for (var at = 0; at < items.Count; at++)
        {
            if (items[at].Criterion is { Not: true })
            {
                Continue(items, at);
            }
        }

        for (var from = 0; from < items.Count; from++)
        {
            EitherProduct(items, from);
        }

        if (items.Exists(item => item.Is(Facet.Size) && !item.IsVague))
        {
            items.RemoveAll(item => item.IsVague);
        }

        items.RemoveAll(item => IsOfNeighbour(items, item, tokens));
    }

    // "not retail, healthcare or media": the same facet, up to the "or".
    private static void Continue(List<NeedItem> items, int at)
    {
        var facet = items[at].Criterion!.Value.Facet;
        var end = at + 1;
        while (end < items.Count && items[end].Is(facet) && items[end].Joint == Joint.Comma)
        {
            end++;
        }

        if (end < items.Count && items[end].Is(facet) && items[end].Joint is Joint.Or or Joint.And)
        {
            for (var one = at + 1; one <= end; one++)
            {
                items[one].Mean(Cue.Not);
            }
        }
    }

    // "Atlas or Beacon": musts of products are all asked for, so either of them can be preferred only.
    private static void EitherProduct(List<NeedItem> items, int from)
    {
        if (!IsWanted(items[from]) || items[from].Joint is Joint.Or or Joint.Comma && from > 0 && IsWanted(items[from - 1]))
        {
            return;
        }

        var end = from + 1;
        var either = false;
        while (end < items.Count && IsWanted(items[end]) && items[end].Joint is Joint.Or or Joint.Comma)
        {
            either |= items[end].Joint == Joint.Or;
            end++;
        }

        for (var one = from; either && one < end; one++)
        {
            items[one].Mean(Cue.Prefer);
        }

        static bool IsWanted(NeedItem item) => item.Is(Facet.Product) && item.Criterion is { Not: false };
    }

    // "SAP integration" asks for SAP, not for the use case of that name.
    private static bool IsOfNeighbour(List<NeedItem> items, NeedItem item, NeedTokens tokens) =>
        item.Criterion is { Facet: Facet.UseCase, Key: "integration" } && items.Exists(other => other.Is(Facet.Integration)
            && ((other.End == item.Place && tokens.PauseBefore(item.Place) == Pause.None)
                || (other.Place >= item.End && other.Place - item.End <= 1 && tokens.PauseWithin(item.Place, other.Place - item.Place + 1) == Pause.None)));
}
