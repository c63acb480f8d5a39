using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Participation.Domain.Moderation;

/// <summary>Where a case is, in public numbers: an idea, or a comment under one. Written <c>17</c> and <c>17:5</c>.</summary>
/// <param name="Idea">Number of the idea.</param>
/// <param name="Comment">Number of the comment; 0 for the idea itself.</param>
public readonly record struct CaseRef(int Idea, int Comment = 0) : IParsable<CaseRef>
{
    /// <summary>Whether it is a comment.</summary>
    public bool IsComment => Comment > 0;

    /// <summary>The number of the comment, or null for the idea itself.</summary>
    public int? CommentOrNull => IsComment ? Comment : null;

    /// <inheritdoc/>
    public override string ToString() => IsComment ? string.Create(CultureInfo.InvariantCulture, $"{Idea}:{Comment}") : Idea.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public static CaseRef Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var place) ? place : throw new FormatException(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CaseRef result)
    {
        int[] numbers = [.. (s ?? "").Split(':', 3).Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        result = numbers switch { [> 0 and var idea] => new CaseRef(idea), [> 0 and var idea, > 0 and var comment] => new CaseRef(idea, comment), _ => default };
        return result != default;
    }
}
