using System.Text;

namespace Participation.Domain.Moderation;

/// <summary>Passages that are taken out of a text, word by word. A moderator shortens what somebody wrote and never puts words in.</summary>
public sealed record Redaction
{
    /// <summary>What stands in the place of a passage. Not longer than the shortest passage, and no Markdown.</summary>
    public const string Mark = "‹…›";

    /// <summary>Shortest passage, in characters.</summary>
    public const int PassageMinLength = 3;

    /// <summary>Longest passage, in characters.</summary>
    public const int PassageMaxLength = 300;

    /// <summary>Most passages of one step.</summary>
    public const int MostPassages = 20;

    private Redaction(IReadOnlyList<string> passages) => Passages = passages;

    /// <summary>The passages, longest first, so that one which holds another goes as a whole.</summary>
    public IReadOnlyList<string> Passages { get; }

    /// <summary>Reads passages, one per line.</summary>
    /// <returns>Null when there is none, or one is too short or too long, or there are too many.</returns>
    public static Redaction? Read(string lines)
    {
        List<string> passages = [.. lines.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(line => line.Length)];
        return passages.Count is 0 or > MostPassages || passages.Exists(passage => passage.Length is < PassageMinLength or > PassageMaxLength) ? null : new Redaction(passages);
    }

    /// <summary>The text without the passages, in whatever case they are written.</summary>
    public string Apply(string text) => Passages.Aggregate(text, Replace);

    /// <summary>A passage that begins or ends with a letter or digit is not found inside a longer word: "Ute" is not in "heute".</summary>
    private static string Replace(string text, string passage)
    {
        var shorter = new StringBuilder();
        var done = 0;
        for (var at = text.IndexOf(passage, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(passage, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + passage.Length;
            if (at < done || (at > 0 && Joins(text[at - 1], text[at])) || (end < text.Length && Joins(text[end - 1], text[end]))) continue;
            shorter.Append(text, done, at - done).Append(Mark);
            done = end;
        }

        return done == 0 ? text : shorter.Append(text, done, text.Length - done).ToString();
    }

    private static bool Joins(char left, char right) => char.IsLetterOrDigit(left) && char.IsLetterOrDigit(right);
}

/// <summary>None of the passages is in the text.</summary>
public sealed record PassageNotFound : Refusal;
