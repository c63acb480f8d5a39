using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Participation.Web.Accounts.Authorities;

/// <summary>What is wrong with the configured authorities, said at the start of the site rather than to the first citizen.</summary>
internal sealed partial class AuthorityRules : IValidateOptions<AuthoritiesOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthoritiesOptions options)
    {
        var problems = options.SelectMany(one => Problems(one.Key, one.Value).Select(problem => $"{AuthorityOptions.Section}:{one.Key}:{problem}")).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(string name, AuthorityOptions options)
    {
        if (!Name().IsMatch(name)) yield return "the name stands in addresses: up to 30 of a-z, 0-9 and the hyphen.";
        if (options.DisplayName.Trim().Length is < 2 or > 60) yield return "DisplayName is what people read on the button: 2 to 60 characters.";
        if (!IsSafe(options.Url)) yield return "Url needs to be the provider's https address (http on this machine only).";
        if (options.Issuer is { Length: > 0 } issuer && !IsSafe(issuer)) yield return "Issuer needs to be an https address, or empty when it is the Url.";
        if (options.ClientId.Length == 0) yield return "ClientId is missing.";
        if (options.ClientSecret.Length == 0) yield return $"ClientSecret is missing; set it in the environment as Accounts__Authorities__{name}__ClientSecret.";
        foreach (var level in options.Levels.Keys.Where(level => !LevelTable.IsLevel(level))) yield return $"Levels:{level} is no level: {string.Join(", ", LevelTable.Words)}.";
        foreach (var value in options.Levels.Values.SelectMany(values => values).GroupBy(value => value).Where(group => group.Count() > 1)) yield return $"Levels names the value '{value.Key}' twice.";
        foreach (var value in options.AcrValues.Where(value => value.Any(char.IsWhiteSpace))) yield return $"AcrValues:'{value}' holds a space; one value per entry.";
        if (options.AcrValues.Length > 0 && !options.AcrValues.Any(value => value.Any(char.IsWhiteSpace)) && LevelTable.Asked(options) is Domain.Accounts.AssuranceLevel.None) yield return "AcrValues: none of them stands in Levels, so no answer could be too low.";
        if (options.ResidenceClaim is { Length: > 0 } && options.ResidenceValues.Length == 0) yield return "ResidenceValues are missing: which values of ResidenceClaim mean the city?";
        if (options.ResidenceClaim is not { Length: > 0 } && options.ResidenceValues.Length > 0) yield return "ResidenceClaim is missing.";
        if (options.Required.Any(required => required.Claim.Length == 0)) yield return "Required needs a Claim in each entry.";
    }

    private static bool IsSafe(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) && url.Query.Length == 0 && url.Fragment.Length == 0;

    [GeneratedRegex("^[a-z0-9-]{1,30}$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}

/// <summary>The configured authorities by name.</summary>
public sealed class AuthoritiesOptions() : Dictionary<string, AuthorityOptions>(StringComparer.OrdinalIgnoreCase);
