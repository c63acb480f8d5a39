using System.Globalization;
using Participation.Web.Shared;

namespace Participation.Web.Hosting.Api;

/// <summary>Headers that writers send.</summary>
internal static class ApiHeaders
{
    public const string IdempotencyKey = "Idempotency-Key";
    public const string IfMatch = "If-Match";
    public const string KeyPrefix = "api-";

    /// <summary>Longest key, in characters.</summary>
    public const int IdempotencyKeyMaxLength = 60;

    /// <summary>The submission key behind the header; null when it is missing or not usable.</summary>
    public static string? SubmissionKey(HttpRequest request) =>
        request.Headers[IdempotencyKey].ToString() is { Length: > 0 and <= IdempotencyKeyMaxLength } key && key.All(letter => letter is > ' ' and <= '~') ? KeyPrefix + key : null;

    /// <summary>What a writer without a key is told.</summary>
    public static IResult KeyMissing() =>
        ApiProblems.Invalid(IdempotencyKey, ApiTexts.KeyMissing.With(IdempotencyKeyMaxLength));

    /// <summary>The version of the text a writer started from: <c>"3"</c>, or a whole tag of a read such as <c>"3-5e0f…"</c>.</summary>
    public static int? Version(HttpRequest request)
    {
        var tag = request.Headers.IfMatch.ToString().Trim();
        if (tag is not ['"', .. var inner, '"']) return null;
        return int.TryParse(inner.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }
}
