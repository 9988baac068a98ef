using System.Globalization;
using System.Text;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Mails about customers that change hands: one to each side, whatever the number.</summary>
public sealed class OwnerMails(Outbox outbox, SiteAddress site)
{
    private const int MostNamed = 25;

    internal void Tell(User? from, User to, IReadOnlyList<string> customers, Viewer by)
    {
        if (customers.Count == 0)
        {
            return;
        }

        var number = customers.Count == 1 ? customers[0] : $"{customers.Count.ToString(CultureInfo.InvariantCulture)} customers";
        if (IsReached(to, by))
        {
            outbox.Enqueue("New owner", to.Email!, Short($"You look after {number} from now on"), $"""
                Hello {to.Name},

                {by.Name} made you the account owner of:

                {Names(customers)}
                {(from is null ? "They had no owner before." : $"The owner before was {from.Name}.")} You approve every use of them, and keep their records true:
                {site.Of("/references/verification?view=fresh")}
                """);
        }

        if (from is not null && IsReached(from, by))
        {
            outbox.Enqueue("New owner", from.Email!, Short($"{to.Name} looks after {number} from now on"), $"""
                Hello {from.Name},

                {by.Name} made {to.Name} the account owner of these customers of yours:

                {Names(customers)}
                You need not do anything.
                """);
        }
    }

    // Who does it knows it already; who cannot sign in any more is not written to.
    private static bool IsReached(User person, Viewer by) => person.CanSignIn() && person.Id != by.UserId;

    private static string Names(IReadOnlyList<string> customers)
    {
        var list = new StringBuilder();
        foreach (var name in customers.Order(StringComparer.OrdinalIgnoreCase).Take(MostNamed))
        {
            list.Append("- ").Append(name).Append('\n');
        }

        if (customers.Count > MostNamed)
        {
            list.Append(CultureInfo.InvariantCulture, $"- and {customers.Count - MostNamed} more\n");
        }

        return list.ToString();
    }

    private static string Short(string subject) => subject.Length <= OutboxMessage.SubjectLength ? subject : subject[..OutboxMessage.SubjectLength];
}
