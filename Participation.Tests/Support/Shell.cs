using System.Diagnostics;
using Participation.Tests.Architecture;

namespace Participation.Tests.Support;

/// <summary>Runs programs as an operator does, each in a process of its own.</summary>
internal static class Shell
{
    /// <summary>The built site, beside the tests of the same configuration.</summary>
    public static string Site { get; } =
        Path.Combine(AppContext.BaseDirectory.Replace("Participation.Tests", "Participation.Web", StringComparison.Ordinal), "Participation.Web.dll");

    /// <summary>Runs a command of the site to its end.</summary>
    public static Task<Finished> SiteAsync(params string[] arguments) => RunAsync(Start("dotnet", [Site, .. arguments]));

    /// <summary>Runs a script that finds its programs in one folder alone.</summary>
    public static Task<Finished> ScriptAsync(string script, string path)
    {
        var start = Start("/bin/bash", [script]);
        start.Environment["PATH"] = path;
        return RunAsync(start);
    }

    /// <summary>Runs a script of the tests with Node and the packages of the client, whose folder is its first argument.</summary>
    public static Task<Finished> NodeAsync(string script, params string[] arguments) => RunAsync(StartNode(script, arguments));

    /// <summary>The same, for whoever listens while it runs.</summary>
    public static ProcessStartInfo StartNode(string script, params string[] arguments) =>
        Start("node", [Path.Combine(LayoutTests.Root(), "Participation.Tests", script), Path.Combine(LayoutTests.Root(), "Participation.Web", "Client"), .. arguments]);

    /// <summary>A program whose output is read, in Production.</summary>
    public static ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return start;
    }

    private static async Task<Finished> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Finished(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}

/// <summary>What a program left.</summary>
internal sealed record Finished(int Code, string Output, string Error);
