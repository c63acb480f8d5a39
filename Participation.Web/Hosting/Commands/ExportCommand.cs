using System.CommandLine;
using System.Text.Json;
using Participation.Web.Ideas.Polis;

namespace Participation.Web.Hosting.Commands;

/// <summary><c>export polis DIR --process SLUG</c>: writes a process in Polis' export format.</summary>
internal static class ExportCommand
{
    public static Command Build() => new("export", "Writes data for elsewhere.") { Polis() };

    private static Command Polis()
    {
        var (directory, process, json, data) = (PolisArguments.Directory("Folder to write comments.csv, votes.csv and summary.csv to."), PolisArguments.Process(), PolisArguments.Json(), CommandHost.Data());
        var command = new Command("polis", "Writes a process in Polis' export format. People are numbered anew.") { directory, process, json, data };
        command.SetAction((result, cancel) => CommandHost.RunAsync(result.GetValue(data), (services, stop) =>
            RunAsync(services, result.GetRequiredValue(directory), result.GetRequiredValue(process), result.GetValue(json), stop), cancel));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string directory, string slug, bool json, CancellationToken cancel)
    {
        try
        {
            var counts = await services.GetRequiredService<ExportPolis>().ExecuteAsync(directory, slug, cancel);
            Console.WriteLine(json ? JsonSerializer.Serialize(PolisReport.Of(slug, counts, []), PolisReport.Format) : PolisReport.Text(slug, counts, 0));
            return 0;
        }
        catch (NotFoundException missing)
        {
            return PolisArguments.Fail(missing.Message);
        }
    }
}
