using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;

namespace Participation.Tests.Support;

/// <summary>
/// The whole site on a database of its own, in Production mode with antiforgery on; nothing is bypassed.
/// <c>await TestSite.StartAsync()</c> for SQLite, with a provider name for another database.
/// </summary>
public sealed class TestSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Sections of the settings on which it depends what a site begins with.</summary>
    private static readonly string[] Prepared = ["Data:", "OpenId", "City:", "Demo:", "Accounts:", "Uploads:"];

    private string _provider = Databases.Sqlite;
    private string? _connection;
    private bool _demo;
    private bool _isPrepared;
    private bool _ownStart;
    private Action<IServiceCollection>? _services;
    private readonly Dictionary<string, string?> _settings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Folder of this site's data.</summary>
    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("participation-test-").FullName;

    /// <summary>Where it listens, when it does on a real port.</summary>
    public string Address => Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>A running site.</summary>
    public static async Task<TestSite> StartAsync(string provider = Databases.Sqlite, bool demo = false, Action<Dictionary<string, string?>>? settings = null, Action<IServiceCollection>? services = null)
    {
        var site = new TestSite { _provider = provider, _demo = demo, _services = services, _ownStart = services is not null };
        settings?.Invoke(site._settings);
        await site.InitializeAsync();
        return site;
    }

    /// <summary>A running site on a real port.</summary>
    public static async Task<TestSite> ListenAsync(string provider = Databases.Sqlite, Action<Dictionary<string, string?>>? settings = null)
    {
        var site = new TestSite { _provider = provider };
        settings?.Invoke(site._settings);
        site.UseKestrel(0);
        await site.PrepareAsync();
        site.StartServer();
        return site;
    }

    public async ValueTask InitializeAsync()
    {
        await PrepareAsync();
        _ = Services;
    }

    /// <summary>A site that differs in nothing that prepared data depend on begins with a copy of them.</summary>
    internal async Task PrepareAsync()
    {
        _isPrepared = _connection is null && !_ownStart && !_settings.Keys.Any(key => Prepared.Any(section => key.StartsWith(section, StringComparison.OrdinalIgnoreCase)));
        if (_provider == Databases.PostgreSql) _connection ??= _isPrepared ? await PreparedDatabase.Of(_demo).CopyPostgreSqlAsync(DataDirectory) : await Databases.CreatePostgreSqlAsync();
        else if (_isPrepared) await PreparedDatabase.Of(_demo).CopySqliteAsync(DataDirectory);
    }

    /// <summary>Loads the demo city; before the start only.</summary>
    public void UseDemo() => _demo = true;

    /// <summary>Sets options; before the start only.</summary>
    public void Use(Action<Dictionary<string, string?>> settings) => settings(_settings);

    /// <summary>Changes services that have no part in what a site begins with; before the start only.</summary>
    public void UseServices(Action<IServiceCollection> services) => _services = services;

    /// <summary>Runs something with services of a scope of its own.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs something with the database.</summary>
    public Task<T> WithDbAsync<T>(Func<ParticipationDbContext, Task<T>> work) =>
        InScopeAsync(services => work(services.GetRequiredService<ParticipationDbContext>()));

    /// <summary>Calls one use case in a scope of its own, as a request would.</summary>
    public Task<T> UseAsync<TUseCase, T>(Func<TUseCase, Task<T>> call) where TUseCase : notnull =>
        InScopeAsync(services => call(services.GetRequiredService<TUseCase>()));

    /// <inheritdoc cref="UseAsync{TUseCase, T}"/>
    public Task UseAsync<TUseCase>(Func<TUseCase, Task> call) where TUseCase : notnull =>
        InScopeAsync(async services =>
        {
            await call(services.GetRequiredService<TUseCase>());
            return true;
        });

    /// <summary>Lets a minute pass for a session: at its next request the database is asked again.</summary>
    public void ForgetSeenSession(string key) => Services.GetRequiredService<SeenSessions>().Forget(key);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Data:Provider", _provider);
        builder.UseSetting("Data:Directory", DataDirectory);
        builder.UseSetting("Data:MigrateAtStart", _isPrepared ? "false" : "true");
        if (_connection is not null) builder.UseSetting("Data:ConnectionString", _connection);
        builder.UseSetting("Demo:Load", _demo ? "true" : "false");
        foreach (var limit in new[] { "Previews", "Writes", "Stances", "SignIns", "Registrations", "ApiReads", "Searches", "Drafts", "Notices", "DeskSteps", "Uploads" })
            builder.UseSetting($"Limits:{limit}PerMinute", "100000");
        builder.UseSetting("Limits:ConnectPerMinute", "100000");
        // What thousands of sites say would bury what a failing test says.
        builder.UseSetting("Logging:Console:LogLevel:Default", "None");
        // Tests write faster than people do; those about the pace switch it on.
        builder.UseSetting("Guards:Pace", "false");
        builder.UseSetting("Accounts:BurstFrom", "1000");
        // Staff signs in with the password alone here, as in the demo city; the tests about second factors switch the duty on.
        builder.UseSetting("Accounts:StaffNeedsSecondFactor", "false");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        if (_services is not null) builder.ConfigureServices(_services);
    }

    public override async ValueTask DisposeAsync()
    {
        if (Services.GetService<Microsoft.AspNetCore.Hosting.Server.IServer>() is Microsoft.AspNetCore.TestHost.TestServer server) LimiterTimers.Stop(server);
        await base.DisposeAsync();
        if (_connection is not null) await Databases.DropPostgreSqlAsync(_connection);
        await using (var own = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(DataDirectory, "participation.db")}")) Microsoft.Data.Sqlite.SqliteConnection.ClearPool(own);
        Directory.Delete(DataDirectory, recursive: true);
        GC.SuppressFinalize(this);
    }
}
