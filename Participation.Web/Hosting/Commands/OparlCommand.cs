using System.CommandLine;
using System.Text.Json;
using Participation.Web.Council.Oparl.Import;

namespace Participation.Web.Hosting.Commands;

/// <summary><c>import oparl URL</c>: reads another council system.</summary>
internal static class OparlCommand
{
    private const int MostPerSecond = 100;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Build()
    {
        var url = new Argument<string>("URL") { Description = "Address of the system object, such as https://ris.example.org/oparl/v1.1/system." };
        var body = new Option<int>("--body") { Description = "Which of its bodies, from 1.", DefaultValueFactory = _ => 1 };
        var full = new Option<bool>("--full") { Description = "Asks for everything again, not only for what was changed since the last run." };
        var insecure = new Option<bool>("--insecure") { Description = "Allows http and addresses of inner networks; for trials." };
        var pace = new Option<int>("--per-second") { Description = "Most requests in a second.", DefaultValueFactory = _ => 5 };
        var (json, data) = (PolisArguments.Json(), CommandHost.Data());
        var command = new Command("oparl", "Reads another council system by OParl 1.1. Cut off anywhere, it goes on there when it is run again; later runs read what was changed.") { url, body, full, insecure, pace, json, data };
        command.SetAction((result, cancel) => CommandHost.RunAsync(result.GetValue(data), (services, stop) => RunAsync(
            services, new OparlOrder(result.GetRequiredValue(url), result.GetValue(body), result.GetValue(full), result.GetValue(insecure), Math.Clamp(result.GetValue(pace), 1, MostPerSecond)), result.GetValue(json), stop), cancel));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, OparlOrder order, bool json, CancellationToken cancel)
    {
        try
        {
            var counts = await services.GetRequiredService<OparlImport>().ExecuteAsync(order, Console.Error.WriteLine, cancel);
            Console.WriteLine(json ? JsonSerializer.Serialize(counts, Format) : counts.ToString());
            foreach (var (what, times) in counts.Oddities.OrderBy(pair => pair.Key, StringComparer.Ordinal)) await Console.Error.WriteLineAsync($"passed over {times} times: {what}");
            return 0;
        }
        catch (OparlImportException unusable)
        {
            return PolisArguments.Fail(unusable.Message);
        }
    }
}
