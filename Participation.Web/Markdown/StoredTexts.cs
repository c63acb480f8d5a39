using Participation.Domain;

namespace Participation.Web.Markdown;

/// <summary>Texts that a capability keeps with their rendering: the seam through which a newer pipeline reaches them.</summary>
public interface IStoredTexts
{
    /// <summary>Some of the texts that an older pipeline rendered.</summary>
    Task<IReadOnlyList<StoredText>> OlderThanAsync(int version, int most, CancellationToken cancel);

    /// <summary>Puts a new rendering into place, unless the source was changed meanwhile. Called under the lock of <see cref="StoredText.Channel"/>.</summary>
    /// <returns>How many were replaced: one or none.</returns>
    Task<int> ReplaceAsync(StoredText text, FormattedText rendered, CancellationToken cancel);

    /// <summary>Lets every text whose HTML holds a piece be rendered anew with the next round, such as those that name someone who left.</summary>
    Task<int> OutdateAsync(string piece, CancellationToken cancel);
}

/// <summary>A stored text that is to be rendered anew.</summary>
/// <param name="Key">Which one, for the capability that keeps it.</param>
/// <param name="Source">Its Markdown.</param>
/// <param name="Channel">Under whose lock it changes.</param>
/// <param name="Tags">Cached pages that show it.</param>
public sealed record StoredText(object Key, string Source, string Channel, IReadOnlyList<string> Tags);
