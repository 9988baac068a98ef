using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using static ReferenceHub.Core.Tests.Usage.Some;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>Short ways to say what was written in ledgers of the past; days are counted from the first of the period.</summary>
internal static class Past
{
    public static readonly DateOnly From = Monday;
    public static readonly DateOnly To = Monday.AddDays(364);
    public static readonly Guid Bank = NextId(), Dach = NextId(), Atlas = NextId();
    public static readonly IReadOnlyDictionary<string, PermissionScope> Scopes = Types.ToDictionary(type => type.Key, type => type.Value.Scope);

    private static int sequence;

    public static UsageSubject Customer(params Guid[] terms) => Customer(terms, contacts: 1);

    public static UsageSubject Customer(Guid[] terms, int contacts) => new(
        NextId(), Tier.Standard, terms.ToHashSet(), [.. Enumerable.Range(0, contacts).Select(_ => new UsageContact(NextId(), Enum.GetValues<PermissionScope>().ToHashSet()))], PausedUntil: null);

    public static PastUse Asked(UsageSubject who, int day, int asked = 0, string? type = null, int contact = 0) =>
        new([Step(asked, Use(type ?? ActivityKeys.SalesCall, From.AddDays(day), who.Contacts[contact].ContactId, UseState.Pending) with { CustomerId = who.CustomerId }, isChecked: true)], IsAsk: true, 1001);

    public static PastUse Logged(UsageSubject who, int day, int written, string? type = null) =>
        new([Step(written, Use(type ?? ActivityKeys.SalesCall, From.AddDays(day), who.Contacts[0].ContactId) with { CustomerId = who.CustomerId })], IsAsk: false);

    public static PastUse Overridden(PastUse past) => past with { Steps = [past.Steps[0] with { Overrides = true }, .. past.Steps.Skip(1)] };

    public static PastUse Moved(PastUse past, int to, int on, bool overrides = false) => Then(past, Step(on, past.Steps[^1].Use with { On = From.AddDays(to), State = UseState.Planned }, isChecked: true) with { Overrides = overrides });

    public static PastUse Declined(PastUse past, int on) => Then(past, Step(on, past.Steps[^1].Use with { Units = 0, Minutes = 0, StartsRest = false, State = UseState.Released }));

    public static PastUse NoShow(PastUse past, int on) => Then(past, Step(on, past.Steps[^1].Use with { Units = 0, Minutes = 0, State = UseState.NoShow }));

    public static PastUse Confirmed(PastUse past, int on, int minutes) => Then(past, Step(on, past.Steps[^1].Use with { Minutes = minutes, State = UseState.Done }));

    public static ReplayHistory PeriodOf(IReadOnlyList<UsageSubject> customers, params PastUse[] uses) => new(From, To, uses, customers, Scopes, new HashSet<Guid> { Atlas });

    public static Replayed Replayed(IReadOnlyList<UsageSubject> customers, PolicyBook book, params PastUse[] uses) => new Core.Usage.Replay(PeriodOf(customers, uses)).Run(book);

    private static PastUse Then(PastUse past, PastStep step) => past with { Steps = [.. past.Steps, step] };

    // Steps of one day follow each other as they are written down here.
    private static PastStep Step(int day, Use use, bool isChecked = false)
    {
        var place = Interlocked.Increment(ref sequence);
        return new(From.AddDays(day).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc).AddMilliseconds(place), place, isChecked, Overrides: false, use);
    }
}
