using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>Activity types are kept on the node, and never older than the change feed.</summary>
public sealed class ActivityTypeCacheTests : IDisposable
{
    private readonly QueryCount count = new();
    private readonly TestDatabase database;

    public ActivityTypeCacheTests() => database = TestDatabase.Create(options: options => options.AddInterceptors(count));

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task They_are_read_once()
    {
        var first = await NoticeAsync(database);
        var before = count.Queries;

        (await NoticeAsync(database)).ShouldBe(first);

        count.Queries.ShouldBe(before);
    }

    [Fact]
    public async Task A_change_here_counts_at_once()
    {
        await NoticeAsync(database);

        await NeedNoticeAsync(database, 17);

        (await NoticeAsync(database)).ShouldBe(17);
    }

    [Fact]
    public async Task A_change_on_another_node_counts_once_the_change_feed_is_read()
    {
        using var other = TestDatabase.Open(database.ConnectionString, database.Clock);
        var before = await NoticeAsync(other);
        await NeedNoticeAsync(database, 17);
        (await NoticeAsync(other)).ShouldBe(before);

        await ReadFeedAsync(other);

        (await NoticeAsync(other)).ShouldBe(17);
    }

    private static Task<int> NoticeAsync(TestDatabase node) =>
        node.Ask<ActivityTypeQueries, int>(async types => (await types.OneAsync(ActivityKeys.SalesCall, default)).NoticeDays);

    private static Task NeedNoticeAsync(TestDatabase node, int days) =>
        node.Change(async db => (await db.ActivityTypes.SingleAsync(type => type.Key == ActivityKeys.SalesCall)).NeedNotice(days));

    private static async Task ReadFeedAsync(TestDatabase node)
    {
        await using var scope = node.Scope();
        var news = await scope.ServiceProvider.GetRequiredService<ChangeFeed>().NewAsync(new ConcurrentDictionary<Guid, DateTime>(), default);
        scope.ServiceProvider.GetRequiredService<ChangeHub>().Publish(news);
    }
}
