using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.Levels;

namespace Participation.Web.Accounts.Authorities;

/// <summary>Reads what an authority says. All of it is text from elsewhere: what is missing, too long or contradictory is as if nothing had been said.</summary>
internal static class ClaimReading
{
    private const int MaxNameLength = 200;
    private const int MaxTokenLength = 6_000;

    /// <summary>Whether every claim that lets people in is there.</summary>
    public static bool IsAdmitted(AuthorityOptions options, ClaimsPrincipal user) => options.Required.All(required =>
        Values(user, required.Claim) is { Count: > 0 } values && (required.Values is [] || values.Intersect(required.Values, StringComparer.Ordinal).Any()));

    /// <summary>Who arrived, or null when the subject is unfit.</summary>
    public static Arrival? Arrival(Authority authority, ClaimsPrincipal user, Errand errand, string? idToken)
    {
        var options = authority.Options;
        if (user.FindFirst("sub") is not { Value: { Length: > 0 and <= ConnectedIdentity.SubjectMaxLength } subject }) return null;
        if (user.FindFirstValue("iss") is not { Length: > 0 and <= ConnectedIdentity.IssuerMaxLength } issuer) return null;
        var level = LevelTable.Of(options, Values(user, options.LevelClaim));
        var resides = options.EveryoneResides
            || (options.ResidenceClaim is { Length: > 0 } claim && Values(user, claim) is { Count: > 0 } places && places.All(place => options.ResidenceValues.Contains(place.Trim(), StringComparer.OrdinalIgnoreCase)));
        var email = Values(user, options.EmailClaim) is [var only] && NewPerson.IsEmail(only) ? only : null;
        return new Arrival(authority.Name, new AssertedIdentity(issuer, subject, level, resides, level >= AssuranceLevel.Substantial ? Traits(options, user) : null), LevelTable.Asked(options), errand)
        {
            Name = Values(user, options.NameClaim) is [{ Length: <= MaxNameLength } name, ..] ? name : "",
            Email = email,
            IsEmailVerified = email is not null && options.EmailClaim == "email" && Values(user, "email_verified") is { Count: > 0 } marks && marks.All(mark => string.Equals(mark, "true", StringComparison.OrdinalIgnoreCase)),
            HasSecondFactor = options.CountsAsSecondFactor && (level >= AssuranceLevel.Substantial || user.HasClaim("amr", Sessions.SessionClaims.SecondFactor)),
            ProvedAt = long.TryParse(user.FindFirstValue("auth_time"), CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
            Session = user.FindFirstValue("sid") is { Length: > 0 and <= ConnectedIdentity.SubjectMaxLength } sid ? sid : null,
            IdToken = idToken?.Length <= MaxTokenLength ? idToken : null,
        };
    }

    /// <summary>All of it or nothing: half a name tells nobody from another.</summary>
    private static PersonTraits? Traits(AuthorityOptions options, ClaimsPrincipal user) =>
        Values(user, options.GivenNamesClaim) is [{ Length: <= PersonTraits.NameMaxLength } given] && Values(user, options.FamilyNameClaim) is [{ Length: <= PersonTraits.NameMaxLength } family]
        && Values(user, options.BirthDateClaim) is [var day] && PersonInput.DayOf(day) is { } birth && new PersonTraits(given, family, birth) is { IsComplete: true } traits ? traits : null;

    /// <summary>The values of a claim; a dot leads into a claim that is an object.</summary>
    private static List<string> Values(ClaimsPrincipal user, string claim)
    {
        var direct = user.FindAll(claim).Select(one => one.Value).Distinct(StringComparer.Ordinal).ToList();
        if (direct.Count > 0 || claim.Split('.', 2) is not [var outer, var inner]) return direct;
        return [.. user.FindAll(outer).Select(one => Inside(one.Value, inner)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static string? Inside(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
