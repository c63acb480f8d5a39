using Participation.Domain.Ideas;

namespace Participation.Web.Ideas.Polis;

/// <summary>Polis knows no titles: the first sentence of a contribution becomes one.</summary>
internal static class PolisTitle
{
    private const string Ellipsis = " …";

    /// <summary>The first sentence, without its full stop, cut at a word if it is too long.</summary>
    public static string Of(string body, int length = IdeaText.TitleMaxLength) => Cut(Sentence(body.Trim()), length);

    /// <summary>A text of at most so many characters, cut at a word.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = text.LastIndexOf(' ', length - Ellipsis.Length);
        if (end <= 0) end = length - Ellipsis.Length;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd(' ', ',', ';', ':', '–', '-') + Ellipsis;
    }

    private static string Sentence(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r') return text[..i].TrimEnd();
            if (IsEnd(text, i)) return text[..(text[i] is '.' ? i : i + 1)];
        }

        return text is [.. var all, '.'] && !all.EndsWith('.') ? all : text;
    }

    /// <summary>A mark after a word (not after "z." or "3."), before a new beginning, once something was said.</summary>
    private static bool IsEnd(string text, int i) =>
        text[i] is '.' or '!' or '?' && i + 2 < text.Length && char.IsWhiteSpace(text[i + 1]) && i + 1 >= IdeaText.TitleMinLength
        && (text[i] is not '.' || (char.IsLetter(text[i - 1]) && char.IsLetter(text[i - 2])))
        && !char.IsLower(text[i + 2]) && !char.IsDigit(text[i + 2]);
}
