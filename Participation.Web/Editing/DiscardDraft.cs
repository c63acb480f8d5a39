using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Web.Data;
using Participation.Web.Realtime;

namespace Participation.Web.Editing;

/// <summary>A kind of text whose drafts can be thrown away; a capability enters it with one line in its setup.</summary>
/// <param name="List">Where the staff finds them all; the form of one is below it, under its key.</param>
/// <param name="Channel">Whoever changes one holds this lock.</param>
/// <param name="FindAsync">Finds one by its key, tracked; null when there is none.</param>
public sealed record DraftKind(string List, string Channel, Func<ParticipationDbContext, string, CancellationToken, Task<DraftText?>> FindAsync)
{
    /// <summary>Texts whose key is their number.</summary>
    public static DraftKind Numbered(string list, string channel, Func<ParticipationDbContext, int, CancellationToken, Task<DraftText?>> find) =>
        new(list, channel, (db, key, cancel) => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? find(db, number, cancel) : Task.FromResult<DraftText?>(null));

    /// <summary>The form of one.</summary>
    public string Form(string key) => $"{List}/{Uri.EscapeDataString(key)}";
}

/// <summary>A text, whatever its kind.</summary>
/// <param name="Text">It.</param>
/// <param name="Subject">What it is to others.</param>
/// <param name="Title">Its title.</param>
/// <param name="Version">Its version.</param>
/// <param name="KeepKey">By which name its form is kept.</param>
/// <param name="Stays">Whether it has to be there even though it is a draft.</param>
public sealed record DraftText(IPublished Text, Subject Subject, string Title, int Version, string KeepKey, bool Stays = false);

/// <summary>What stands in or beside a text and stays when the text goes, such as its images and documents.</summary>
public interface IDraftBelongings
{
    /// <summary>Lets go of it, within the change in which the text goes.</summary>
    Task ReleaseAsync(Subject text, DateTimeOffset now, CancellationToken cancel);
}

/// <summary>A moderator throws a draft away, for good: nobody but the staff ever read it. What was public is withdrawn instead, with a reason.</summary>
public sealed class DiscardDraft(ParticipationDbContext db, Changes changes, IEnumerable<IDraftBelongings> belongings)
{
    /// <param name="kind">What it is.</param>
    /// <param name="key">Which.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The refusal, or null when it is gone; also when it was before.</returns>
    public async Task<Refusal?> ExecuteAsync(DraftKind kind, string key, int version, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        await using var change = await changes.BeginAsync([kind.Channel], cancel);
        if (await kind.FindAsync(db, key, cancel) is not { } draft) return null;
        if (draft.Stays || draft.Text.Publication.StateAt(change.Now) is not PublicationState.Draft) return new IsNotADraft();
        if (draft.Version != version) return new ChangedMeanwhile();
        foreach (var belonging in belongings) await belonging.ReleaseAsync(draft.Subject, change.Now, cancel);
        await db.ContentVersions.Where(old => old.SubjectKind == draft.Subject.Kind && old.SubjectId == draft.Subject.Id).ExecuteDeleteAsync(cancel);
        await db.KeptForms.Where(form => form.Key == draft.KeepKey).ExecuteDeleteAsync(cancel);
        db.Remove(draft.Text);
        change.Audit("draft.discard", draft.Subject, actor, draft.Title);
        await change.CommitAsync(cancel);
        return null;
    }
}

/// <summary>It was published or is about to be, or it has to be there.</summary>
public sealed record IsNotADraft : Refusal;
