using Participation.Tests.Support.Authority;

namespace Participation.Tests.Support;

/// <summary>Runs the tests; or the second server of the tests about signing in elsewhere, which needs a process of its own.</summary>
internal static class EntryPoint
{
    public static async Task<int> Main(string[] args)
    {
        if (args is [AuthorityHost.Command]) return await AuthorityHost.RunAsync(Console.In, Console.Out);
        return args.Any(argument => argument is "-automated" or "@@")
            ? await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args)
            : await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
    }
}
