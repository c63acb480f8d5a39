using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Realtime;
using Participation.Domain.Uploads;
using Participation.Web.Data;
using Participation.Web.Realtime;
using Participation.Web.Shared;
using Participation.Web.Uploads.Scanning;

namespace Participation.Web.Uploads;

/// <summary>Takes an image for a text that somebody writes. The same image sent twice, before a text uses it, is one.</summary>
public sealed class UploadImage(ParticipationDbContext db, Changes changes, ImageMaker maker, IVirusScanner scanner, UploadRoom room, TimeProvider clock)
{
    /// <param name="file">The file as it came.</param>
    /// <param name="alt">What it shows.</param>
    /// <param name="actor">Who uploads it.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Outcome<UploadedImage>> ExecuteAsync(byte[] file, string? alt, Actor actor, CancellationToken cancel)
    {
        var description = Clean(alt);
        if (Upload.CheckAlt(description) is { } wordless) return wordless;
        if (file.Length == 0) return new FileIsMissing();
        if (file.Length > Upload.MaxBytes) return new FileIsTooLarge(Upload.MaxMegabytes);
        if (ImageTypes.Of(file) is ImageType.Unknown) return new ImageTypeNotAllowed();
        // Asked before the work and again under the lock.
        if (await CheckRoomAsync(actor.Person, clock.GetUtcNow(), 0, cancel) is { } early) return early;
        if (await scanner.CheckAsync(file, cancel) is { } unsafeFile) return unsafeFile;
        var made = await maker.ExecuteAsync(file, cancel);
        if (!made.Done) return made.Refusal;
        return await StoreAsync(made.Value, description, actor, cancel);
    }

    private async Task<Outcome<UploadedImage>> StoreAsync(MadeImage made, string alt, Actor actor, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(made.Files[UploadFile.Large]));
        await using var change = await changes.BeginAsync([Channel.Uploads], cancel);
        // One that is about to be tidied away is left to it.
        var fresh = change.Now.AddHours(1 - Upload.HoursUnused);
        if (await db.Uploads.Where(upload => upload.OwnerId == actor.Person && upload.Hash == hash && upload.UsedById == null && upload.ChangedAt > fresh).OrderBy(upload => upload.CreatedAt).FirstOrDefaultAsync(cancel) is { } again)
        {
            again.ReceiveAgain(alt, change.Now);
            await change.CommitAsync(cancel);
            return UploadedImage.Of(again);
        }

        if (await CheckRoomAsync(actor.Person, change.Now, made.Files.Values.Sum(content => (long)content.Length), cancel) is { } full) return full;
        var upload = Upload.Receive(UploadId.New(change.Now), actor.Person, alt, (made.Width, made.Height), hash, made.Files, change.Now);
        db.Uploads.Add(upload);
        await change.CommitAsync(cancel);
        return UploadedImage.Of(upload);
    }

    private async Task<Refusal?> CheckRoomAsync(PersonId person, DateTimeOffset now, long more, CancellationToken cancel)
    {
        if ((await db.People.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == person, cancel))?.CheckBarred(now) is { } barred) return barred;
        var since = now.AddDays(-1);
        if (await db.Uploads.CountAsync(upload => upload.OwnerId == person && upload.CreatedAt > since, cancel) >= Upload.MostPerDay) return new TooManyUploadsToday(Upload.MostPerDay);
        return await room.CheckAsync(more, cancel);
    }

    /// <summary>One line of characters that are seen.</summary>
    private static string Clean(string? alt) =>
        string.Join(' ', string.Concat((alt ?? "").Select(letter => char.IsControl(letter) ? ' ' : letter)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>An image that can be put into a text.</summary>
public sealed record UploadedImage(UploadId Id, string Alt)
{
    internal static UploadedImage Of(Upload upload) => new(upload.Id, upload.Alt);
}

/// <summary>How much room there is for files.</summary>
public sealed class UploadRoom(ParticipationDbContext db, IOptions<UploadOptions> options)
{
    /// <summary>Whether so many bytes fit in.</summary>
    public async Task<Refusal?> CheckAsync(long more, CancellationToken cancel)
    {
        var used = await db.Uploads.SumAsync(upload => (long)upload.Bytes, cancel) + await db.Documents.SumAsync(document => (long)document.Bytes, cancel);
        return used + more > options.Value.QuotaBytes || options.Value.QuotaMegabytes == 0 ? new UploadsAreFull() : null;
    }
}
