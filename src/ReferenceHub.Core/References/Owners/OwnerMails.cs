using System.Globalization;
using System.Text;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Tells both sides about customers that change hands: one notice each, whatever the number.</summary>
public sealed class OwnerMails(Notices notices)
{
    private const int MostNamed = 12;

    internal async Task TellAsync(User? from, User to, IReadOnlyList<string> customers, Viewer by, CancellationToken ct)
    {
        if (customers.Count == 0)
        {
            return;
        }

        var number = customers.Count == 1 ? customers[0] : $"{customers.Count.ToString(CultureInfo.InvariantCulture)} customers";
        var before = from is null ? "They had no owner before." : $"The owner before was {from.Name}.";
        await notices.TellAsync(
            [to.Id], MessageKinds.NewOwner, $"You look after {number} from now on",
            $"{by.Name} made you the account owner of:\n{Names(customers)}{before} You approve every use of them, and keep their records true.",
            "/references/verification?view=fresh", by.UserId, ct);
        if (from is not null)
        {
            await notices.TellAsync(
                [from.Id], MessageKinds.NewOwner, $"{to.Name} looks after {number} from now on",
                $"{by.Name} made {to.Name} the account owner of these customers of yours:\n{Names(customers)}You need not do anything.", "/references", by.UserId, ct);
        }
    }

    private static string Names(IReadOnlyList<string> customers)
    {
        var list = new StringBuilder();
        foreach (var name in customers.Order(StringComparer.OrdinalIgnoreCase).Take(MostNamed))
        {
            list.Append("- ").Append(name.Length <= 50 ? name : name[..49] + "…").Append('\n');
        }

        if (customers.Count > MostNamed)
        {
            list.Append(CultureInfo.InvariantCulture, $"- and {customers.Count - MostNamed} more\n");
        }

        return list.ToString();
    }
}
