using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Words among those who see a request. Who is mentioned is told; who does not see the request becomes a follower first, if the writer says so.</summary>
public sealed class RequestComments(ReferenceHubDbContext db, RequestDoor door, Notices notices, StandIns standIns)
{
    /// <summary>The field at which mentions of people who do not see the request are refused.</summary>
    public const string Field = "LetFollow";

    /// <summary>Adds a comment; <paramref name="letFollow"/> lets mentioned people follow who could not see the request otherwise.</summary>
    public Task<Outcome> AddAsync(int number, string words, bool letFollow, Viewer by, CancellationToken ct) =>
        door.OnAsync(number, by, async (request, moment, stop) =>
        {
            await db.Entry(request).Collection(row => row.Watchers).LoadAsync(stop);
            var mentioned = await MentionedAsync(words, by, stop);
            var strangers = await StrangersAsync(number, mentioned, stop);
            if (strangers.Count > 0 && !by.MayDriveFor(request.RequesterId))
            {
                return Outcome.Refuse($"{Names(strangers)} can't see this request. Take the name out, or ask the requester to let them follow it.");
            }

            if (strangers.Count > 0 && !letFollow)
            {
                return Outcome.Refuse($"{Names(strangers)} can't see this request. Let them follow it, or take the name out.", Field);
            }

            strangers.ForEach(person => request.LetFollow(moment, person.Id, person.Name));
            request.Comment(moment, words);
            await TellAsync(request, words, mentioned, by, stop);
            return Outcome.Done;
        }, ct);

    /// <summary>People whose name begins with these letters, to be mentioned: first those who see the request.</summary>
    public async Task<IReadOnlyList<Person>> PickAsync(int number, string? letters, Viewer by, CancellationToken ct)
    {
        if (!await db.Requests.VisibleTo(by, db).AnyAsync(request => request.Number == number, ct))
        {
            throw new MissingException("request");
        }

        var key = TextKey.Of(letters);
        var inside = " " + key;
        return await db.Users.AsNoTracking().WhoCanSignIn()
            .Where(user => user.Id != by.UserId && (user.NameKey.StartsWith(key) || user.NameKey.Contains(inside)))
            .OrderBy(user => user.NameKey).Take(MostPicked)
            .Select(user => new Person(user.Id, user.Name))
            .ToListAsync(ct);
    }

    private const int MostPicked = 8;

    private async Task<IReadOnlyList<Person>> MentionedAsync(string words, Viewer by, CancellationToken ct) => words.Contains('@', StringComparison.Ordinal)
        ? Mentions.In(words, await NamedAsync(Mentions.Starts(words), by, ct))
        : [];

    // Only those whose name begins with the first word of a mention; which of them is meant, the whole name tells.
    private async Task<List<Person>> NamedAsync(IReadOnlyList<string> starts, Viewer by, CancellationToken ct) => starts.Count == 0 ? [] : await db.Users.AsNoTracking().WhoCanSignIn()
        .Where(user => user.Id != by.UserId && starts.Any(start => EF.Functions.Like(user.NameKey, start + "%")))
        .Select(user => new Person(user.Id, user.Name)).ToListAsync(ct);

    private async Task<List<Person>> StrangersAsync(int number, IReadOnlyList<Person> mentioned, CancellationToken ct)
    {
        var strangers = new List<Person>();
        foreach (var person in mentioned)
        {
            var viewer = await standIns.ViewerOfAsync(await db.Users.AsNoTracking().SingleAsync(user => user.Id == person.Id, ct), ct);
            if (!await db.Requests.VisibleTo(viewer, db).AnyAsync(request => request.Number == number, ct))
            {
                strangers.Add(person);
            }
        }

        return strangers;
    }

    private async Task TellAsync(ReferenceRequest request, string words, IReadOnlyList<Person> mentioned, Viewer by, CancellationToken ct)
    {
        var path = $"/requests/{request.Number.ToString(CultureInfo.InvariantCulture)}";
        var named = mentioned.Select(person => person.Id).ToList();
        await notices.TellAsync(named, MessageKinds.Mention, $"{by.Name} mentions you on request #{request.Number}", words, path, by.UserId, ct);
        var others = request.Watchers.Select(watcher => watcher.UserId).Append(request.RequesterId);
        others = request.AssigneeId is { } manager ? others.Append(manager) : others;
        await notices.TellAsync([.. others.Except(named)], MessageKinds.Comment, $"{by.Name} comments on request #{request.Number}", words, path, by.UserId, ct);
    }

    private static string Names(IEnumerable<Person> people) => string.Join(" and ", people.Select(person => person.Name));
}
