using System.Security.Cryptography;
using System.Text;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Writing;

/// <summary>
/// Somebody without script saves a section that they had before them in some version. What they changed is put into the text as it is now, when others
/// changed other passages. The same form sent twice is saved once.
/// </summary>
public sealed class SaveSection(TextStore store, PushUpdates push)
{
    /// <returns>The version it is stored in, or why not: <see cref="WrittenMeanwhile"/> when others changed the same passage.</returns>
    public async Task<Outcome<int>> ExecuteAsync(SharedTextId id, int version, string sent, Actor actor, CancellationToken cancel)
    {
        var text = Clean(sent);
        if (text.Length > SharedText.MaxLength) return new SharedTextTooLong(SharedText.MaxLength);
        if (await store.LoadAsync(id, cancel) is not { } now || version < 0 || version > now.Version) return new ChangesDoNotFit();
        var before = version == now.Version ? now.Text : await store.AtAsync(id, version, cancel);
        if (before is null) return new WrittenMeanwhile();
        var changes = TextDifference.Between(before, text);
        if (changes.IsEmpty || text == now.Text) return now.Version;

        var client = Client(id, actor.Person, version, text);
        var since = version >= now.OldestKnown ? [.. now.Since(version)] : await store.UpdatesAsync(id, version, now.Version, cancel);
        if (since.Any(update => update.Client == client)) return now.Version;
        if (since.Count > 0 && changes.Touches(since.Skip(1).Aggregate(since[0].Changes, (all, update) => all.Compose(update.Changes)))) return new WrittenMeanwhile();
        var stored = await push.ExecuteAsync(id, version, [new PendingUpdate(client, changes)], actor, cancel);
        return stored.Refusal is TooFarBehind ? new WrittenMeanwhile() : stored;
    }

    /// <summary>Line ends as in every text, and nothing that no keyboard types.</summary>
    internal static string Clean(string sent) =>
        string.Concat(sent.ReplaceLineEndings("\n").EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or >= ' ').Select(rune => rune.ToString()));

    /// <summary>The form is its own editor, and the same form is the same one.</summary>
    private static string Client(SharedTextId id, PersonId person, int version, string text) =>
        PushUpdates.ClientPrefix(id, person) + "f" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{version}|{text}")).AsSpan(0, 10));
}
