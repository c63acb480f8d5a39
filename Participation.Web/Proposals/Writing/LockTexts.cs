using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Data;

namespace Participation.Web.Proposals.Writing;

/// <summary>
/// Writes in texts within a transaction that decides more than the text, such as restoring a revision or accepting a suggestion: from the lock to the commit nobody
/// else writes, and either all of it happens or nothing. Editors follow as after any other update.
/// </summary>
public sealed class LockTexts(ParticipationDbContext db, ReadTexts read, WritingAnnouncer announcer)
{
    /// <summary>Locks the texts of a proposal; the transaction of the caller is open.</summary>
    public async Task<LockedTexts> OfAsync(ProposalId proposal, CancellationToken cancel)
    {
        await db.SharedTexts.Where(text => text.ProposalId == proposal).ExecuteUpdateAsync(text => text.SetProperty(t => t.Version, t => t.Version), cancel);
        return new LockedTexts(db, announcer, await read.OfAsync(proposal, cancel));
    }
}

/// <summary>Texts that nobody else writes until the transaction is over.</summary>
public sealed class LockedTexts(ParticipationDbContext db, WritingAnnouncer announcer, IReadOnlyList<TextNow> texts)
{
    private readonly Dictionary<SectionKind, TextNow> _now = texts.ToDictionary(text => text.Section);
    private readonly List<TextNews> _news = [];

    /// <summary>All of them as they were when they were locked.</summary>
    public IReadOnlyList<TextNow> All => texts;

    /// <summary>A section as it is now, with what was written here.</summary>
    public TextNow this[SectionKind section] => _now[section];

    /// <summary>Writes one change, for whoever may write; storing the text as a whole from time to time is left to the next who types.</summary>
    public async Task<Refusal?> WriteAsync(SectionKind section, ChangeSet changes, Writer by, DateTimeOffset at, CancellationToken cancel)
    {
        var text = _now[section];
        if (!text.IsOpen) return new TextIsClosed();
        if (changes.CheckAgainst(text.Text) is { } refusal) return refusal;
        var update = new PendingUpdate(Client(text.Id, by.Person, at), changes);
        await db.SharedTexts.Where(row => row.Id == text.Id).ExecuteUpdateAsync(row => row.SetProperty(t => t.Version, text.Version + 1), cancel);
        db.SharedTextUpdates.Add(SharedTextUpdate.Of(text.Id, text.Version + 1, update, by.Person, by.Organisation, at));
        await db.SaveChangesAsync(cancel);
        _now[section] = text with { Version = text.Version + 1, Text = changes.Apply(text.Text) };
        _news.Add(TextNews.Of(text.Id, text.Version, [update]));
        return null;
    }

    /// <summary>Tells the editors, once it is committed.</summary>
    public async Task AnnounceAsync()
    {
        foreach (var news in _news) await announcer.AnnounceAsync(news);
    }

    /// <summary>An editor of its own each time: nobody takes it for what they typed themselves.</summary>
    private static string Client(SharedTextId text, PersonId person, DateTimeOffset at) =>
        (PushUpdates.ClientPrefix(text, person) + "r" + SharedTextId.New(at).Value.ToString("N"))[..SharedTextUpdate.ClientMaxLength];
}
