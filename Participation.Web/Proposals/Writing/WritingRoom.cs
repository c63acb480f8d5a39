using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.SignalR;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Web.Accounts;

namespace Participation.Web.Proposals.Writing;

/// <summary>Who has which text open on this node.</summary>
public sealed class WritingRoom
{
    /// <summary>Most texts of one connection; a proposal has six.</summary>
    public const int MostTexts = 12;

    private readonly ConcurrentDictionary<string, Seat> _seats = new(StringComparer.Ordinal);

    /// <summary>Everybody who is here.</summary>
    public IReadOnlyCollection<Seat> Seats => [.. _seats.Values];

    /// <summary>The place of a connection.</summary>
    public Seat Take(HubCallerContext connection) => _seats.GetOrAdd(connection.ConnectionId, _ => new Seat(connection));

    /// <summary>A connection is over.</summary>
    public Seat? Leave(string connection) => _seats.TryRemove(connection, out var seat) ? seat : null;
}

/// <summary>One connection and the texts it has open.</summary>
public sealed class Seat(HubCallerContext connection)
{
    private readonly ConcurrentDictionary<SharedTextId, bool> _texts = new();

    /// <summary>Which connection.</summary>
    public string Id => connection.ConnectionId;

    /// <summary>Who it was when it began.</summary>
    public Actor? Actor { get; } = connection.User?.ActorOrNull();

    /// <summary>A name for others to see, which does not give the connection's own away.</summary>
    public string Key { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    /// <summary>The texts that are open.</summary>
    public IReadOnlyCollection<SharedTextId> Texts => [.. _texts.Keys];

    /// <summary>Opens a text, to read or also to write it; not more than a few.</summary>
    public bool Open(SharedTextId text, bool writes)
    {
        if (!_texts.ContainsKey(text) && _texts.Count >= WritingRoom.MostTexts) return false;
        _texts[text] = writes;
        return true;
    }

    /// <summary>Whether it writes in a text.</summary>
    public bool Writes(SharedTextId text) => _texts.TryGetValue(text, out var writes) && writes;

    /// <summary>It only reads a text any more.</summary>
    public void TakePen(SharedTextId text) => _texts.TryUpdate(text, false, true);

    /// <summary>Closes a text.</summary>
    public void Close(SharedTextId text) => _texts.TryRemove(text, out _);
}

/// <summary>Names of the groups.</summary>
internal static class WritingGroups
{
    /// <summary>Whoever has the text open.</summary>
    public static string Readers(Guid text) => $"text|{text:N}";

    /// <summary>Whoever writes it; they see each other's names.</summary>
    public static string Writers(Guid text) => $"schreibt|{text:N}";
}
