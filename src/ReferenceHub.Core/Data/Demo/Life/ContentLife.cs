using Bogus;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>What colleagues and prospects did with the library: views, content beside deals, shares and what came of them. About a fifth of the content is hardly known.</summary>
internal sealed class ContentLife(DemoWorld world)
{
    private const int Days = 365;
    private const int CustomersAShare = 3;

    private readonly Randomizer dice = new(208);
    private readonly List<object> rows = [];

    /// <summary>All of it.</summary>
    public IReadOnlyList<object> Rows()
    {
        var sellers = world.People.Requesters.Select(requester => requester.User).Where(user => user.Roles.HasFlag(Roles.Rep)).ToList();
        var known = world.Customers.SelectMany(customer => customer.Row.Assets)
            .Where(asset => asset.State == AssetState.Published && asset.IsUsableOn(world.Today)).Where(_ => dice.Chance(80)).ToList();
        foreach (var asset in known)
        {
            Look(asset, sellers);
        }

        var shareable = known.Where(asset => asset.Confidentiality != Confidentiality.Internal && IsOpen(asset)).ToList();
        if (shareable.Count > 0)
        {
            var deals = world.Deals.Where(deal => deal.Row.Outcome == DealOutcome.Open || deal.ClosesOn > world.Today.AddDays(-200)).ToList();
            for (var share = 0; share < Math.Max(6, world.Customers.Count / CustomersAShare); share++)
            {
                Share(dice.Shuffle(shareable).Take(dice.Int(1, 3)).ToList(), dice.Pick(deals));
            }
        }

        return rows;
    }

    private void Look(Asset asset, List<User> sellers)
    {
        var room = Math.Clamp(world.Today.DayNumber - asset.PublishedOn.DayNumber, 1, Days);
        var looks = (int)dice.Around(asset.Kind is AssetKind.Story or AssetKind.Video ? 9 : 4, 0.8);
        for (var look = 0; look < looks; look++)
        {
            var kind = asset.FileId is not null && dice.Chance(40) ? ContentViewKind.Downloaded : asset.Link is not null && dice.Chance(50) ? ContentViewKind.Followed : ContentViewKind.Opened;
            rows.Add(new ContentView(world.Ids.Next(), asset.Id, kind, null, dice.Pick(sellers).Id, null, world.Now.AddDays(-dice.Int(0, room)).AddMinutes(-dice.Int(1, 500))));
        }
    }

    private void Share(List<Asset> assets, DemoDeal deal)
    {
        var at = world.Now.AddDays(-dice.Int(0, 170)).AddMinutes(-dice.Int(5, 600));
        var shareId = world.Ids.Next();
        var link = new SignedLink(world.Ids.Next(), LinkPurpose.ContentShare, shareId, at, at.AddDays(dice.Pick([30, 30, 30, 60, 90])), 1000);
        var share = new ContentShare(shareId, link, deal.Prospect.Contact + ", " + deal.Prospect.Name, dice.Chance(50) ? "As promised: others who have done what you plan." : null, deal.Row.Id, null, deal.Seller.Id, at);
        share.Items.AddRange(assets.Select((asset, place) => new ContentShareItem(shareId, asset.Id, place)));
        if (dice.Chance(6))
        {
            share.Revoke(Earlier(at.AddDays(3)));
            link.Revoke(Earlier(at.AddDays(3)));
        }

        rows.AddRange([link, share]);
        rows.AddRange(assets.Where(asset => world.Beside.Add((deal.Row.Id, asset.Id))).Select(asset => new OpportunityAsset(deal.Row.Id, asset.Id, deal.Seller.Id, at)));
        Visit(share, assets);
    }

    private void Visit(ContentShare share, List<Asset> assets)
    {
        var visits = dice.Chance(75) ? (int)Math.Ceiling(dice.Around(3, 0.7)) : 0;
        for (var visit = 0; visit < visits; visit++)
        {
            var at = share.CreatedAt.AddHours(dice.Int(1, 24 * 20));
            if (at >= world.Now || !share.IsOpen(at))
            {
                continue;
            }

            var visitor = $"{share.Id:N}{dice.Int(1, 3):D4}";
            foreach (var asset in assets.Where(_ => dice.Chance(70)))
            {
                rows.Add(new ContentView(world.Ids.Next(), asset.Id, ContentViewKind.Opened, share.Id, null, visitor, at));
                if ((asset.FileId is not null || asset.Link is not null) && dice.Chance(45))
                {
                    rows.Add(new ContentView(world.Ids.Next(), asset.Id, asset.FileId is not null ? ContentViewKind.Downloaded : ContentViewKind.Followed, share.Id, null, visitor, at.AddMinutes(2)));
                }
            }
        }
    }

    // The permission reaches sales everywhere, so that the prospect's page shows it.
    private bool IsOpen(Asset asset)
    {
        var customer = world.Customers.First(customer => customer.Row.Id == asset.CustomerId).Row;
        var answer = customer.Permissions.Find(answer => answer.Scope == AssetConsent.ScopeOf(asset.Kind));
        return !customer.IsConfidential && answer is { Regions.Count: 0 } && answer.StatusOn(world.Today) == PermissionStatus.Granted
            && (answer.Channels.Count == 0 || answer.Channels.Contains(PermissionChannel.Sales));
    }

    private DateTime Earlier(DateTime at) => at < world.Now ? at : world.Now;
}
