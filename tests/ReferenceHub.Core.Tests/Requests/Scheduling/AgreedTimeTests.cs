using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Requests.Scheduling;

/// <summary>How a time is agreed between requester and contact.</summary>
public sealed class AgreedTimeTests : IAsyncLifetime, IDisposable
{
    private readonly UseProgram program = new();

    private SmallProgram Small => program.Small;

    public Task InitializeAsync() => program.ReadyAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task The_contact_picks_one_of_three_times_and_the_others_are_gone()
    {
        var (number, candidate) = await program.AcceptedAsync();
        await OfferAsync(number, candidate, program.Days(8), program.Days(9), program.Days(10));
        var offered = await program.CandidateAsync(candidate);
        (await program.MailsAsync(MessageKinds.TimesOffered)).Single().Address.ShouldBe(UseProgram.ContactAddress);
        var behind = await program.BehindAsync(candidate);
        await Small.Do<UseTimes>(desk => desk.PickAsync(number, candidate, offered.OpenTimes()[1].Id, behind, default));
        var picked = await program.CandidateAsync(candidate);
        picked.State.ShouldBe(CandidateState.Scheduled);
        picked.ScheduledFor.ShouldBe(program.Days(9));
        picked.OpenTimes().ShouldBeEmpty();
        picked.Slots.Count(slot => slot.State == SlotState.Chosen).ShouldBe(1);
        (await program.NoticesAsync(MessageKinds.TimesProposed)).Select(notice => notice.UserId).ShouldBe([Small.Rep.UserId, Small.Manager.UserId], ignoreOrder: true);
    }

    [Fact]
    public async Task A_time_that_is_picked_twice_is_one_date()
    {
        var (number, candidate) = await program.AcceptedAsync();
        await OfferAsync(number, candidate, program.Days(8));
        var slot = (await program.CandidateAsync(candidate)).OpenTimes()[0].Id;
        var behind = await program.BehindAsync(candidate);
        await Small.Do<UseTimes>(desk => desk.PickAsync(number, candidate, slot, behind, default));
        await Small.Do<UseTimes>(desk => desk.PickAsync(number, candidate, slot, behind, default));
        (await Small.RequestAsync(number)).Events.Count(line => line.Kind == RequestEventKind.Scheduled).ShouldBe(1);
    }

    [Fact]
    public async Task Times_that_the_contact_proposes_are_confirmed_by_the_requester()
    {
        var (number, candidate) = await program.AcceptedAsync();
        await OfferAsync(number, candidate, program.Days(8));
        var behind = await program.BehindAsync(candidate);
        await Small.Do<UseTimes>(desk => desk.ProposeAsync(number, candidate, [program.Days(15), program.Days(16)], behind, default));
        var own = (await program.CandidateAsync(candidate)).OpenTimes().Single(slot => slot.StartsAt == program.Days(16));
        (await Small.Ask<UseTimes>(desk => desk.PickAsync(number, candidate, own.Id, behind, default))).IsDone.ShouldBeFalse();
        await Small.Do<UseTimes>(desk => desk.ConfirmAsync(number, candidate, own.Id, "https://meet.example/1", null, Small.Rep, default));
        var agreed = await program.CandidateAsync(candidate);
        agreed.ScheduledFor.ShouldBe(program.Days(16));
        agreed.Place.ShouldBe("https://meet.example/1");
    }

    [Fact]
    public async Task Each_side_replaces_its_own_times_only()
    {
        var (number, candidate) = await program.AcceptedAsync();
        await OfferAsync(number, candidate, program.Days(8));
        await Small.Do<UseTimes>(async desk => await desk.ProposeAsync(number, candidate, [program.Days(15)], await program.BehindAsync(candidate), default));
        await OfferAsync(number, candidate, program.Days(9));
        (await program.CandidateAsync(candidate)).OpenTimes().Select(slot => slot.StartsAt).ShouldBe([program.Days(9), program.Days(15)]);
    }

    [Fact]
    public async Task More_than_three_times_the_same_twice_or_past_ones_are_refused_in_words()
    {
        var (number, candidate) = await program.AcceptedAsync();
        DateTime[][] wrong = [[], [program.Days(1), program.Days(2), program.Days(3), program.Days(4)], [program.Days(1), program.Days(1)], [program.Days(-1)]];
        foreach (var times in wrong)
        {
            (await Small.Ask<UseTimes>(desk => desk.OfferAsync(number, candidate, times, Small.Rep, default))).IsDone.ShouldBeFalse();
        }

        (await program.CandidateAsync(candidate)).Slots.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_elses_link_picks_nothing()
    {
        var (number, candidate) = await program.AcceptedAsync();
        await OfferAsync(number, candidate, program.Days(8));
        var slot = (await program.CandidateAsync(candidate)).OpenTimes()[0].Id;
        var stranger = await program.BehindAsync(Small.Database.NextId());
        await Should.ThrowAsync<MissingException>(() => Small.Ask<UseTimes>(desk => desk.PickAsync(number, candidate, slot, stranger, default)));
    }

    [Fact]
    public async Task A_contact_is_promised_to_one_use_at_a_time_however_many_try_at_once()
    {
        var mark = new OverrideMark("Eva Lang", "Two deals of the year");
        var uses = new[] { await program.AcceptedAsync(), await program.AcceptedAsync(mark), await program.AcceptedAsync(mark) };
        var at = program.Days(12);
        var outcomes = await Task.WhenAll(uses.Select((use, nth) => Small.Ask<CandidateUses>(desk => desk.ScheduleAsync(use.Number, use.CandidateId, at.AddMinutes(10 * nth), null, mark, Small.Manager, default))));
        outcomes.Count(outcome => outcome.IsDone).ShouldBe(1);
        outcomes.Where(outcome => !outcome.IsDone).ShouldAllBe(outcome => outcome.Field == UseClashes.Field);
        (await Small.Ask<CandidateUses>(desk => desk.ScheduleAsync(uses[1].Number, uses[1].CandidateId, at.AddHours(2), null, mark, Small.Manager, default))).Field.ShouldNotBe(UseClashes.Field);
    }

    [Theory]
    [InlineData("2026-12-03T09:00:00Z", "Europe/Berlin", null)]
    [InlineData("2026-12-03T09:00:00Z", "America/New_York", "early in the morning")]
    [InlineData("2026-12-03T16:45:00Z", "Europe/Berlin", "late in the day")]
    [InlineData("2026-12-04T17:00:00Z", "Asia/Tokyo", "at the weekend")]
    public void A_time_outside_the_usual_hours_of_a_place_is_told(string at, string zone, string? why) =>
        UsualHours.WhyNot(DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal), 30, zone).ShouldBe(why);

    private Task OfferAsync(int number, Guid candidate, params DateTime[] times) => Small.Do<UseTimes>(desk => desk.OfferAsync(number, candidate, times, Small.Rep, default));
}
