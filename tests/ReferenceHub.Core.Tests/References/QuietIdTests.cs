using ReferenceHub.Core.Data;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.References;

public sealed class QuietIdTests
{
    [Fact]
    public void A_quiet_key_tells_the_day_and_neither_the_time_nor_the_order()
    {
        var clock = new FakeClock();
        var ids = new TimeOrderedIds(clock);
        var keys = new List<Guid>();
        for (var minute = 0; minute < 200; minute++)
        {
            keys.Add(ids.NextQuiet());
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        keys.Distinct().Count().ShouldBe(200);
        keys.ShouldAllBe(key => key.Version == 7);
        keys.Select(key => key.ToString()[..13]).Distinct().Count().ShouldBe(1);
        keys.Select(key => key.ToString()).ShouldNotBe(keys.Select(key => key.ToString()).Order(StringComparer.Ordinal));
    }
}
