using System.Globalization;
using Bogus;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Changes that colleagues proposed on records they don't own: most are answered, a few wait.</summary>
internal sealed class ProposalMaker(DemoWorld world)
{
    private readonly Randomizer dice = new(702);

    /// <summary>The proposals.</summary>
    public IEnumerable<ChangeProposal> All()
    {
        var people = world.People.Requesters.Select(requester => requester.User).ToList();
        if (world.Customer("Alpenbank AG") is { } alpenbank)
        {
            yield return One(
                alpenbank.Row, world.People.Of("rep").Id, world.Now.AddDays(-1).AddHours(-3), "They said so in the call of yesterday.",
                Staff(alpenbank.Row, 5600), Field("City", "Headquarters", alpenbank.Row.City, "Munich-Unterföhring"));
        }

        var others = world.Customers.Where(customer => customer.Row is { Employees: not null, OwnerId: not null, IsConfidential: false } && customer.Row.Name != "Alpenbank AG").Take(14).ToList();
        foreach (var (customer, place) in others.Select((customer, place) => (customer, place)))
        {
            var at = world.Now.AddDays(-60 + (place * 4)).AddHours(-place);
            var proposal = One(customer.Row, dice.Pick(people).Id, at, place % 3 == 0 ? "From their annual report." : null, Staff(customer.Row, Dice.Rounded(customer.Row.Employees!.Value * dice.Double(1.02, 1.2))));
            if (place < others.Count - 2)
            {
                var yes = dice.Chance(70);
                proposal.Answer("Employees", yes ? ProposalAnswer.Accepted : ProposalAnswer.Refused, yes ? null : "Their report counts leased staff.", customer.Row.OwnerId, at.AddDays(dice.Int(1, 5)));
            }

            yield return proposal;
        }
    }

    private ChangeProposal One(Customer row, Guid by, DateTime at, string? comment, params IReadOnlyList<ProposedField> fields) => new(world.Ids.Next(), row.Id, fields, comment, by, at);

    private static ProposedField Staff(Customer row, int heads) =>
        Field("Employees", "Staff", row.Employees?.ToString(CultureInfo.InvariantCulture), heads.ToString(CultureInfo.InvariantCulture));

    private static ProposedField Field(string key, string label, string? was, string value) => new() { Key = key, Label = label, Was = was, Value = value, WasWords = was, ValueWords = value };
}
