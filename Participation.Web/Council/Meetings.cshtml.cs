using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Hosting;

namespace Participation.Web.Council;

/// <summary>The list of meetings.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Council])]
public sealed class MeetingsModel(CouncilQueries queries) : PageModel
{
    public int? Body { get; private set; }

    public bool Past { get; private set; }

    public int Number { get; private set; }

    public int Pages { get; private set; }

    public int Count { get; private set; }

    public IReadOnlyList<BodyRow> Bodies { get; private set; } = [];

    public IReadOnlyList<MeetingRow> Meetings { get; private set; } = [];

    public async Task OnGetAsync(int? gremium, string? zeit, int? seite, CancellationToken cancel)
    {
        (Body, Past) = (gremium, zeit == "vergangen");
        Bodies = await queries.BodiesAsync(cancel);
        Count = await queries.CountMeetingsAsync(Body, Past, cancel);
        Pages = Math.Max(1, (Count + CouncilQueries.PageSize - 1) / CouncilQueries.PageSize);
        Number = Math.Clamp(seite ?? 1, 1, Pages);
        Meetings = await queries.MeetingsAsync(Body, Past, Number, CouncilQueries.PageSize, cancel);
    }
}
