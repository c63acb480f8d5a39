using System.CommandLine;
using Participation.Web.Data;

namespace Participation.Web.Hosting.Commands;

/// <summary>The site's services without its server, for a command.</summary>
internal static class CommandHost
{
    /// <summary>Folder of the SQLite file.</summary>
    public static Option<string?> Data() => new("--data") { Description = "Folder of the data (SQLite file, mails)." };

    /// <summary>Runs work in a scope. An embedded database is brought up to date first; a shared one only by <c>migrate</c>, and must be.</summary>
    public static async Task<int> RunAsync(string? data, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancel, bool migrate = false)
    {
        await using var app = Build(data);
        await using var scope = app.Services.CreateAsyncScope();
        if (migrate) await app.MigrateAsync(cancel);
        else await scope.ServiceProvider.GetRequiredService<SchemaAtStart>().EnsureAsync(cancel);
        return await work(scope.ServiceProvider, cancel);
    }

    private static WebApplication Build(string? data)
    {
        string[] args = data is null ? [] : ["--data", data];
        var builder = WebApplication.CreateBuilder(HostArguments.From(args));
        builder.Logging.ClearProviders();
        builder.Services.AddParticipation(builder.Configuration);
        return builder.Build();
    }
}
