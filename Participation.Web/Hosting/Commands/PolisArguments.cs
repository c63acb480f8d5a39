using System.CommandLine;

namespace Participation.Web.Hosting.Commands;

/// <summary>What <c>import polis</c> and <c>export polis</c> have in common.</summary>
internal static class PolisArguments
{
    public static Argument<string> Directory(string description) => new("DIR") { Description = description };

    public static Option<string> Process() => new("--process") { Description = "Address of the process, e.g. klimarat.", Required = true };

    public static Option<bool> Json() => new("--json") { Description = "Ends with the counts as JSON." };

    public static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }
}
