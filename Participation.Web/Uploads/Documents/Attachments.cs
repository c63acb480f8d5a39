using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Uploads;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Shared;

namespace Participation.Web.Uploads.Documents;

/// <summary>Documents beside articles, papers, results and other texts of the staff.</summary>
public sealed class Attachments(ParticipationDbContext db, PublishDocument publish, DocumentQueries documents, PublicDocuments homes)
{
    /// <summary>The documents beside several things, by the thing; one query.</summary>
    public async Task<ILookup<Subject, AttachedDocument>> OfAsync(IReadOnlyCollection<Subject> subjects, CancellationToken cancel)
    {
        var (kinds, ids) = (subjects.Select(subject => subject.Kind).Distinct().ToList(), subjects.Select(subject => subject.Id).ToList());
        var rows = subjects.Count == 0 ? [] : await (
            from attachment in db.Attachments.AsNoTracking()
            join document in db.Documents on attachment.DocumentId equals document.Id
            where kinds.Contains(attachment.SubjectKind) && ids.Contains(attachment.SubjectId) && document.RemovedAt == null
            orderby attachment.Position
            select new { attachment.SubjectKind, attachment.SubjectId, Document = new AttachedDocument(document.Number, document.Title, document.Bytes, document.Pages, document.PublishedAt, document.ExternalUrl) }).ToListAsync(cancel);
        return rows.ToLookup(row => new Subject(row.SubjectKind, row.SubjectId), row => row.Document);
    }

    /// <summary>The documents beside one thing.</summary>
    public async Task<IReadOnlyList<AttachedDocument>> OfAsync(Subject subject, CancellationToken cancel) => [.. (await OfAsync([subject], cancel))[subject]];

    /// <summary>What the field of an editor shows.</summary>
    /// <param name="subject">The thing; null for a new one.</param>
    /// <param name="input">What the form sent; null when it is opened.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<AttachmentsField> FieldAsync(Subject? subject, AttachmentsInput? input, CancellationToken cancel)
    {
        var attached = subject is { } there ? await OfAsync(there, cancel) : [];
        return new AttachmentsField(attached, await documents.NewestAsync(cancel), input ?? new AttachmentsInput { Kept = [.. attached.Select(document => document.Number)] });
    }

    /// <summary>The documents that stand beside a thing now, beside those that a form would put there.</summary>
    public async Task<ConflictField> ConflictAsync(Subject subject, AttachmentsInput? mine, CancellationToken cancel)
    {
        var (attached, numbers) = (await OfAsync(subject, cancel), mine?.Numbers ?? []);
        var known = await db.Documents.AsNoTracking().Where(document => numbers.Contains(document.Number) && document.RemovedAt == null)
            .Select(document => new AttachedDocument(document.Number, document.Title, document.Bytes, document.Pages, document.PublishedAt, document.ExternalUrl)).ToListAsync(cancel);
        var all = attached.Concat(known).DistinctBy(document => document.Number).ToList();
        return new ConflictField(UploadsTexts.AttachmentsTitle, Lines(attached), Lines(known));

        string Lines(IEnumerable<AttachedDocument> documents) => string.Join("\n\n", documents.OrderBy(document => document.Number).Select(Name));

        // Only where titles are alike is the address needed to tell them apart.
        string Name(AttachedDocument document) => all.Count(other => other.Title == document.Title) > 1 ? $"{document.Title} ({document.Address})" : document.Title;
    }

    /// <summary>
    /// Publishes the new file of a form, if there is one. Called before the change of the thing itself, because a file is checked outside of any lock; sent again, it is the same document.
    /// </summary>
    /// <returns>The numbers of all documents that shall stand there, or why not.</returns>
    public async Task<Outcome<IReadOnlyList<int>>> ReceiveAsync(AttachmentsInput input, Actor actor, CancellationToken cancel)
    {
        List<int> numbers = [.. input.Numbers];
        if (input.File is { Length: > 0 } file)
        {
            if (file.Length > Document.MaxBytes) return new FileIsTooLarge(Document.MaxMegabytes);
            var published = await publish.ExecuteAsync(await FormImages.ReadAsync(file, cancel), input.Title, standalone: false, actor, cancel);
            if (!published.Done) return published.Refusal;
            numbers.Add(published.Value);
            // Shown again after another mistake in the form, it is attached already.
            input.Keep(published.Value);
        }
        else if (!string.IsNullOrWhiteSpace(input.Title))
        {
            return new FileIsMissing();
        }

        List<int> distinct = [.. numbers.Distinct()];
        return distinct.Count > Attachment.Most ? new TooManyAttachments(Attachment.Most) : distinct;
    }

