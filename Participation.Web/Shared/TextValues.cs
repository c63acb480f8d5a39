using System.Globalization;

namespace Participation.Web.Shared;

/// <summary>Texts with places for values.</summary>
internal static class TextValues
{
    /// <summary>Puts values into a text, in the reader's language.</summary>
    public static string With(this string text, params object?[] values) => string.Format(CultureInfo.CurrentUICulture, text, values);
}
