using System.CommandLine;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.OpenId;

namespace Participation.Web.Hosting.Commands;

/// <summary><c>keys</c>: the keys of the OpenID Connect server. They change by themselves; this is for looking, and for a leak.</summary>
internal static class KeysCommand
{
    /// <summary>Until then every node has looked at least twice.</summary>
    private static readonly TimeSpan Announcement = TimeSpan.FromMinutes(3);

    public static Command Build() => new("keys", "Lists the keys that sign tokens, or replaces the present one.") { List(), Replace() };

    private static Command List()
    {
        var data = CommandHost.Data();
        var command = new Command("list", "Lists all keys.") { data };
        command.SetAction((result, cancel) => CommandHost.RunAsync(result.GetValue(data), async (services, stop) =>
        {
            var roster = await services.GetRequiredService<SigningKeys>().RosterAsync(stop);
            foreach (var (state, keys) in new[] { ("announced", roster.Announced), ("active", roster.Active is { } active ? [active] : []), ("retired", roster.Retired), ("expired", roster.Expired) })
                foreach (SigningKey key in keys)
                    await result.InvocationConfiguration.Output.WriteLineAsync($"{key.Name}\t{state}\tfrom {key.ActiveFrom:u}");
            return 0;
        }, cancel));
        return command;
    }

    private static Command Replace()
    {
        var data = CommandHost.Data();
        var command = new Command("replace", "Makes a new key that signs in a few minutes, without waiting for the present one to end.") { data };
        command.SetAction((result, cancel) => CommandHost.RunAsync(result.GetValue(data), async (services, stop) =>
        {
            var from = await services.GetRequiredService<SigningKeys>().ReplaceAsync(Announcement, stop);
            await result.InvocationConfiguration.Output.WriteLineAsync($"The new key signs from {from:u}.");
            return 0;
        }, cancel));
        return command;
    }
}
