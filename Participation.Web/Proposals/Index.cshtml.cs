using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Realtime;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>The list of proposals: by where they are, the last changed first.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Proposals, CacheTags.Organisations])]
public sealed class IndexModel(ProposalQueries queries, ParticipationDbContext db) : PageModel
{
    private static readonly (ProposalStage Stage, string Word)[] Words =
    [
        (ProposalStage.Drafting, "ausarbeitung"), (ProposalStage.SignOff, "mitzeichnung"), (ProposalStage.Published, "veroeffentlicht"), (ProposalStage.Adopted, "beschlossen"), (ProposalStage.Rejected, "abgelehnt"),
    ];

    public long Sequence { get; private set; }

    public ProposalStage? Stage { get; private set; }

    public int Count { get; private set; }

    public IReadOnlyList<ProposalRow> Proposals { get; private set; } = [];

    public bool IsLater { get; private set; }

    public string? Next { get; private set; }

    /// <summary>Whether the viewer may begin a proposal.</summary>
    public bool MayBegin { get; private set; }

    public string Here => Request.Path + Request.QueryString;

    public async Task OnGetAsync(string? stand, string? nach, CancellationToken cancel)
    {
        var (viewer, after) = (User.ActorOrNull(), IdeaCursor.Parse(nach));
        Stage = Array.Find(Words, word => word.Word == stand) is { Word: not null } known ? known.Stage : null;
        Sequence = await db.Channels.Where(channel => channel.Key == Channel.Proposals).Select(channel => channel.Sequence).SingleOrDefaultAsync(cancel);
        var rows = await queries.ListAsync(Stage, after, ProposalQueries.PageSize + 1, viewer, cancel);
        Proposals = [.. rows.Take(ProposalQueries.PageSize)];
        Count = await queries.CountAsync(Stage, viewer, cancel);
        (IsLater, Next) = (after is not null, rows.Count > ProposalQueries.PageSize ? Address(Stage, new IdeaCursor(Proposals[^1].ActiveAt.UtcTicks, Proposals[^1].Number)) : null);
        MayBegin = viewer is not null && (viewer.IsModerator || await db.Memberships.AnyAsync(membership => membership.PersonId == viewer.Person && membership.Role != MembershipRole.Viewer, cancel));
    }

    /// <summary>The list narrowed down, from a place on.</summary>
    public static string Address(ProposalStage? stage, IdeaCursor? after = null)
    {
        var query = new QueryString();
        if (stage is { } known) query = query.Add("stand", Array.Find(Words, word => word.Stage == known).Word);
        if (after is { } cursor) query = query.Add("nach", cursor.ToString());
        return Links.Proposals + query.ToString();
    }
}
