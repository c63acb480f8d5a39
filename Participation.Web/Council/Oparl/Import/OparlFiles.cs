using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Uploads;
using Participation.Web.Data;

namespace Participation.Web.Council.Oparl.Import;

/// <summary>Files of a source stay there: here is their name, size and address, beside what they belong to.</summary>
internal sealed class OparlFiles(ParticipationDbContext db, OparlPlaces places)
{
    /// <summary>A file of the list of files, with its words and all its places.</summary>
    public async Task PlaceAsync(string id, JsonElement json, CancellationToken cancel)
    {
        if (await PutAsync(id, json, cancel) is not { } document) return;
        foreach (var address in json.Addresses("paper"))
        {
            if (await places.NamedAsync<Paper>(address, cancel) is { } paper) await AttachAsync(Subject.Of(paper.Id), document, Attachment.Most, cancel);
        }

        foreach (var address in json.Addresses("meeting"))
        {
            if (await places.NamedAsync<Meeting>(address, cancel) is { } meeting) await AttachAsync(Subject.Of(meeting.Id), document, Attachment.Most, cancel);
        }
    }

    /// <summary>The files beside a paper or a meeting, all of them in order.</summary>
    public async Task PlaceBesideAsync(Subject subject, IReadOnlyList<JsonElement> files, Func<JsonElement, string?> idOf, CancellationToken cancel)
    {
        HashSet<DocumentId> kept = [];
        foreach (var json in files)
        {
            if (idOf(json) is not { } id || await PutAsync(id, json, cancel) is not { } document || !kept.Add(document.Id)) continue;
            await AttachAsync(subject, document, kept.Count - 1, cancel);
        }

        var there = await db.Attachments.Where(beside => beside.SubjectKind == subject.Kind && beside.SubjectId == subject.Id).ToListAsync(cancel);
        db.Attachments.RemoveRange(there.Where(beside => !kept.Contains(beside.DocumentId)));
    }

    private async Task<Document?> PutAsync(string id, JsonElement json, CancellationToken cancel)
    {
        var there = await places.FileAsync(id, cancel);
        if (json.IsDeleted())
        {
            if (there?.Remove(places.Now) == true) places.Counts.Deleted++;
            return null;
        }

        var url = json.Address("accessUrl");
        if (url is not { Length: <= Document.ExternalUrlMaxLength } || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            places.Counts.Odd("File: no usable accessUrl");
            return null;
        }

        var fileName = json.Text("fileName", Document.FileNameMaxLength);
        var file = new ExternalFile(
            json.Text("name", Document.TitleMaxLength) ?? (fileName is { Length: <= Document.TitleMaxLength } ? fileName : "Datei"), url, fileName, json.Text("mimeType", Document.MimeTypeMaxLength),
            Math.Max(0, json.Number("size") ?? 0), json.Address("sha512Checksum") is { Length: Document.Sha512Length } hash && hash.All(char.IsAsciiHexDigit) ? hash.ToLowerInvariant() : "",
            json.Text("text", Document.TextMaxLength) ?? there?.Text ?? "");
        if (there is null)
        {
            there = Document.Elsewhere(await places.NextAsync(Counter.Documents, cancel), file, id, places.Now);
            db.Add(there);
            places.Counts.Added++;
        }
        else if (there.Text.Length > 0 || file.Text.Length == 0) places.Changed(there.Renew(file, places.Now));
        else
        {
            // Words come after their file, from its own address: that is no change of it.
            places.Changed(there.Renew(file with { Text = "" }, places.Now));
            there.Renew(file, places.Now);
        }

        return there;
    }

    private async Task AttachAsync(Subject subject, Document document, int position, CancellationToken cancel)
    {
        var there = db.Attachments.Local.FirstOrDefault(beside => beside.SubjectId == subject.Id && beside.DocumentId == document.Id)
            ?? await db.Attachments.SingleOrDefaultAsync(beside => beside.SubjectKind == subject.Kind && beside.SubjectId == subject.Id && beside.DocumentId == document.Id, cancel);
        if (there is null) db.Add(Attachment.Of(subject, document.Id, position));
        else if (position < Attachment.Most) there.MoveTo(position);
    }
}
