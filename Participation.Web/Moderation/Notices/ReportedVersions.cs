using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Uploads;
using Participation.Web.Data;
using Participation.Web.Markdown;

namespace Participation.Web.Moderation.Notices;

/// <summary>Keeps what was reported as it was, shows it to moderators, and lets it go when nothing can come of the notices any more.</summary>
public sealed class ReportedVersions(ParticipationDbContext db, TextFormatter texts, TimeProvider clock)
{
    /// <summary>Most versions of one text that are shown or shortened; an author changes a text a bounded number of times a day.</summary>
    private const int Most = 20;

    /// <summary>Most versions that one round lets go.</summary>
    private const int Batch = 200;

    /// <summary>Keeps the text as it is now, once per version. Called under its locks.</summary>
    internal async Task KeepAsync(ReportedThing thing, DateTimeOffset now, CancellationToken cancel)
    {
        var (subject, version) = (thing.Matter.Subject, thing.TextVersion);
        if (await db.ReportedVersions.AnyAsync(kept => kept.SubjectKind == subject.Kind && kept.SubjectId == subject.Id && kept.TextVersion == version, cancel)) return;
        // A proposal is long, is written on while it is reported, and has a history of its own; a bounded number of copies is enough.
        if (subject.Kind is SubjectKind.Proposal && await db.ReportedVersions.CountAsync(kept => kept.SubjectKind == subject.Kind && kept.SubjectId == subject.Id, cancel) >= Most) return;
        var images = TextImages.In(thing.Html).Select(image => UploadId.From(image.Id)).Distinct().ToList();
        List<UploadId> there = images.Count == 0 ? [] : await db.Uploads.Where(upload => images.Contains(upload.Id)).Select(upload => upload.Id).ToListAsync(cancel);
        db.ReportedVersions.Add(ReportedVersion.Keep(subject, version, thing.Matter.Author, thing.Head, thing.Body, there, now));
    }

    /// <summary>What was reported and does not stand there any more, the latest first.</summary>
    /// <param name="subject">The contribution.</param>
    /// <param name="current">Version of the text as it stands; null when its author has removed it.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<KeptText>> OfAsync(Subject subject, int? current, CancellationToken cancel)
    {
        var kept = await db.ReportedVersions.AsNoTracking().Where(version => version.SubjectKind == subject.Kind && version.SubjectId == subject.Id && (current == null || version.TextVersion != current))
            .OrderByDescending(version => version.TextVersion).Take(Most).ToListAsync(cancel);
        var shown = new List<KeptText>(kept.Count);
        foreach (var version in kept) shown.Add(new KeptText(version.TextVersion, version.KeptAt, version.Head, (await texts.AgainAsync(version.Body, cancel)).Html));
        return shown;
    }

    /// <summary>What is taken out of a text is taken out of these too.</summary>
    internal async Task ShortenAsync(Subject subject, Redaction redaction, CancellationToken cancel)
    {
        foreach (var version in await db.ReportedVersions.Where(version => version.SubjectKind == subject.Kind && version.SubjectId == subject.Id).OrderByDescending(version => version.TextVersion).Take(Most).ToListAsync(cancel))
            version.Shorten(redaction);
    }

    /// <summary>Lets go what nobody can ask about any more: no notice waits, and the time to complain is over. Images of people who left go with it.</summary>
    /// <returns>How many were let go.</returns>
    public async Task<int> ForgetAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow().AddMonths(-Complaint.Months);
        var over = await db.ReportedVersions.AsNoTracking().Where(version => version.KeptAt < before
                && !db.Notices.Any(notice => notice.SubjectKind == version.SubjectKind && notice.SubjectId == version.SubjectId && (notice.DecidedAt == null || notice.DecidedAt >= before))
                && !db.Complaints.Any(complaint => (complaint.DecidedAt == null || complaint.DecidedAt >= before)
                    && db.Decisions.Any(decision => decision.Id == complaint.DecisionId && decision.SubjectKind == version.SubjectKind && decision.SubjectId == version.SubjectId)))
            .OrderBy(version => version.KeptAt).Take(Batch).Select(version => version.Id).ToListAsync(cancel);
        if (over.Count == 0) return 0;
        await using var transaction = await db.BeginWriteAsync(cancel);
        var images = await db.Set<ReportedImage>().Where(image => over.Contains(image.VersionId)).Select(image => image.UploadId).ToListAsync(cancel);
        var gone = await db.ReportedVersions.Where(version => over.Contains(version.Id)).ExecuteDeleteAsync(cancel);
        await db.Uploads.Where(upload => images.Contains(upload.Id) && !db.Set<ReportedImage>().Any(image => image.UploadId == upload.Id) && db.People.Any(person => person.Id == upload.OwnerId && person.ErasedAt != null))
            .ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return gone;
    }
}

/// <summary>A text as it was reported.</summary>
/// <param name="Version">Version of the text.</param>
/// <param name="At">When it was reported first.</param>
/// <param name="Head">Title and summary of an idea or a proposal; empty for what has none.</param>
/// <param name="Html">The text, rendered.</param>
public sealed record KeptText(int Version, DateTimeOffset At, string Head, string Html);
