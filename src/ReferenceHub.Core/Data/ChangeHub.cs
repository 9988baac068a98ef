using System.Collections.Concurrent;

namespace ReferenceHub.Core.Data;

/// <summary>Carries change notices inside one node: published after commit, or when the poller reads another node's.</summary>
public sealed class ChangeHub
{
    private readonly ConcurrentDictionary<object, Action<ChangeNotice>> listeners = new();

    /// <summary>Calls <paramref name="listener"/> for each notice until disposed; it must be quick and idempotent.</summary>
    public IDisposable Listen(Action<ChangeNotice> listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        var key = new object();
        listeners[key] = listener;
        return new Subscription(() => listeners.TryRemove(key, out _));
    }

    /// <summary>Tells all listeners of this node.</summary>
    public void Publish(IEnumerable<ChangeNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        foreach (var notice in notices)
        {
            foreach (var listener in listeners.Values)
            {
                listener(notice);
            }
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
