using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Writing;

/// <summary>The hub of the editors. Whether somebody may is asked anew for every message.</summary>
public sealed class WritingHub(PushUpdates push, PullUpdates pull, IWritingRights rights, WritingRoom room, WritingPace pace) : Hub
{
    /// <summary>Largest message: a whole text, pasted at once.</summary>
    public const int MostBytes = 3 * 1024 * 1024;

    /// <summary>Message to the editors: what was accepted.</summary>
    public const string News = "news";

    /// <summary>Message to those who write: somebody is here.</summary>
    public const string Here = "here";

    /// <summary>Message to those who write: somebody has gone.</summary>
    public const string Gone = "gone";

    /// <summary>Message to an editor: this text is not open for it any more.</summary>
    public const string Closed = "closed";

    /// <summary>A browser says which page its script comes from; from elsewhere nobody writes in somebody's name.</summary>
    public override Task OnConnectedAsync()
    {
        var request = Context.GetHttpContext()?.Request;
        if (request?.Headers.Origin is [{ } origin] && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || !string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase))) Context.Abort();
        return base.OnConnectedAsync();
    }

    /// <summary>Opens a text. Rights first, then the group, then what was missed: nothing falls in between.</summary>
    /// <returns>What was written since the version; null when there is no such text for this person.</returns>
    public async Task<TextNews?> Join(Guid text, int since)
    {
        var (id, cancel) = (SharedTextId.From(text), Context.ConnectionAborted);
        if (!pace.Allows(Actor, Context.ConnectionId) || !await rights.MayReadAsync(id, Actor, cancel)) return null;
        var writes = await WriterAsync(id) is not null;
        if (!room.Take(Context).Open(id, writes)) return null;
        await Groups.AddToGroupAsync(Context.ConnectionId, WritingGroups.Readers(text), cancel);
        if (writes) await Groups.AddToGroupAsync(Context.ConnectionId, WritingGroups.Writers(text), cancel);
        return await pull.ExecuteAsync(id, since, Actor, cancel);
    }

    /// <summary>What was written since a version.</summary>
    public async Task<TextNews?> Pull(Guid text, int since) =>
        pace.Allows(Actor, Context.ConnectionId) ? await pull.ExecuteAsync(SharedTextId.From(text), since, Actor, Context.ConnectionAborted) : null;

    /// <summary>Writes. The answer comes when it is stored.</summary>
    public async Task<PushAnswer> Push(Guid text, int version, string client, JsonElement updates)
    {
        if (Actor is not { } actor) return Refused(new NotAllowed());
        if (!pace.Allows(actor, Context.ConnectionId, JsonMarshal.GetRawUtf8Value(updates).Length)) return Refused(new WritingTooFast());
        var stored = await push.ExecuteAsync(SharedTextId.From(text), version, client, updates, actor, Context.ConnectionAborted);
        return stored.Done ? new PushAnswer(stored.Value, null, null) : Refused(stored.Refusal);
    }

    /// <summary>Where somebody's cursor is, said again now and then; who says nothing for a minute is gone.</summary>
    /// <param name="text">The text it is in.</param>
    /// <param name="anchor">Where the selection began.</param>
    /// <param name="head">Where it ends.</param>
    /// <param name="asks">Whether the others should say where they are.</param>
    public async Task Cursor(Guid text, int anchor, int head, bool asks)
    {
        var id = SharedTextId.From(text);
        if (!pace.Allows(Actor, Context.ConnectionId) || !room.Take(Context).Writes(id) || await WriterAsync(id) is not { } writer) return;
        var key = room.Take(Context).Key;
        await Clients.OthersInGroup(WritingGroups.Writers(text)).SendAsync(Here, new Present(text, key, writer.Name, writer.OrganisationName, anchor, head, asks));
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (room.Leave(Context.ConnectionId) is { } seat)
        {
            foreach (var text in seat.Texts) await Clients.Group(WritingGroups.Writers(text.Value)).SendAsync(Gone, text.Value, seat.Key);
        }

        await base.OnDisconnectedAsync(exception);
    }

    private Actor? Actor => Context.User?.ActorOrNull();

    private Task<Writer?> WriterAsync(SharedTextId text) => Actor is { } actor ? rights.AsWriterAsync(text, actor.Person, Context.ConnectionAborted) : Task.FromResult<Writer?>(null);

    private PushAnswer Refused(Refusal refusal)
    {
        var language = Languages.Known(Context.GetHttpContext()?.Request.Query["sprache"]);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return new PushAnswer(-1, refusal.GetType().Name, Refusals.Text(refusal));
    }
}

/// <summary>The answer to what was written.</summary>
/// <param name="Version">The version it is stored in; -1 when nothing of it is.</param>
/// <param name="Refusal">Why not.</param>
/// <param name="Message">The same in words.</param>
public sealed record PushAnswer(int Version, string? Refusal, string? Message);

/// <summary>Somebody who writes.</summary>
public sealed record Present(Guid Text, string Key, string Name, string Organisation, int Anchor, int Head, bool Asks);
