using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>A request with the way it goes: instants at which it goes on.</summary>
internal sealed record Script(RequestLife Life, IEnumerable<DateTime> Steps);

/// <summary>
/// Lets all requests live side by side in the order of time up to the present, so that each finds the customers as the others left them.
/// Whatever lies ahead does not happen: what is open at present is open.
/// </summary>
internal sealed class Timeline(DemoWorld world, DemoClock clock)
{
    private readonly PriorityQueue<(RequestLife Life, IEnumerator<DateTime>? Steps), (DateTime At, int Order)> waiting = new();
    private int order;

    /// <summary>Requests that are open at present, drafts included.</summary>
    public List<RequestLife> Open { get; } = [];

    /// <summary>Requests that became part of an open one; saved with it.</summary>
    public List<RequestLife> Merged { get; } = [];

    /// <summary>Puts requests on the stage, to begin when they are sent.</summary>
    public void Enter(IEnumerable<Script> scripts)
    {
        foreach (var script in scripts)
        {
            Wait(script.Life, script.Steps.GetEnumerator(), script.Life.Plan.Start);
        }
    }

    /// <summary>Plays to the present; gives each request once it has ended and keeps nothing of it.</summary>
    public IEnumerable<RequestLife> Play()
    {
        while (waiting.TryDequeue(out var next, out var when))
        {
            if (when.At > world.Now)
            {
                Keep(next.Life);
                continue;
            }

            clock.Now = when.At;
            if (next.Steps is null)
            {
                next.Life.Expire();
                yield return next.Life;
            }
            else if (next.Steps.MoveNext())
            {
                var goesOn = next.Steps.Current > clock.Now ? next.Steps.Current : clock.Now.AddMinutes(1);
                var expires = next.Life.ExpiresAt;
                Wait(next.Life, expires < goesOn ? null : next.Steps, expires < goesOn ? expires.Value : goesOn);
            }
            else if (next.Life.Row.MergedIntoId is not null)
            {
                Merged.Add(next.Life);
            }
            else if (next.Life.Row.State.IsEnd())
            {
                yield return next.Life;
            }
            else
            {
                Keep(next.Life);
            }
        }

        clock.Now = world.Now;
    }

    private void Keep(RequestLife life)
    {
        if (life.Row is not null)
        {
            Open.Add(life);
        }
    }

    private void Wait(RequestLife life, IEnumerator<DateTime>? steps, DateTime at) =>
        waiting.Enqueue((life, steps), (at < clock.Now ? clock.Now : at, order++));
}
