using System.Globalization;
using System.Text.Json;

namespace Participation.Web.Council.Oparl.Import;

/// <summary>Reads properties of objects that somebody else wrote: what has another type than it should is as if it were missing.</summary>
internal static class OparlReading
{
    /// <summary>A text without control characters, cut to what is kept here.</summary>
    public static string? Text(this JsonElement json, string name, int most)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind is not JsonValueKind.String || value.GetString() is not { } raw) return null;
        var text = string.Concat(raw.Where(letter => !char.IsControl(letter) || letter is '\n')).Trim();
        if (text.Length > most) text = text[..(most - 1)].TrimEnd() + "…";
        return text.Length == 0 ? null : text;
    }

    /// <summary>An address, not cut.</summary>
    public static string? Address(this JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <summary>Addresses of a list; one alone is taken too.</summary>
    public static IReadOnlyList<string> Addresses(this JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value)) return [];
        if (value.ValueKind is JsonValueKind.String) return [value.GetString()!];
        return value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String).Select(item => item.GetString()!)] : [];
    }

    /// <summary>Objects of a list; null when there is no such list.</summary>
    public static IReadOnlyList<JsonElement>? Objects(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.Object)] : null;

    public static JsonElement? Object(this JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Object ? value : null;

    public static bool? Flag(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null } : null;

    public static int? Number(this JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    public static DateOnly? Day(this JsonElement json, string name) =>
        json.Address(name) is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200 ? day : null;

    public static DateTimeOffset? Instant(this JsonElement json, string name) =>
        json.Address(name) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && instant.Year is >= 1900 and <= 2200 ? instant.ToUniversalTime() : null;

    /// <summary>The last word of its type; 1.0 and 1.1 name them alike.</summary>
    public static string Kind(this JsonElement json) => json.Address("type") is { } type && type.StartsWith("https://schema.oparl.org/1.", StringComparison.Ordinal) ? type.Split('/')[^1] : "";

    public static bool IsDeleted(this JsonElement json) => json.Flag("deleted") == true;
}
