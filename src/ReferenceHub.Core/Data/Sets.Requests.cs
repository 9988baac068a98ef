using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Data;

public sealed partial class ReferenceHubDbContext
{
    /// <summary>Reference requests.</summary>
    public DbSet<ReferenceRequest> Requests => Set<ReferenceRequest>();

    /// <summary>Their candidates.</summary>
    public DbSet<Candidate> Candidates => Set<Candidate>();

    /// <summary>Their timelines.</summary>
    public DbSet<RequestEvent> RequestEvents => Set<RequestEvent>();

    /// <summary>Times offered for uses.</summary>
    public DbSet<TimeSlot> TimeSlots => Set<TimeSlot>();

    /// <summary>What both sides said after a use.</summary>
    public DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();

    /// <summary>Who follows which request.</summary>
    public DbSet<RequestWatcher> RequestWatchers => Set<RequestWatcher>();

    /// <summary>Files added to requests.</summary>
    public DbSet<RequestFile> RequestFiles => Set<RequestFile>();
}
