using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Council.Oparl.Import;

/// <summary>What an operator asks for.</summary>
/// <param name="Url">Address of the system object.</param>
/// <param name="Body">Which of its bodies, from 1.</param>
/// <param name="Anew">Whether to ask for everything, not only for what was changed.</param>
/// <param name="Insecure">Whether http and inner networks are allowed.</param>
/// <param name="PerSecond">Most answers in a second.</param>
internal sealed record OparlOrder(string Url, int Body = 1, bool Anew = false, bool Insecure = false, int PerSecond = 5);

/// <summary>
/// Reads another council system by OParl. Each page is one transaction that also says where the run stands; an object is found again by its address; so a run that is cut
/// off anywhere, or told twice, loses and doubles nothing. After the first run only changes are asked for.
/// </summary>
internal sealed class OparlImport(ParticipationDbContext db, Changes changes, OparlClient client, OparlPlacer placer, OparlFileWords words, OparlPlaces places, OparlLimits limits, TimeProvider clock)
{
    /// <summary>Clocks differ a little; what is read twice changes nothing.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private const int WaitingAtOnce = 100;

    /// <summary>Lists of a body in the order in which objects name each other.</summary>
    private static readonly (string Property, string Type)[] Lists =
    [
        ("legislativeTermList", "LegislativeTerm"), ("locationList", "Location"), ("organization", "Organization"), ("person", "Person"), ("membership", "Membership"), ("meeting", "Meeting"),
        ("agendaItem", "AgendaItem"), ("paper", "Paper"), ("consultation", "Consultation"), ("file", "File"),
    ];

    /// <param name="order">What is asked for.</param>
    /// <param name="progress">Told in a few words how far it is.</param>
    /// <param name="cancel">Cancels; the next run goes on there.</param>
    /// <exception cref="OparlImportException">The source cannot be read further; what was read stays.</exception>
    public async Task<OparlCounts> ExecuteAsync(OparlOrder order, Action<string> progress, CancellationToken cancel)
    {
        client.Use(order.Url, order.Insecure, order.PerSecond);
        var body = await BodyAsync(order, progress, cancel);
        var source = await BeginAsync(order, progress, cancel);
        for (var list = source.List; list < Lists.Length; list++) await ListAsync(source.Id, list, body, progress, cancel);
        await FillInAsync(source.Id, progress, cancel);
        await CompleteAsync(source.Id, order, cancel);
        return places.Counts;
    }

    private async Task<JsonElement> BodyAsync(OparlOrder order, Action<string> progress, CancellationToken cancel)
    {
        var system = await client.ReadAsync(order.Url, cancel);
        if (system.Kind() != "System" || system.Address("body") is not { } bodies) throw new OparlImportException($"{order.Url} is no system object of OParl.");
        var list = (await client.ReadAsync(bodies, cancel)).Objects("data") ?? [];
        if (order.Body < 1 || order.Body > list.Count) throw new OparlImportException($"There are {list.Count} bodies, and no number {order.Body}.");
        var body = list[order.Body - 1];
        progress($"{body.Text("name", Body.NameMaxLength)} ({order.Body} of {list.Count} bodies)");
        return body;
    }

    private async Task<OparlSource> BeginAsync(OparlOrder order, Action<string> progress, CancellationToken cancel)
    {
        var source = await db.OparlSources.SingleOrDefaultAsync(candidate => candidate.Url == order.Url, cancel);
        if (source is not null && source.BodyNumber != order.Body) throw new OparlImportException($"From this source body {source.BodyNumber} is read.");
        if (source is null) db.Add(source = OparlSource.Add(order.Url, order.Body, clock.GetUtcNow()));
        if (source.RunBegan is not null && !order.Anew) progress($"going on with a run that was cut off, at {Lists[Math.Min(source.List, Lists.Length - 1)].Property}");
        else
        {
            var now = clock.GetUtcNow();
            source.Begin((client.ServerTime is { } told && told < now ? told : now) - Overlap, order.Anew);
        }

        await SaveAsync(cancel);
        return source;
    }

    private async Task ListAsync(OparlSourceId id, int list, JsonElement body, Action<string> progress, CancellationToken cancel)
    {
        var (property, type) = Lists[list];
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (true)
        {
            var source = await db.OparlSources.AsNoTracking().SingleAsync(candidate => candidate.Id == id, cancel);
            if (source.List != list) return;
            if (source.Page >= limits.MaxPages) await GiveUpAsync(id, property, cancel);
            var address = source.Next ?? (body.Address(property) is { } first ? Since(first, source.IsFull ? null : source.Since) : null);
            if (address is not null && !seen.Add(address)) throw new OparlImportException($"{property} leads in a circle, at {address}.");
            // OParl 1.0 has terms inside the body alone.
            var page = address is null ? default(JsonElement?) : await client.ReadAsync(address, cancel);
            var objects = page is { } read ? read.Objects("data") ?? throw new OparlImportException($"{address} is no list.") : list == 0 ? body.Objects("legislativeTerm") ?? [] : [];
            var next = page?.Object("links")?.Address("next");
            if (next is not null && !client.IsOwn(next)) throw new OparlImportException($"{next} is not on the source's host.");
            if (type == "File") objects = await words.FillInAsync(objects, cancel);
            await TakeAsync(id, objects, type, next, cancel);
            progress(string.Create(CultureInfo.InvariantCulture, $"{property}, page {source.Page + 1}: {places.Counts}"));
        }
    }

