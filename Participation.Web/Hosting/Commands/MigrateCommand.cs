using System.CommandLine;

namespace Participation.Web.Hosting.Commands;

/// <summary><c>migrate</c>: brings the schema up to date; PostgreSQL never migrates by itself.</summary>
internal static class MigrateCommand
{
    public static Command Build()
    {
        var data = CommandHost.Data();
        var command = new Command("migrate", "Brings the database schema up to date.") { data };
        command.SetAction((result, cancel) => CommandHost.RunAsync(result.GetValue(data), (_, _) =>
        {
            Console.WriteLine("The schema is up to date.");
            return Task.FromResult(0);
        }, cancel, migrate: true));
        return command;
    }
}
