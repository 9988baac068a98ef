namespace ReferenceHub.Core.Usage;

/// <summary>Uses by their days, so that those near a day are found without a look at all of them.</summary>
internal sealed class UseShelf
{
    private const int Width = 64;

    private readonly Dictionary<Guid, Use> uses = [];
    private readonly Dictionary<int, HashSet<Guid>> days = [];

    /// <summary>A use as it stands, if there is one.</summary>
    public Use? Find(Guid useId) => uses.GetValueOrDefault(useId);

    /// <summary>The use as it stands from now on.</summary>
    public void Put(Use use)
    {
        if (uses.TryGetValue(use.UseId, out var before))
        {
            days[before.On.DayNumber / Width].Remove(use.UseId);
        }

        uses[use.UseId] = use;
        if (!days.TryGetValue(use.On.DayNumber / Width, out var shelf))
        {
            days[use.On.DayNumber / Width] = shelf = [];
        }

        shelf.Add(use.UseId);
    }

    /// <summary>All uses at most so many days from a day, and some that are further away.</summary>
    public IEnumerable<Use> Near(DateOnly day, int reach) =>
        Enumerable.Range((day.DayNumber - reach) / Width, ((day.DayNumber + reach) / Width) - ((day.DayNumber - reach) / Width) + 1)
            .SelectMany(place => days.TryGetValue(place, out var shelf) ? shelf : []).Select(id => uses[id]);
}
