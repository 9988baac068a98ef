using Microsoft.Extensions.DependencyInjection;

namespace ReferenceHub.Core.Requests;

/// <summary>What the room of requests offers.</summary>
internal static class RequestServices
{
    internal static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddScoped<RequestDoor>()
        .AddScoped<RequestPromises>()
        .AddScoped<RequestSheets>()
        .AddScoped<RequestSending>()
        .AddScoped<RequestDrafting>()
        .AddScoped<ContentChoices>()
        .AddScoped<ContentAnswers>()
        .AddScoped<RequestTriage>()
        .AddScoped<AskNotices>()
        .AddScoped<CandidateSteps>()
        .AddScoped<ProspectPlaces>()
        .AddScoped<ContactChoices>()
        .AddScoped<ProspectRefusals>()
        .AddScoped<Misfits>()
        .AddScoped<FirstAsks>()
        .AddScoped<CandidateLine>()
        .AddScoped<LineOrder>()
        .AddScoped<CandidateAsks>()
        .AddScoped<CandidateAnswers>()
        .AddScoped<CandidateUses>()
        .AddScoped<CandidateRecall>()
        .AddScoped<DealRequestQueries>()
        .AddScoped<DealMerge>()
        .AddScoped<CandidateNumbers>()
        .AddScoped<AskedMarks>()
        .AddScoped<UnmetRequests>()
        .AddScoped<RequestMatches>()
        .AddSingleton<TrialsInForce>()
        .AddScoped<WeightTrials>()
        .AddScoped<RequestExpiry>()
        .AddScoped<ReplyWindows>()
        .AddScoped<PromiseWatch>()
        .AddScoped<PreferredCustomers>()
        .AddScoped<RequestFinder>()
        .AddScoped<RequestQueries>()
        .AddScoped<MyRequests>()
        .AddScoped<QueueQueries>()
        .AddScoped<RequestPeople>()
        .AddScoped<CustomerRequestQueries>()
        .AddScoped<RevealQueries>();
}
