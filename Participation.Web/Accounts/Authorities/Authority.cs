using Microsoft.Extensions.Options;

namespace Participation.Web.Accounts.Authorities;

/// <summary>A configured authority.</summary>
/// <param name="Name">Its name in addresses and in the configuration, in lower case.</param>
/// <param name="Options">How it is configured.</param>
public sealed record Authority(string Name, AuthorityOptions Options)
{
    /// <summary>Name of the authentication scheme.</summary>
    public string Scheme => SchemeOf(Name);

    public string DisplayName => Options.DisplayName.Trim();

    public static string SchemeOf(string name) => "authority-" + name.ToLowerInvariant();
}

/// <summary>The configured authorities, in the order of the configuration.</summary>
public sealed class AuthorityList(IOptions<AuthoritiesOptions> options)
{
    private readonly List<Authority> _all = [.. options.Value.Select(one => new Authority(one.Key.ToLowerInvariant(), one.Value))];

    public IReadOnlyList<Authority> All => _all;

    /// <summary>Whether citizens sign in through an authority only.</summary>
    public bool IsOnlyWay => _all.Exists(one => one.Options.Only);

    public Authority? Find(string? name) => _all.Find(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What an authority is called; one that is no longer configured by its issuer's host.</summary>
    public string NameOf(string name, string issuer) => Find(name)?.DisplayName ?? (Uri.TryCreate(issuer, UriKind.Absolute, out var url) ? url.Host : issuer);
}
