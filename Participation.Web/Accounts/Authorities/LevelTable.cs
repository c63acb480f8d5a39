using Participation.Domain.Accounts;

namespace Participation.Web.Accounts.Authorities;

/// <summary>What an authority's values mean. A value that is not in the table is no level, however it sounds.</summary>
internal static class LevelTable
{
    private static readonly Dictionary<string, AssuranceLevel> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["basis"] = AssuranceLevel.Basic, ["niedrig"] = AssuranceLevel.Low, ["substantiell"] = AssuranceLevel.Substantial, ["hoch"] = AssuranceLevel.High,
    };

    /// <summary>How levels are called in the configuration.</summary>
    public static IEnumerable<string> Words => Known.Keys;

    public static bool IsLevel(string word) => Known.ContainsKey(word);

    /// <summary>The level of an answer. Of several values the lowest counts: nobody is lifted by a stray claim.</summary>
    public static AssuranceLevel Of(AuthorityOptions options, IEnumerable<string> values) =>
        values.Select(value => Of(options, value)).DefaultIfEmpty(AssuranceLevel.None).Min();

    /// <summary>The lowest level that satisfies what is asked for; none when nothing in the table is.</summary>
    public static AssuranceLevel Asked(AuthorityOptions options) =>
        options.AcrValues.Select(value => Of(options, value)).Where(level => level > AssuranceLevel.None).DefaultIfEmpty(AssuranceLevel.None).Min();

    private static AssuranceLevel Of(AuthorityOptions options, string value) =>
        options.Levels.Where(row => row.Value.Contains(value, StringComparer.Ordinal)).Select(row => Known.GetValueOrDefault(row.Key)).DefaultIfEmpty(AssuranceLevel.None).Min();
}
