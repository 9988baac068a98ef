using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests.Line;

/// <summary>Candidates that were proposed before there was a line.</summary>
public sealed class LinePlacesFillTests : IDisposable
{
    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task They_come_after_those_who_stand_in_line_in_the_order_of_their_keys_and_only_once()
    {
        var number = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.AssignAsync(number, null, program.Manager, default));
        await program.ProposeAsync(number);
        foreach (var name in new[] { "Bodensee Leben", "Corvina Bank" })
        {
            var other = Given.Customer(name, program.Owner.UserId);
            await program.Database.Add(other);
            await program.Do<CandidateAsks>(desk => desk.ProposeAsync(number, other.Id, null, program.Manager, default));
        }

        var keys = (await program.RequestAsync(number)).Candidates.Select(candidate => candidate.Id).Order().ToList();
        await program.Database.Read(db => db.Candidates.Where(candidate => candidate.Id != keys[2]).ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.LinePlace, (int?)null)));

        await FillAsync();
        (await program.RequestAsync(number)).Line.Select(candidate => candidate.Id).ShouldBe([keys[2], keys[0], keys[1]]);

        await program.Do<LineOrder>(line => line.LeaveAsync(number, keys[0], program.Manager, default));
        await FillAsync();
        (await program.RequestAsync(number)).Line.Select(candidate => candidate.Id).ShouldBe([keys[2], keys[1]]);
    }

    private Task<bool> FillAsync() => program.Database.Ask<LinePlacesFill, bool>(async fill =>
    {
        await fill.RunAsync(default);
        return true;
    });
}
