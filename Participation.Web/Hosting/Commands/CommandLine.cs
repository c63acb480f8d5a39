using System.CommandLine;

namespace Participation.Web.Hosting.Commands;

/// <summary>Commands for operators: everything that is not serving pages. Each takes <c>--data DIR</c>.</summary>
public static class CommandLine
{
    private static readonly string[] Names = ["person", "client", "keys", "audit", "import", "export", "migrate", "help", "--help", "-h", "--version"];

    /// <summary>Whether the arguments name a command rather than options of the server.</summary>
    public static bool IsCommand(string[] args) => args.Length > 0 && Names.Contains(args[0]);

    /// <summary>Runs a command and returns its exit code.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Participation: serves the site when started without a command (--urls, --data DIR, --no-demo).");
        root.Subcommands.Add(MigrateCommand.Build());
        root.Subcommands.Add(ImportCommand.Build());
        root.Subcommands.Add(ExportCommand.Build());
        root.Subcommands.Add(PersonCommand.Build());
        root.Subcommands.Add(ClientCommand.Build());
        root.Subcommands.Add(KeysCommand.Build());
        root.Subcommands.Add(AuditCommand.Build());
        return root.Parse(args is ["help"] ? ["--help"] : args).InvokeAsync();
    }
}
