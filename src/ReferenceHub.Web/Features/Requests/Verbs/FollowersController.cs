using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Following a request, oneself or a colleague; without a name it is about oneself.</summary>
[Route("requests/{number:int}/followers")]
public sealed class FollowersController(RequestPages pages, RequestFollowing following) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, FollowerForm form, CancellationToken ct) => form?.UserId is { } colleague
        ? DoAsync(number, () => following.AddAsync(number, colleague, this.Viewer(), ct), "They follow it from now on.", "follow", form.Back, ct)
        : DoAsync(number, () => following.FollowAsync(number, this.Viewer(), ct), "You follow it from now on.", "follow", form?.Back, ct);

    // Whoever stops following may not see the request any more.
    [HttpPost("end")]
    public Task<IActionResult> End(int number, FollowerForm form, CancellationToken ct)
    {
        var (me, gone) = (this.Viewer().UserId, form?.UserId ?? this.Viewer().UserId);
        return DoAsync(number, () => following.StopAsync(number, gone, this.Viewer(), ct), gone == me ? "You no longer follow it." : "They no longer follow it.", "follow", gone == me ? "/requests" : form?.Back, ct);
    }
}

/// <summary>Who follows.</summary>
public sealed class FollowerForm
{
    public Guid? UserId { get; set; }

    public string? Back { get; set; }
}
