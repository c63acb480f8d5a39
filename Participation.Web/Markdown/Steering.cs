using System.Buffers;

namespace Participation.Web.Markdown;

/// <summary>
/// Characters that steer the direction of the text around them (Unicode, Bidi_Control). In a description that only a screen reader or a broken image shows, nobody would notice
/// that it says something else than it seems to, or that it turns what stands behind it around.
/// </summary>
internal static class Steering
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>A text without them.</summary>
    public static string Without(string text) => text.AsSpan().ContainsAny(Signs) ? string.Concat(text.Where(sign => !Signs.Contains(sign))) : text;
}
