using Bogus;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>One thing that was done with a request so many business hours ago. What does not fit the state of things is passed over.</summary>
internal sealed record Beat(double HoursAgo, Action<RequestLife> Do);

/// <summary>The words in which the open requests are told.</summary>
internal sealed class Scene(DemoWorld world, Finder finder, Randomizer dice)
{
    private readonly Dictionary<string, RequestLife> onStage = new(StringComparer.Ordinal);

    public static Beat Take(double hoursAgo) => new(hoursAgo, life => life.Take());

    public static Beat Hold(double hoursAgo, string question) => new(hoursAgo, life => life.Hold(question));

    public static Beat Yes(double hoursAgo, int place, string? note = null) => On(hoursAgo, place, state => state.IsAsked(), (life, candidate) => life.Yes(candidate, note));

    public static Beat No(double hoursAgo, int place, string reason) => On(hoursAgo, place, state => state.IsAsked() || state.IsAhead(), (life, candidate) => life.No(candidate, reason));

    public static Beat Quiet(double hoursAgo, int place) => On(hoursAgo, place, state => state.IsAsked(), (life, candidate) => life.Silence(candidate));

    public static Beat Done(double hoursAgo, int place, int minutes, string note, int rating) => On(hoursAgo, place, state => state.IsAhead(), (life, candidate) =>
    {
        life.Complete(candidate, minutes, note);
        if (candidate.State == CandidateState.Completed)
        {
            life.Rate(candidate, rating);
        }
    });

    public static Beat GiveUp(double hoursAgo, string reason) => new(hoursAgo, life => life.GiveUp(reason));

    public static Beat Cancel(double hoursAgo, string reason) => new(hoursAgo, life => life.Cancel(reason));

    public static Beat Later(double hoursAgo, int hours, string reason) => new(hoursAgo, life => life.AgreeLater(hours * 60, reason));

    /// <summary>A date so many business hours from the present (before it, when negative).</summary>
    public Beat Book(double hoursAgo, int place, double inHours) => On(hoursAgo, place, state => state == CandidateState.Accepted, (life, candidate) =>
        life.Schedule(candidate, inHours < 0 ? life.Time.Back(world.Now, (int)(-inHours * 60)) : OnTheHour(life.Time.AddMinutes(world.Now, (int)(inHours * 60)))));

    public Beat Say(double hoursAgo, string mail, string words) => new(hoursAgo, life => life.Comment(world.People.Of(mail), words));

    public static Beat Several(double hoursAgo) => new(hoursAgo, life => life.AskSeveral());

    /// <summary>Offers times, so many business hours from the present.</summary>
    public Beat Offer(double hoursAgo, int place, Party by, params IReadOnlyList<int> inHours) => On(hoursAgo, place, state => state.IsAhead(), (life, candidate) =>
        life.Offer(candidate, by, [.. inHours.Select(hours => OnTheHour(life.Time.AddMinutes(world.Now, hours * 60))).Distinct()]));

    public Beat Follow(double hoursAgo, string mail) => new(hoursAgo, life => life.Follow(world.People.Of(mail)));

    public Beat File(double hoursAgo, string mail, string name, params IReadOnlyList<string> lines) => new(hoursAgo, life => life.AddFile(world.People.Of(mail), name, lines));

    /// <summary>Ends as a duplicate of the other request for the same prospect.</summary>
    public Beat Merge(double hoursAgo) => new(hoursAgo, life =>
    {
        if (onStage[life.Plan.Deal.Prospect.Name] is var other && other != life && other.Row.State.IsOpen())
        {
            life.MergeInto(other);
        }
    });

    /// <summary>Proposes a customer of the story without asking.</summary>
    public Beat Propose(double hoursAgo, string customer) => new(hoursAgo, life =>
    {
        if (Named(customer, life) is { } found)
        {
            life.Propose(found);
        }
    });

    /// <summary>Lines some up who fit and are free.</summary>
    public Beat LineUp(double hoursAgo, int count) => new(hoursAgo, life =>
    {
        foreach (var found in finder.Further(life, count))
        {
            life.Propose(found);
        }
    });

    /// <summary>Proposes and asks a customer of the story, or the best one where the story's is closed or none is named.</summary>
    public Beat Ask(double hoursAgo, string? customer = null) => new(hoursAgo, life =>
    {
        if ((Named(customer, life) ?? finder.Find(life, dice)) is { } found)
        {
            life.Ask(life.Propose(found));
        }
    });

    /// <summary>Plays the beats in the order of time; the first one sends the request.</summary>
    public IEnumerable<DateTime> Play(RequestLife life, IReadOnlyList<Beat> beats)
    {
        life.Send();
        onStage.TryAdd(life.Plan.Deal.Prospect.Name, life);
        foreach (var beat in beats)
        {
            yield return life.Time.Back(world.Now, (int)(beat.HoursAgo * 60));
            beat.Do(life);
        }
    }

    private static DateTime OnTheHour(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerHour));

    private static Beat On(double hoursAgo, int place, Func<CandidateState, bool> fits, Action<RequestLife, Candidate> act) => new(hoursAgo, life =>
    {
        if (place < life.Row.Candidates.Count && fits(life.Row.Candidates[place].State))
        {
            act(life, life.Row.Candidates[place]);
        }
    });

    private Found? Named(string? name, RequestLife life) => name is not null && world.Customer(name) is { } customer ? finder.Open(customer, life) : null;
}
