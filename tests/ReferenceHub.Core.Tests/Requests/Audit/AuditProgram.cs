using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Requests.Audit;

/// <summary>A small program whose ledger is broken on purpose, in the database and past the product, and then compared.</summary>
public sealed class AuditProgram : IDisposable
{
    private AuditProgram(SmallProgram program) => Base = program;

    public SmallProgram Base { get; }

    /// <summary>What somebody else does past the product just before the next transaction begins.</summary>
    public Meanwhile Meanwhile { get; private init; } = null!;

    public void Dispose() => Base.Dispose();

    public static async Task<AuditProgram> MakeAsync()
    {
        var meanwhile = new Meanwhile();
        var program = new AuditProgram(new SmallProgram(options => options.AddInterceptors(meanwhile))) { Meanwhile = meanwhile };
        await program.Base.Database.Change(db => db.Users.Where(user => user.Id == program.Base.Manager.UserId).ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, "set")));
        return program;
    }

    /// <summary>Asked, agreed by everybody, and given a date in two days.</summary>
    public async Task<(int Number, Guid CandidateId)> ScheduledAsync()
    {
        var (number, candidate) = await AcceptedAsync();
        await Base.Do<CandidateUses>(desk => desk.ScheduleAsync(number, candidate, Base.Clock.Now.AddDays(2), null, null, Base.Rep, default));
        return (number, candidate);
    }

    public async Task<(int Number, Guid CandidateId)> AcceptedAsync()
    {
        var (number, candidate) = await Base.AskedAsync();
        await Base.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, Base.Owner, default));
        await Base.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, "by phone", Base.Manager, default));
        return (number, candidate);
    }

    public async Task<(int Number, Guid CandidateId)> CompletedAsync()
    {
        var (number, candidate) = await ScheduledAsync();
        Base.Clock.Advance(TimeSpan.FromDays(3));
        await Base.Do<CandidateUses>(desk => desk.CompleteAsync(number, candidate, 40, null, Base.Rep, default));
        return (number, candidate);
    }

    /// <summary>Changes rows past the product.</summary>
    public Task BreakAsync(Func<ReferenceHubDbContext, Task> change) => Base.Database.Change(change);

    public Task BreakEntriesAsync(Func<IQueryable<LedgerEntry>, Task<int>> change) => BreakAsync(db => change(db.LedgerEntries));

    public Task<Outcome> CompareAsync(Viewer? by = null) => Base.Ask<LedgerComparisons>(desk => desk.RunAsync(by ?? Base.Manager, default));

    /// <summary>Compares and answers what stands.</summary>
    public async Task<IReadOnlyList<(FindingKind Kind, string Words)>> FindAsync()
    {
        (await CompareAsync()).Refusal.ShouldBeNull();
        return [.. (await FindingsAsync()).Where(finding => finding.GoneAt is null).OrderBy(finding => finding.Kind).ThenBy(finding => finding.Words, StringComparer.Ordinal).Select(finding => (finding.Kind, finding.Words))];
    }

    public Task<List<LedgerFinding>> FindingsAsync() => Base.Database.Read(db => db.LedgerFindings.AsNoTracking().ToListAsync());

    public Task<List<LedgerComparison>> RunsAsync() => Base.Database.Read(db => db.LedgerComparisons.AsNoTracking().ToListAsync());

    public Task<List<Notification>> NoticesAsync() =>
        Base.Database.Read(db => db.Notifications.AsNoTracking().Where(notice => notice.Kind == MessageKinds.LedgerDiffers).ToListAsync());
}
