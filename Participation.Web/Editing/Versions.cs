using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Web.Data;

namespace Participation.Web.Editing;

/// <summary>Earlier texts of what the staff writes.</summary>
public sealed class Versions(ParticipationDbContext db)
{
    /// <summary>Most versions that a page lists; the first one always is among them.</summary>
    public const int Most = 100;

    /// <summary>Adds the present text as a version, within the change that saves it; the caller holds the lock of the thing. The same text again, with the same figures, adds nothing.</summary>
    public async Task AddAsync(Subject subject, string title, string text, string? note, PersonId? by, DateTimeOffset now, CancellationToken cancel, KeptFigures? figures = null)
    {
        var last = await Of(subject).AsNoTracking().OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancel);
        if (last is not null && last.Title == title && last.Text == text && last.Figures == figures?.Json) return;
        var version = ContentVersion.Of(subject, (last?.Number ?? 0) + 1, title, text, note, by, now);
        if (figures is not null) version.Keep(figures.Json, figures.At);
        db.ContentVersions.Add(version);
    }

    /// <summary>The newest version waited for its time, which is now: the figures that appear with it are its own.</summary>
    public async Task KeepFiguresAsync(Subject subject, KeptFigures figures, CancellationToken cancel)
    {
        if (await Of(subject).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancel) is { } newest) newest.Keep(figures.Json, figures.At);
    }

    /// <summary>The versions, newest first.</summary>
    public async Task<IReadOnlyList<ContentVersion>> ListAsync(Subject subject, CancellationToken cancel) =>
        await Of(subject).AsNoTracking().OrderByDescending(version => version.Number).Take(Most).ToListAsync(cancel);

    /// <summary>
    /// The texts that everybody could read, newest first. What was saved before the thing appeared was a draft; of those only the last one became public, when the thing did.
    /// </summary>
    public async Task<IReadOnlyList<PublicVersion>> PublicAsync(Subject subject, Publication publication, DateTimeOffset now, CancellationToken cancel)
    {
        if (publication.From is not { } from) return [];
        var all = await ListAsync(subject, cancel);
        var first = all.FirstOrDefault(version => version.At <= from);
        return [.. all.Where(version => version.At > from && version.At <= now || version == first).Select(version => new PublicVersion(version, version == first ? from : version.At))];
    }

    /// <summary>Who saved the present text and when, for whoever was slower.</summary>
    public async Task<(string? By, DateTimeOffset At)> LastAsync(Subject subject, CancellationToken cancel)
    {
        var last = await Of(subject).AsNoTracking().OrderByDescending(version => version.Number)
            .Select(version => new { version.At, Name = db.People.Where(person => person.Id == version.By).Select(person => person.DisplayName).FirstOrDefault() }).FirstOrDefaultAsync(cancel);
        return (last?.Name, last?.At ?? default);
    }

    private IQueryable<ContentVersion> Of(Subject subject) => db.ContentVersions.Where(version => version.SubjectKind == subject.Kind && version.SubjectId == subject.Id);
}

/// <summary>Figures that are published with a text.</summary>
/// <param name="Json">The figures.</param>
/// <param name="At">When they were counted.</param>
public sealed record KeptFigures(string Json, DateTimeOffset At);

/// <summary>A text that everybody could read.</summary>
/// <param name="Version">The text.</param>
/// <param name="Since">From when on.</param>
public sealed record PublicVersion(ContentVersion Version, DateTimeOffset Since);
