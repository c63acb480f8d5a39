using Participation.Tests.Support;
using Participation.Tests.Support.Authority;

namespace Participation.Tests.Accounts.Authorities;

/// <summary>One other server for a class of tests.</summary>
public sealed class AuthorityFixture : IAsyncLifetime
{
    internal AuthorityServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await AuthorityServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>A site that sends people there.</summary>
    internal Task<TestSite> SiteAsync(string provider = Databases.Sqlite, Action<Dictionary<string, string?>>? settings = null) => TestSite.StartAsync(provider, settings: Server.Settings(settings));

    /// <summary>Key of one of its settings.</summary>
    internal static string Key(string option) => $"Accounts:Authorities:{AuthorityServer.Name}:{option}";
}
