using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>Requests in any state, without a database. Working time is Mon–Fri 09:00–17:00 in Berlin; it starts on Monday 10:42.</summary>
internal sealed class RequestMaker
{
    private readonly TimeOrderedIds ids;

    public RequestMaker()
    {
        ids = new TimeOrderedIds(Clock);
        Time = BusinessCalendar.Standard(ids.Next(), "Europe/Berlin").Time();
        Rep = new Viewer(ids.Next(), "Rita Sommer", Roles.Rep);
        Manager = new Viewer(ids.Next(), "Paula Meier", Roles.ProgramManager);
        Owner = new Viewer(ids.Next(), "Jonas Weber", Roles.Rep);
    }

    public FakeClock Clock { get; } = new();

    public BusinessTime Time { get; }

    public Viewer Rep { get; }

    public Viewer Manager { get; }

    public Viewer Owner { get; }

    public Guid CustomerId { get; } = Guid.CreateVersion7();

    public static string Zone => "Europe/Berlin";

    public Moment At(Viewer? by = null) => new(by ?? Manager, Clock.Now, Time, ids);

    public Guid Id() => ids.Next();

    public RequestNeed Need(string activity = ActivityKeys.SalesCall, int wanted = 1) => new()
    {
        ActivityKey = activity, OpportunityId = Guid.CreateVersion7(), Text = "A bank in DACH", NeededBy = new DateOnly(2026, 12, 4), Wanted = wanted,
    };

    public ReferenceRequest Draft(string activity = ActivityKeys.SalesCall, int wanted = 1) => new(ids.Next(), 1042, Rep.UserId, Need(activity, wanted), Clock.Now);

    public ReferenceRequest Submitted(string activity = ActivityKeys.SalesCall, int wanted = 1)
    {
        var request = Draft(activity, wanted);
        request.Submit(At(Rep), new Promise(Time.AddDays(Clock.Now, 2), 2, null));
        return request;
    }

    public ReferenceRequest Triaged(int wanted = 1)
    {
        var request = Submitted(wanted: wanted);
        request.Assign(At(), Manager.UserId, Manager.Name);
        return request;
    }

    public Candidate Proposed(ReferenceRequest request) => request.Propose(At(), ids.Next(), ids.Next(), ids.Next());

    public Candidate Asked(ReferenceRequest request, Party party = Party.Owner)
    {
        var candidate = Proposed(request);
        request.Ask(At(), candidate.Id, party, ids.Next(), Clock.Now.AddHours(4));
        return candidate;
    }

    public Candidate Accepted(ReferenceRequest request)
    {
        var candidate = Asked(request, Party.Customer);
        request.Accept(At(), candidate.Id, candidate.UseId!.Value);
        return candidate;
    }

    public Candidate Scheduled(ReferenceRequest request, TimeSpan ahead)
    {
        var candidate = Accepted(request);
        request.Schedule(At(), candidate.Id, Clock.Now + ahead, null);
        return candidate;
    }

    public Customer CustomerOf(Viewer owner)
    {
        var customer = new Customer(ids.Next(), new CompanyFacts { Name = "Alpenbank AG" }, owner.UserId, Clock.Now);
        customer.Activate();
        return customer;
    }
}
