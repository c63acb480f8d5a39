using System.CommandLine;
using System.Text.Json;
using Participation.Domain;
using Participation.Web.Ideas.Polis;

namespace Participation.Web.Hosting.Commands;

/// <summary><c>import polis DIR --process SLUG</c>: loads a consultation in Polis' export format.</summary>
internal static class ImportCommand
{
    public static Command Build() => new("import", "Loads data from elsewhere.") { Polis(), OparlCommand.Build() };

    private static Command Polis()
    {
        var (directory, process, json, data) = (PolisArguments.Directory("Folder with comments.csv, votes.csv and summary.csv."), PolisArguments.Process(), PolisArguments.Json(), CommandHost.Data());
        var command = new Command("polis", "Loads a consultation in Polis' export format as one process. A second run changes nothing.") { directory, process, json, data };
        command.SetAction((result, cancel) => CommandHost.RunAsync(result.GetValue(data), (services, stop) =>
            RunAsync(services, result.GetRequiredValue(directory), result.GetRequiredValue(process), result.GetValue(json), stop), cancel));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string directory, string slug, bool json, CancellationToken cancel)
    {
        if (slug != Slug.From(slug)) return PolisArguments.Fail($"--process {slug} is no address: use lower-case letters, digits and single hyphens.");
        try
        {
            var conversation = await PolisReader.ReadAsync(directory, cancel);
            foreach (var row in conversation.Refused) await Console.Error.WriteLineAsync($"{row.File}, line {row.Line}: {row.Reason}. Left out.");
            var counts = await services.GetRequiredService<ImportPolis>().ExecuteAsync(conversation, slug, Console.Error.WriteLine, cancel);
            Console.WriteLine(json ? JsonSerializer.Serialize(PolisReport.Of(slug, counts, conversation.Refused), PolisReport.Format) : PolisReport.Text(slug, counts, conversation.Refused.Count));
            return 0;
        }
        catch (PolisFormatException unusable)
        {
            return PolisArguments.Fail(unusable.Message);
        }
    }
}
