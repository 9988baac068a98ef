using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Components;

/// <summary>What a customer gave and got.</summary>
public sealed record GiveAndTake(Guid CustomerId, string CustomerName, GivenBalance Balance);

/// <summary>What a customer gave and got, beside what it is asked for; nothing for those who may not see its ledger.</summary>
public sealed class GiveAndTakeViewComponent(GivenQueries given) : ViewComponent
{
    /// <summary>Draws it as a card, or as one line.</summary>
    public async Task<IViewComponentResult> InvokeAsync(Guid customerId, bool brief = false) =>
        await given.BalanceAsync(customerId, this.Viewer(), HttpContext.RequestAborted) is var (name, balance)
            ? View(brief ? "Line" : "Default", new GiveAndTake(customerId, name, balance))
            : Content("");
}
