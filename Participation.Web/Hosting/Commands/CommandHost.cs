using System.CommandLine;

namespace Participation.Web.Hosting.Commands;

/// <summary>The site's services without its server, for a command.</summary>
internal static class CommandHost
{
    /// <summary>Folder of the SQLite file.</summary>
    public static Option<string?> Data() => new("--data") { Description = "Folder of the data (SQLite file, mails)." };

    /// <summary>Runs work in a scope, with the schema up to date.</summary>
    public static async Task<int> RunAsync(string? data, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancel)
    {
        await using var app = Build(data);
        await app.MigrateAsync(cancel);
        await using var scope = app.Services.CreateAsyncScope();
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
