using System.Text.Json;
using Participation.Web.Shared;

namespace Participation.Web.Hosting.Api;

/// <summary>Reads parameters of lists and says what is wrong with them.</summary>
internal static class ApiQuery
{
    /// <summary>One of a list's names, as JSON writes them.</summary>
    public static T? OneOf<T>(ApiFields fields, string name, string value) where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (string.Equals(Name(candidate), value, StringComparison.OrdinalIgnoreCase)) return candidate;
        }

        fields.Add(name, ApiTexts.OneOf.With(string.Join(", ", Enum.GetValues<T>().Select(Name))));
        return null;
    }

    public static void Limit(ApiFields fields, int limit)
    {
        if (limit is < 1 or > ApiPages.MaxLimit) fields.Add("limit", ApiTexts.Between.With(1, ApiPages.MaxLimit));
    }

    /// <summary>A cursor from a page's <c>next</c>.</summary>
    public static T? Cursor<T>(ApiFields fields, string? after, Func<string, T?> parse) where T : struct
    {
        if (string.IsNullOrEmpty(after)) return null;
        var cursor = parse(after);
        if (cursor is null) fields.Add("after", ApiTexts.CursorInvalid);
        return cursor;
    }

    /// <summary>A parameter that was given with something in it.</summary>
    public static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
