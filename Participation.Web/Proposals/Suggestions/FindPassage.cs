using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>Finds the passage that somebody had before them, in the text as it is now.</summary>
public sealed class FindPassage(TextStore store, FollowPassages follow)
{
    public async Task<Outcome<Passage>> ExecuteAsync(IReadOnlyList<TextNow> texts, PassageAddress address, CancellationToken cancel)
    {
        var missing = new NoSuchPassage(Passage.MaxLength);
        if (texts.FirstOrDefault(text => text.Section == address.Section) is not { } now || address.Version < 0 || address.Version > now.Version) return missing;
        if (now.Version - address.Version > PullUpdates.Most) return new PassageIsGone();
        if ((address.Version == now.Version ? now.Text : await store.AtAsync(now.Id, address.Version, cancel)) is not { } content) return new PassageIsGone();
        if (address.From < 0 || address.To <= address.From || address.To > content.Length) return missing;
        if (Passage.Of(now.Id, now.Section, address.Version, content, Narrow(content, address)) is not { } passage) return missing;
        var found = (await follow.ToAsync(texts, [passage], cancel))[0];
        if (found.IsGone) return new PassageIsGone();
        // What is quoted is what stands there now; whoever sends the form sees it before.
        return found.StandsIn(now.Text) ? found : Passage.Of(now.Id, now.Section, now.Version, now.Text, new TextRange(found.From, found.To)) ?? (Outcome<Passage>)missing;
    }

    /// <summary>The words that were selected, where they stand just so in the paragraph, and only once; else all of it.</summary>
    private static TextRange Narrow(string content, PassageAddress address)
    {
        var (whole, words) = (new TextRange(address.From, address.To), (address.Selection ?? "").ReplaceLineEndings("\n").Trim());
        if (words.Length == 0) return whole;
        var paragraph = content[address.From..address.To];
        var at = paragraph.IndexOf(words, StringComparison.Ordinal);
        return at < 0 || paragraph.IndexOf(words, at + 1, StringComparison.Ordinal) >= 0 ? whole : new TextRange(address.From + at, address.From + at + words.Length);
    }
}

/// <summary>A passage as an address names it.</summary>
/// <param name="Section">The section.</param>
/// <param name="Version">Version of its text.</param>
/// <param name="From">Where the paragraph begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Selection">Words of it that were selected.</param>
public sealed record PassageAddress(SectionKind Section, int Version, int From, int To, string? Selection = null);