    /// <summary>A list without an end is begun again by the next run, when the source may be well.</summary>
    private async Task GiveUpAsync(OparlSourceId id, string property, CancellationToken cancel)
    {
        places.Clear();
        (await db.OparlSources.SingleAsync(candidate => candidate.Id == id, cancel)).Restart();
        await SaveAsync(cancel);
        throw new OparlImportException($"{property} has more than {limits.MaxPages} pages.");
    }

    /// <summary>One page: its objects and where the run stands, or neither.</summary>
    private async Task TakeAsync(OparlSourceId id, IReadOnlyList<JsonElement> objects, string type, string? next, CancellationToken cancel)
    {
        places.Clear();
        await using var change = await changes.BeginAsync([Channel.Council], cancel);
        places.Now = change.Now;
        var source = await db.OparlSources.SingleAsync(candidate => candidate.Id == id, cancel);
        foreach (var json in objects) await PlaceAsync(id, json, type, cancel);
        source.Advance(next);
        await CommitAsync(change, cancel);
    }

    /// <summary>An object that names others which are not there yet waits, as it was read.</summary>
    private async Task PlaceAsync(OparlSourceId id, JsonElement json, string type, CancellationToken cancel)
    {
        places.TakeMissing();
        await placer.PlaceAsync(json, type, cancel);
        var missing = places.TakeMissing();
        if (json.Address("id") is not { Length: <= CouncilRecord.OriginMaxLength } origin) return;
        var waiting = await db.OparlWaitings.FindAsync([id, origin], cancel);
        if (!missing)
        {
            if (waiting is not null) db.Remove(waiting);
        }
        else if (waiting is null) db.Add(new OparlWaiting(id, origin, type, json.GetRawText()));
        else waiting.Replace(json.GetRawText());
    }

    /// <summary>Tries those that wait again, as long as that makes them fewer.</summary>
    private async Task FillInAsync(OparlSourceId id, Action<string> progress, CancellationToken cancel)
    {
        var (before, read) = (int.MaxValue, places.Counts.Read);
        while (true)
        {
            places.Counts.Waiting = await db.OparlWaitings.CountAsync(waiting => waiting.SourceId == id, cancel);
            if (places.Counts.Waiting == 0 || places.Counts.Waiting >= before) break;
            before = places.Counts.Waiting;
            progress($"{before} objects name others that came later");
            for (var last = ""; ;)
            {
                var after = last;
                places.Clear();
                await using var change = await changes.BeginAsync([Channel.Council], cancel);
                places.Now = change.Now;
#pragma warning disable CA1309 // Compared by the database.
                var later = db.OparlWaitings.Where(waiting => waiting.SourceId == id && string.Compare(waiting.Origin, after) > 0);
#pragma warning restore CA1309
                var some = await later.OrderBy(waiting => waiting.Origin).Take(WaitingAtOnce).ToListAsync(cancel);
                if (some.Count == 0) break;
                foreach (var waiting in some)
                {
                    using var json = JsonDocument.Parse(waiting.Json);
                    await PlaceAsync(id, json.RootElement.Clone(), waiting.Type, cancel);
                }

                last = some[^1].Origin;
                await CommitAsync(change, cancel);
            }
        }

        places.Counts.Read = read;
    }

    private async Task CompleteAsync(OparlSourceId id, OparlOrder order, CancellationToken cancel)
    {
        places.Clear();
        await using var change = await changes.BeginAsync([], cancel);
        var source = await db.OparlSources.SingleAsync(candidate => candidate.Id == id, cancel);
        source.Complete(change.Now);
        if (places.Counts.Added + places.Counts.Changed + places.Counts.Deleted > 0) change.Audit("council.import-oparl", new Subject(SubjectKind.Body, id.Value), null, $"{order.Url}: {places.Counts}");
        await CommitAsync(change, cancel);
    }

    private static async Task CommitAsync(Change change, CancellationToken cancel)
    {
        change.Evict(CacheTags.Council);
        change.Evict(CacheTags.Documents);
        try
        {
            await change.CommitAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new OparlImportException("Somebody else reads this source, or edits what it says, at the same time; run it again.");
        }
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (twice is DbUpdateConcurrencyException || db.IsUniqueViolation(twice))
        {
            throw new OparlImportException("Somebody else reads this source at the same time.");
        }
    }

    private static string Since(string list, DateTimeOffset? since) => since is not { } instant ? list
        : QueryHelpers.AddQueryString(list, "modified_since", instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
}
