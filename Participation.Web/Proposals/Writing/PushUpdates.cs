using System.Security.Cryptography;
using System.Text.Json;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Writing;

/// <summary>Somebody writes in a shared text. The same updates sent again are not stored again.</summary>
public sealed class PushUpdates(TextAuthority authority, IWritingRights rights)
{
    /// <summary>How the editors of a person are named in a text. Nobody can pass their own for somebody else's, which would lose what that one wrote.</summary>
    public static string ClientPrefix(SharedTextId text, PersonId person)
    {
        Span<byte> both = stackalloc byte[32];
        text.Value.TryWriteBytes(both);
        person.Value.TryWriteBytes(both[16..]);
        return Convert.ToHexStringLower(SHA256.HashData(both).AsSpan(0, 6));
    }

    /// <summary>Reads and stores what an editor sent.</summary>
    /// <returns>The version it is stored in, or why nothing of it is.</returns>
    public async Task<Outcome<int>> ExecuteAsync(SharedTextId text, int version, string client, JsonElement updates, Actor actor, CancellationToken cancel)
    {
        if (updates.ValueKind is not JsonValueKind.Array || !IsClient(text, client, actor.Person)) return new ChangesDoNotFit();
        if (updates.GetArrayLength() is 0 or > PendingUpdate.MostPerPush) return new TooManyUpdates(PendingUpdate.MostPerPush);
        var pending = new List<PendingUpdate>();
        foreach (var update in updates.EnumerateArray())
        {
            if (ChangeSet.Read(update) is not { } changes) return new ChangesDoNotFit();
            pending.Add(new PendingUpdate(client, changes));
        }

        return await ExecuteAsync(text, version, pending, actor, cancel);
    }

    /// <summary>Stores changes that the site itself made for somebody, such as those of a form.</summary>
    /// <returns>The version they are stored in, or why nothing of it is.</returns>
    public async Task<Outcome<int>> ExecuteAsync(SharedTextId text, int version, IReadOnlyList<PendingUpdate> updates, Actor actor, CancellationToken cancel)
    {
        if (await rights.AsWriterAsync(text, actor.Person, cancel) is not { } writer) return new TextIsClosed();
        return await authority.PushAsync(text, new TextPush(version, updates, writer));
    }

    private static bool IsClient(SharedTextId text, string client, PersonId person) =>
        client is { Length: > 12 and <= SharedTextUpdate.ClientMaxLength } && client.All(char.IsAsciiLetterOrDigit) && client.StartsWith(ClientPrefix(text, person), StringComparison.Ordinal);
}
