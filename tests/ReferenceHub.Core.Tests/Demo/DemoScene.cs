using ReferenceHub.Core.Data.Demo;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Demo;

/// <summary>A small demo program, made once for all tests that only read it.</summary>
public sealed class DemoScene : IAsyncLifetime
{
    public const int Customers = 30;

    public TestDatabase Database { get; } = TestDatabase.Create();

    public static async Task SeedAsync(TestDatabase database, int customers = Customers) =>
        (await database.Ask<DemoProgram, bool>(demo => demo.SeedAsync(FakeClock.Start, customers, null, CancellationToken.None))).ShouldBeTrue();

    public Task InitializeAsync() => SeedAsync(Database);

    public Task DisposeAsync()
    {
        Database.Dispose();
        return Task.CompletedTask;
    }
}
