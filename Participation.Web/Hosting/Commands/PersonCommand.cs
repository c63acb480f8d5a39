using System.CommandLine;
using System.Security.Cryptography;
using Participation.Domain.Accounts;
using Participation.Web.Accounts;
using Participation.Web.Accounts.Factors;

namespace Participation.Web.Hosting.Commands;

/// <summary><c>person</c>: accounts from the machine itself. The first administrator comes from here, since no account exists by default.</summary>
internal static class PersonCommand
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static readonly string[] Roles = ["administrator", "moderator", "partner", "citizen"];

    public static Command Build() => new("person", "Adds and lists accounts, changes their roles, resets lost second factors, blocks.") { Add(), List(), ChangeRole(), Reset(), Block("block", true), Block("unblock", false) };

    private static Command Add()
    {
        var (email, name, role, data) = (Email(), new Option<string>("--name") { Required = true, Description = "Public name." }, RoleOption(), CommandHost.Data());
        var fromStdin = new Option<bool>("--password-stdin") { Description = "Reads the password from the standard input instead of making one." };
        var command = new Command("add", "Adds an account; prints a random password once unless one is given.") { email, name, role, fromStdin, data };
        command.SetAction((result, cancel) =>
        {
            var output = result.InvocationConfiguration;
            var given = result.GetValue(fromStdin) ? Console.In.ReadLine() ?? "" : null;
            var wanted = new NewPerson(result.GetRequiredValue(name).Trim(), result.GetRequiredValue(email).Trim(), given ?? RandomNumberGenerator.GetString(Alphabet, 20), "de")
            {
                Role = Parse(result.GetRequiredValue(role)), IsConfirmed = true,
            };
            if (Problem(wanted) is { } problem) return Task.FromResult(Fail(output, problem));
            return CommandHost.RunAsync(result.GetValue(data), async (services, stop) =>
            {
                var created = await services.GetRequiredService<CreatePerson>().ExecuteAsync(wanted, stop);
                if (!created.Done) return Fail(output, created.Refusal is NameIsTaken ? "This public name is taken." : "There already is an account with this e-mail address.");
                await output.Output.WriteLineAsync($"Added {wanted.Name} as {result.GetRequiredValue(role)}.");
                if (given is null) await output.Output.WriteLineAsync($"Password, shown only now: {wanted.Password}");
                return 0;
            }, cancel);
        });
        return command;
    }

    private static Command List()
    {
        var data = CommandHost.Data();
        var command = new Command("list", "Lists all accounts.") { data };
        command.SetAction((result, cancel) => CommandHost.RunAsync(result.GetValue(data), async (services, stop) =>
        {
            foreach (var account in await services.GetRequiredService<AccountQueries>().ListAsync(stop))
            {
                await result.InvocationConfiguration.Output.WriteLineAsync(string.Join('\t',
                    account.Email, account.Name, account.Role.ToString().ToLowerInvariant(), account.IsConfirmed ? account.Verification.ToString() : "unconfirmed"));
            }

            return 0;
        }, cancel));
        return command;
    }

    private static Command ChangeRole()
    {
        var (email, role, data) = (Email(), RoleOption(), CommandHost.Data());
        var command = new Command("role", "Gives an account another role.") { email, role, data };
        command.SetAction((result, cancel) => CommandHost.RunAsync(result.GetValue(data), async (services, stop) =>
        {
            var output = result.InvocationConfiguration;
            var done = await services.GetRequiredService<AssignRole>().ExecuteAsync(result.GetRequiredValue(email).Trim(), Parse(result.GetRequiredValue(role)), null, stop);
            if (!done) return Fail(output, "There is no account with this e-mail address.");
            await output.Output.WriteLineAsync($"The account is {result.GetRequiredValue(role)} now.");
            return 0;
        }, cancel));
        return command;
    }

    private static Command Reset()
    {
        var (email, data) = (Email(), CommandHost.Data());
        var command = new Command("reset-factors", "Takes codes and passkeys off an account whose person lost them. Make sure first who asks.") { email, data };
        command.SetAction((result, cancel) => CommandHost.RunAsync(result.GetValue(data), async (services, stop) =>
        {
            var output = result.InvocationConfiguration;
            if (!await services.GetRequiredService<ResetFactors>().ExecuteAsync(result.GetRequiredValue(email).Trim(), stop)) return Fail(output, "There is no account with this e-mail address.");
            await output.Output.WriteLineAsync("The account has no second factor now, and all its sessions have ended.");
            return 0;
        }, cancel));
        return command;
    }

    private static Command Block(string name, bool blocked)
    {
        var (email, data) = (Email(), CommandHost.Data());
        var command = new Command(name, blocked ? "Shuts an account out: all its sessions and tokens end, and nobody signs in with it." : "Lets a blocked account in again.") { email, data };
        command.SetAction((result, cancel) => CommandHost.RunAsync(result.GetValue(data), async (services, stop) =>
        {
            var output = result.InvocationConfiguration;
            if (!await services.GetRequiredService<BlockPerson>().ExecuteAsync(result.GetRequiredValue(email).Trim(), blocked, null, stop)) return Fail(output, "There is no account with this e-mail address.");
            await output.Output.WriteLineAsync(blocked ? "The account is blocked." : "The account is open again.");
            return 0;
        }, cancel));
        return command;
    }

    private static Option<string> Email() => new("--email") { Required = true, Description = "E-mail address." };

    private static Option<string> RoleOption()
    {
        var role = new Option<string>("--role") { Required = true, Description = "Role." };
        role.AcceptOnlyFromAmong(Roles);
        return role;
    }

    private static Role Parse(string role) => Enum.Parse<Role>(role, ignoreCase: true);

    private static string? Problem(NewPerson wanted)
    {
        if (!NewPerson.IsName(wanted.Name)) return $"The name needs {Person.DisplayNameMinLength} to {Person.DisplayNameMaxLength} visible characters.";
        if (!NewPerson.IsEmail(wanted.Email)) return "This is no e-mail address.";
        return PasswordRule.Problem(wanted.Password, wanted.Name, wanted.Email) is null ? null : $"The password needs at least {PasswordRule.MinLength} characters and must be hard to guess.";
    }

    private static int Fail(InvocationConfiguration output, string sentence)
    {
        output.Error.WriteLine(sentence);
        return 1;
    }
}
