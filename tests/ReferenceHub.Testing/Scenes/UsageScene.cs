using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Testing.Databases;

/// <summary>One customer with two willing contacts under the policies that ship, ready to be reserved from.</summary>
public sealed class UsageScene
{
    private static readonly Viewer Somebody = new(new Guid("00000000-0000-7000-8000-00000000b009"), "Somebody", Roles.Rep);
    private readonly TestDatabase database;

    private UsageScene(TestDatabase database) => this.database = database;

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; private init; }

    /// <summary>Its two contacts, willing for everything.</summary>
    public IReadOnlyList<Guid> Contacts { get; private init; } = [];

    /// <summary>Seeds policies where there are none and adds the customer.</summary>
    public static async Task<UsageScene> MakeAsync(TestDatabase database)
    {
        var scene = new UsageScene(database) { CustomerId = database.NextId(), Contacts = [database.NextId(), database.NextId()] };
        await using var scope = database.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        await scope.ServiceProvider.GetRequiredService<UsageSeed>().AddAsync(default);
        var customer = new Customer(scene.CustomerId, new CompanyFacts { Name = $"Customer {scene.CustomerId:N}" }, ownerId: null, database.Clock.Now);
        customer.Activate();
        db.Customers.Add(customer);
        foreach (var id in scene.Contacts)
        {
            var contact = new Contact(id, scene.CustomerId, $"Contact {id:N}");
            contact.Agree(Enum.GetValues<PermissionScope>(), minutesPerQuarter: null, wishes: null);
            db.Contacts.Add(contact);
        }

        await db.SaveChangesAsync();
        return scene;
    }

    /// <summary>An ask for the customer; the contact by place, none when null.</summary>
    public ReserveUse Ask(string activityKey, DateOnly on, int? contact = 0, OverrideMark? mark = null) =>
        new(CustomerId, contact is { } place ? Contacts[place] : null, activityKey, on, UseSource.Request, database.NextId(), mark);

    /// <summary>Reserves in a transaction of its own.</summary>
    public Task<Reservation> ReserveAsync(string activityKey, DateOnly on, int? contact = 0, OverrideMark? mark = null, Viewer? by = null) =>
        AskAsync((service, ct) => service.ReserveAsync(Ask(activityKey, on, contact, mark), by ?? Somebody, ct));

    /// <summary>So many reservations of the same at once, each as a request of its own has it.</summary>
    public async Task<IReadOnlyList<Reservation>> RaceAsync(int number, string activityKey, DateOnly on)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var races = Enumerable.Range(0, number).Select(async _ =>
        {
            await start.Task;
            return await ReserveAsync(activityKey, on);
        }).ToList();
        start.SetResult();
        return await Task.WhenAll(races);
    }

    /// <summary>Runs a command around the reservation service, as services of requests do.</summary>
    public async Task<T> AskAsync<T>(Func<ReservationService, CancellationToken, Task<T>> command)
    {
        await using var scope = database.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        var service = scope.ServiceProvider.GetRequiredService<ReservationService>();
        T? answer = default;
        await db.WriteAsync(
            async ct =>
            {
                answer = await command(service, ct);
                if (answer is Reservation { Refusal: { } refusal })
                {
                    return Outcome.Refuse(refusal.Sentence);
                }

                await db.SaveChangesAsync(ct);
                return Outcome.Done;
            });
        return answer!;
    }

    /// <summary>Runs a command around the reservation service.</summary>
    public Task DoAsync(Func<ReservationService, CancellationToken, Task> command) => AskAsync(async (service, ct) =>
    {
        await command(service, ct);
        return true;
    });

    /// <summary>What the database says of the customer's usage.</summary>
    public Task<CustomerUsage> UsageAsync() => database.Ask<UsageQueries, CustomerUsage>(queries => queries.CustomerAsync(CustomerId, default));
}
