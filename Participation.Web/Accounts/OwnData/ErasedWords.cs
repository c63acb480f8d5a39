using System.Globalization;
using Participation.Domain.Ideas;
using Participation.Web.Hosting;
using Participation.Web.Markdown;

namespace Participation.Web.Accounts.OwnData;

/// <summary>What stands where a text was taken along; in the site's first language, as everything that people wrote.</summary>
public sealed class ErasedWords(MarkdownText markdown)
{
    /// <summary>Why an idea is gone, for everyone to read.</summary>
    public static string Reason => Say(nameof(OwnDataTexts.RemainsReason));

    /// <summary>The title that is left of an idea.</summary>
    public static string Title(int number) => string.Format(CultureInfo.InvariantCulture, Say(nameof(OwnDataTexts.RemainsTitle)), number);

    /// <summary>Title and text of an idea whose place is kept.</summary>
    public IdeaText Remains(int number) => new(Title(number), "", markdown.Format(Say(nameof(OwnDataTexts.RemainsText))), null, null);

    private static string Say(string key) => OwnDataTexts.ResourceManager.GetString(key, CultureInfo.GetCultureInfo(Languages.All[0])) ?? throw new InvalidOperationException(key);
}
