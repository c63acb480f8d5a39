namespace Participation.Domain.News;

/// <summary>A word by which articles are found. Two spellings with the same slug are one keyword.</summary>
/// <param name="Slug">Part of the address of its page.</param>
/// <param name="Name">As it was written.</param>
public sealed record Keyword(string Slug, string Name)
{
    /// <summary>Longest keyword, in characters.</summary>
    public const int NameMaxLength = 40;

    /// <summary>Most keywords of one article.</summary>
    public const int Most = 12;

    /// <summary>Longest list that a form takes, in characters: more than twelve of the longest with what stands between them.</summary>
    public const int ListMaxLength = 1_000;

    /// <summary>Reads keywords as people type them: with commas or semicolons between them, each once, in their order.</summary>
    /// <param name="list">What was typed.</param>
    /// <param name="keywords">The keywords; empty when they are refused.</param>
    /// <returns>The refusal, or null.</returns>
    public static Refusal? Parse(string? list, out IReadOnlyList<Keyword> keywords)
    {
        keywords = [];
        var found = new List<Keyword>();
        foreach (var part in (list ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var name = string.Join(' ', part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (name.Length == 0) continue;
            if (name.Length > NameMaxLength) return new KeywordTooLong(NameMaxLength);
            var slug = Domain.Slug.From(name);
            if (slug == "-") return new KeywordNeedsLetters(name);
            if (!found.Exists(keyword => keyword.Slug == slug)) found.Add(new Keyword(slug, name));
        }

        if (found.Count > Most) return new TooManyKeywords(Most);
        keywords = found;
        return null;
    }
}

/// <summary>A keyword of an article, in its place.</summary>
public sealed class ArticleKeyword
{
    private ArticleKeyword() { }

    internal ArticleKeyword(int order, Keyword keyword) => (Order, Slug, Name) = (order, keyword.Slug, keyword.Name);

    /// <summary>Place among the article's keywords, from 0.</summary>
    public int Order { get; private set; }

    /// <summary>Part of the address of its page.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>As it was written.</summary>
    public string Name { get; private set; } = "";

    internal void Become(Keyword keyword) => (Slug, Name) = (keyword.Slug, keyword.Name);
}

/// <summary>A keyword has more characters than fit.</summary>
/// <param name="Limit">How many fit.</param>
public sealed record KeywordTooLong(int Limit) : Refusal;

/// <summary>A keyword without a letter or digit has no address.</summary>
/// <param name="Name">The keyword.</param>
public sealed record KeywordNeedsLetters(string Name) : Refusal;

/// <summary>More keywords than help anybody.</summary>
/// <param name="Limit">How many there may be.</param>
public sealed record TooManyKeywords(int Limit) : Refusal;
