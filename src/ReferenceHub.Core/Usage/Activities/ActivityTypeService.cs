using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>What is changed of an activity type.</summary>
/// <param name="Facts">What it is and takes.</param>
/// <param name="Targets">Target and reply windows.</param>
/// <param name="Terms">What asking for it takes.</param>
/// <param name="Texts">What both sides are told.</param>
/// <param name="Enabled">May be asked for.</param>
/// <param name="Version">Version the change was made on.</param>
public sealed record ActivityTypeChange(ActivityFacts Facts, ActivityTargets Targets, ActivityTerms Terms, ActivityTexts Texts, bool Enabled, int Version)
{
    /// <summary>Gives a type what the change says.</summary>
    internal void Onto(ActivityType type)
    {
        type.Describe(Facts);
        type.Promise(Targets);
        type.Demand(Terms);
        type.Tell(Texts);
        type.Switch(Enabled);
    }
}

/// <summary>Adds, changes, orders and switches activity types; requests under way keep their promise, the ledger keeps what uses took.</summary>
public sealed class ActivityTypeService(ReferenceHubDbContext db, HistoryLog history)
{
    // Activity types are known by key; their history hangs on one subject.
    internal static readonly Guid Subject = new("00000000-0000-7000-8000-000000000003");

    private static readonly string[] Reserved = ["new"];

    /// <summary>Adds a type at the end of the list; answers its key.</summary>
    public Task<Outcome<string>> AddAsync(ActivityTypeChange change, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        by.MustHave(Right.ManageSettings);
        return db.WriteAsync<Outcome<string>>(
            async stop =>
            {
                var all = await db.ActivityTypes.AsNoTracking().ToListAsync(stop);
                if (WhyNot(change, null, all) is { } no)
                {
                    return Outcome<string>.Refuse(no.Refusal!, no.Field);
                }

                var facts = change.Facts;
                var type = new ActivityType(KeyOf(facts.Name, all), facts.Name, all.Count == 0 ? 1 : all.Max(each => each.Order) + 1, facts.Units, facts.Minutes, facts.Route, facts.Scope, facts.Icon);
                change.Onto(type);
                db.ActivityTypes.Add(type);
                history.Record(by, SubjectKind.Settings, Subject, "added-activity-type", type.Name);
                await db.SaveChangesAsync(stop);
                return type.Key;
            },
            ct);
    }

    /// <summary>Changes one type.</summary>
    public async Task<Outcome> ChangeAsync(string key, ActivityTypeChange change, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        by.MustHave(Right.ManageSettings);
        var all = await db.ActivityTypes.ToListAsync(ct);
        var type = all.Find(each => each.Key == key) ?? throw new MissingException("activity type");
        if (type.Version != change.Version)
        {
            throw new StaleVersionException("activity type");
        }

        if (WhyNot(change, type, all) is { } no)
        {
            return no;
        }

        var changes = ActivityTypeWords.Differences(type, ActivityTypeWords.Changed(type, change));
        if (changes.Count > 0)
        {
            change.Onto(type);
            history.Record(by, SubjectKind.Settings, Subject, "changed-activity-type", type.Name, changes);
            await db.SaveChangesAsync(ct);
        }

        return Outcome.Done;
    }

    /// <summary>Moves a type one place up or down in all lists.</summary>
    public Task<Outcome> MoveAsync(string key, bool up, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageSettings);
        return db.WriteAsync(
            async stop =>
            {
                var all = await db.ActivityTypes.OrderBy(type => type.Order).ThenBy(type => type.Key).ToListAsync(stop);
                var from = all.FindIndex(type => type.Key == key);
                var to = from < 0 ? throw new MissingException("activity type") : up ? from - 1 : from + 1;
                if (to < 0 || to >= all.Count)
                {
                    return Outcome.Refuse($"{all[from].Name} is {(up ? "first" : "last")} already.");
                }

                (all[from], all[to]) = (all[to], all[from]);
                for (var place = 0; place < all.Count; place++)
                {
                    all[place].Place(place + 1);
                }

                history.Record(by, SubjectKind.Settings, Subject, "moved-activity-type", $"Moved {all[to].Name} {(up ? "up" : "down")}");
                await db.SaveChangesAsync(stop);
                return Outcome.Done;
            },
            ct);
    }

    private static Outcome? WhyNot(ActivityTypeChange change, ActivityType? type, List<ActivityType> all)
    {
        var name = TextKey.Of(change.Facts.Name);
        if (all.Exists(other => other != type && TextKey.Of(other.Name) == name))
        {
            return Outcome.Refuse("There is an activity type of this name already.", nameof(ActivityFacts.Name));
        }

        var ofProjects = type?.Route == ApprovalRoute.Project;
        if (ofProjects != (change.Facts.Route == ApprovalRoute.Project))
        {
            return Outcome.Refuse("Only stories and videos are made in projects; choose another route.", nameof(ActivityFacts.Route));
        }

        if (change.Enabled && ofProjects)
        {
            return Outcome.Refuse("Stories and videos are made in projects, which this version does not have yet.", nameof(change.Enabled));
        }

        return !change.Enabled && type is { Enabled: true } && !all.Exists(other => other != type && other.Enabled)
            ? Outcome.Refuse("Leave at least one activity type on; without any, nobody can ask.", nameof(change.Enabled))
            : null;
    }

    // "Round table" becomes "round-table"; a key that is taken gets a number.
    private static string KeyOf(string name, List<ActivityType> all)
    {
        var letters = TextKey.Of(name).ToLowerInvariant().Select(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) ? letter : '-');
        var key = string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        key = key.Length == 0 ? "type" : key.Length > ActivityType.KeyLength - 4 ? key[..(ActivityType.KeyLength - 4)].Trim('-') : key;
        return Enumerable.Range(1, all.Count + 2).Select(place => place == 1 ? key : $"{key}-{place}").First(free => !Reserved.Contains(free) && !all.Exists(type => type.Key == free));
    }
}
