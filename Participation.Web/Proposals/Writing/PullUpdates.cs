using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Data;

namespace Participation.Web.Proposals.Writing;

/// <summary>What was accepted in a text since a version.</summary>
public sealed class PullUpdates(ParticipationDbContext db, IWritingRights rights)
{
    /// <summary>Most updates of an answer; whoever missed more loads the page again.</summary>
    public const int Most = 2000;

    /// <summary>Most text of an answer, in characters of JSON.</summary>
    private const long MostSize = 4_000_000;

    /// <returns>The updates; null when there is no such text for this person.</returns>
    public async Task<TextNews?> ExecuteAsync(SharedTextId text, int since, Actor? actor, CancellationToken cancel)
    {
        if (since < 0 || !await rights.MayReadAsync(text, actor, cancel)) return null;
        var version = await db.SharedTexts.Where(row => row.Id == text).Select(row => row.Version).SingleAsync(cancel);
        if (since > version || version - since > Most) return new TextNews(text.Value, since, [], Reload: true);
        var missed = db.SharedTextUpdates.AsNoTracking().Where(update => update.TextId == text && update.Version > since && update.Version <= version);
        if (version > since && await missed.SumAsync(update => (long)update.Changes.Length, cancel) > MostSize) return new TextNews(text.Value, since, [], Reload: true);
        var updates = await missed.OrderBy(update => update.Version)
            .Select(update => new { update.Client, update.Changes }).ToListAsync(cancel);
        return new TextNews(text.Value, since, updates.ConvertAll(update => new TextNewsItem(update.Client, ChangeSet.Parse(update.Changes))));
    }
}
