using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>Each business minute of a request belongs to one party.</summary>
public sealed class TimeByPartyTests
{
    private readonly RequestMaker program = new();

    [Fact]
    public void The_parts_add_up_to_the_whole_however_often_the_ball_passes()
    {
        var request = program.Submitted();
        program.Clock.Advance(TimeSpan.FromSeconds(1850));
        request.Assign(program.At(), program.Manager.UserId, program.Manager.Name);
        for (var turn = 0; turn < 5; turn++)
        {
            program.Clock.Advance(TimeSpan.FromSeconds(1999));
            var candidate = program.Asked(request);
            program.Clock.Advance(TimeSpan.FromSeconds(3001));
            request.Decline(program.At(), candidate.Id, Party.Owner, null);
        }

        request.Hold(program.At(), "Which region?");
        program.Clock.Advance(TimeSpan.FromSeconds(12345));
        request.Resume(program.At(program.Rep), "DACH");
        program.Clock.Advance(TimeSpan.FromHours(30));
        Time(request).Total.ShouldBe(program.Time.MinutesBetween(request.SubmittedAt!.Value, program.Clock.Now));
    }

    [Fact]
    public void Stretches_stand_in_the_order_they_happened_and_comments_do_not_cut_them()
    {
        var request = program.Submitted();
        program.Clock.Advance(TimeSpan.FromMinutes(30));
        request.Assign(program.At(), program.Manager.UserId, program.Manager.Name);
        program.Clock.Advance(TimeSpan.FromMinutes(15));
        var candidate = program.Asked(request);
        program.Clock.Advance(TimeSpan.FromMinutes(20));
        request.Comment(program.At(), "Friday is better");
        program.Clock.Advance(TimeSpan.FromMinutes(40));
        request.Decline(program.At(), candidate.Id, Party.Owner, null);
        program.Clock.Advance(TimeSpan.FromMinutes(5));
        Time(request).Stretches.ShouldBe([new(Party.Program, 45, false), new(Party.Owner, 60, false), new(Party.Program, 5, true)]);
    }

    [Fact]
    public void Nights_and_weekends_belong_to_nobody()
    {
        var request = program.Submitted();
        program.Clock.Advance(TimeSpan.FromDays(7));
        Time(request).ByParty.ShouldBe([(Party.Program, 5 * 480)]);
        Time(request).Days.Select(day => day.AtMinute).ShouldBe([0, 378, 858, 1338, 1818, 2298]);
    }

    private PartyTime Time(ReferenceRequest request) => RequestTimeline.TimeByParty(request, program.Clock.Now, program.Time, RequestMaker.Zone);
}
