using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Html.Dom;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Database.Tests.TwoProcesses;

/// <summary>People who ask one candidate after the other, each in a browser of their own at one process; what was not answered is asked again.</summary>
internal sealed class Askers(string email, IEnumerable<(int Number, Guid CandidateId)> all, int moment)
{
    private const int AtEach = 3;
    private readonly ConcurrentQueue<(int Number, Guid CandidateId)> waiting = new(all);
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int answered;

    /// <summary>What each was told: true when the customer is being asked, false when a limit refused it.</summary>
    public ConcurrentDictionary<Guid, bool> Answers { get; } = new();

    /// <summary>Comes true when so many have been answered as were named.</summary>
    public Task Moment => reached.Task;

    /// <summary>Asks at a process until nothing waits, or the process is gone.</summary>
    public Task AtAsync(ProductProcess product) => Task.WhenAll(Enumerable.Range(0, AtEach).Select(_ => OneAsync(product)));

    private async Task OneAsync(ProductProcess product)
    {
        try
        {
            var visitor = product.Anybody();
            await visitor.SignInAsync(email, WebApp.Password);
            var page = await visitor.OpenAsync("/today");
            var token = ((IHtmlInputElement)page.Document.QuerySelector("input[name='__RequestVerificationToken']")!).Value;
            while (waiting.TryDequeue(out var next))
            {
                await AskAsync(visitor, token, next);
            }
        }
        catch (HttpRequestException)
        {
            // Killed while they signed in.
        }
    }

    private async Task AskAsync(Visitor visitor, string token, (int Number, Guid CandidateId) ask)
    {
        try
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
            using var answer = await visitor.Client.PostAsync(new Uri($"/requests/{ask.Number}/candidates/{ask.CandidateId}/ask", UriKind.Relative), form);
            Answers[ask.CandidateId] = answer.StatusCode switch
            {
                HttpStatusCode.Redirect or HttpStatusCode.SeeOther => true,
                HttpStatusCode.Conflict => false,
                _ => throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"),
            };
            if (Interlocked.Increment(ref answered) == moment)
            {
                reached.SetResult();
            }
        }
        catch (HttpRequestException)
        {
            waiting.Enqueue(ask);
            throw;
        }
    }
}