    /// <summary>Whether exactly these documents stand beside a thing, in this order.</summary>
    public async Task<bool> AreAsync(Subject subject, IReadOnlyList<int> numbers, CancellationToken cancel) => numbers.SequenceEqual(await (
        from attachment in db.Attachments
        join document in db.Documents on attachment.DocumentId equals document.Id
        where attachment.SubjectKind == subject.Kind && attachment.SubjectId == subject.Id
        orderby attachment.Position
        select document.Number).ToListAsync(cancel));

    /// <summary>Puts exactly these documents beside a thing, within the change that saves it.</summary>
    public async Task<Refusal?> SetAsync(Subject subject, IReadOnlyList<int> numbers, CancellationToken cancel)
    {
        homes.EnsureHome(subject.Kind);
        if (numbers.Count > Attachment.Most) return new TooManyAttachments(Attachment.Most);
        var ids = await db.Documents.Where(document => numbers.Contains(document.Number) && document.RemovedAt == null).Select(document => new { document.Number, document.Id }).ToDictionaryAsync(document => document.Number, document => document.Id, cancel);
        if (numbers.Any(number => !ids.ContainsKey(number))) return new DocumentIsNotThere();
        var there = await db.Attachments.Where(attachment => attachment.SubjectKind == subject.Kind && attachment.SubjectId == subject.Id).ToListAsync(cancel);
        db.Attachments.RemoveRange(there.Where(attachment => !ids.ContainsValue(attachment.DocumentId)));
        for (var position = 0; position < numbers.Count; position++)
        {
            var id = ids[numbers[position]];
            if (there.Find(attachment => attachment.DocumentId == id) is { } kept) kept.MoveTo(position);
            else db.Attachments.Add(Attachment.Of(subject, id, position));
        }

        return null;
    }
}

/// <summary>A document beside something.</summary>
public sealed record AttachedDocument(int Number, string Title, int Bytes, int Pages, DateTimeOffset PublishedAt, string? ExternalUrl)
{
    /// <summary>Its address; elsewhere, if another council system keeps it.</summary>
    public string Address => ExternalUrl ?? Links.Document(Number, Title);

    /// <summary>Its size, as people read it.</summary>
    public string Size => FileSize.Of(Bytes);
}

/// <summary>The field of an editor; the partial <c>_AttachmentsField</c>.</summary>
/// <param name="Attached">What stands there now.</param>
/// <param name="Others">What may be added.</param>
/// <param name="Input">What the form says.</param>
/// <param name="Prefix">Name of the field in the form.</param>
public sealed record AttachmentsField(IReadOnlyList<AttachedDocument> Attached, IReadOnlyList<DocumentRow> Others, AttachmentsInput Input, string Prefix = "Input.Documents")
{
    /// <summary>What is attached already, and what was uploaded with a form that had another mistake.</summary>
    public IEnumerable<(int Number, string Title, string Size)> Kept => Attached.Select(document => (document.Number, document.Title, document.Size))
        .Concat(Others.Where(other => Input.Kept.Contains(other.Number) && !Attached.Any(document => document.Number == other.Number)).Select(other => (other.Number, other.Title, other.Size)));
}

/// <summary>What a form says about documents.</summary>
public sealed class AttachmentsInput
{
    /// <summary>Numbers of those that stay.</summary>
    public List<int> Kept { get; set; } = [];

    /// <summary>Number of an existing one that comes along.</summary>
    public int? Added { get; set; }

    /// <summary>A new file.</summary>
    public IFormFile? File { get; set; }

    /// <summary>Title of the new file.</summary>
    public string? Title { get; set; }

    /// <summary>Numbers of all that it names, without the new file.</summary>
    internal IEnumerable<int> Numbers => Added is { } added ? Kept.Append(added).Distinct() : Kept.Distinct();

    /// <summary>Remembers a file that was just received.</summary>
    public void Keep(int number)
    {
        if (!Kept.Contains(number)) Kept.Add(number);
        (Title, File) = (null, null);
    }
}
