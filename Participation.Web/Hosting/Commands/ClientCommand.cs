using System.CommandLine;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.OpenId;

namespace Participation.Web.Hosting.Commands;

/// <summary><c>client</c>: applications from the machine itself, for installations that are set up by script.</summary>
internal static class ClientCommand
{
    private static readonly string[] Kinds = ["public", "confidential", "specialist"];

    public static Command Build() => new("client", "Registers and lists applications that sign people in here, renews their secrets, removes them.") { Add(), List(), Secret(), Remove() };

    private static Command Add()
    {
        var name = new Option<string>("--name") { Required = true, Description = "Name that people read." };
        var kind = new Option<string>("--kind") { Required = true, Description = "public (keeps no secret), confidential (a site with a server) or specialist (reads for itself, without people)." };
        kind.AcceptOnlyFromAmong(Kinds);
        var redirects = Many("--redirect", "Exact return address; may be repeated.");
        var signedOuts = Many("--signed-out", "Address after signing out; may be repeated.");
        var scopes = Many("--scope", $"One of {string.Join(", ", Scopes.Choosable)}; may be repeated.");
        scopes.AcceptOnlyFromAmong([.. Scopes.Choosable]);
        var (stays, push) = (new Option<bool>("--refresh") { Description = "May stay signed in (refresh tokens)." }, new Option<bool>("--par") { Description = "Must push its requests." });
        var data = CommandHost.Data();
        var command = new Command("add", "Registers an application; prints its identifier, and its secret once.") { name, kind, redirects, signedOuts, scopes, stays, push, data };
        command.SetAction((result, cancel) =>
        {
            var plan = new ApplicationPlan(
                result.GetRequiredValue(name).Trim(), Enum.Parse<ApplicationKind>(result.GetRequiredValue(kind), ignoreCase: true), result.GetValue(redirects) ?? [], result.GetValue(signedOuts) ?? [],
                [.. (result.GetValue(scopes) ?? []).Distinct(StringComparer.Ordinal)], result.GetValue(stays), result.GetValue(push));
            return CommandHost.RunAsync(result.GetValue(data), async (services, stop) =>
            {
                var output = result.InvocationConfiguration;
                var added = await services.GetRequiredService<AddApplication>().ExecuteAsync(plan, null, stop);
                if (!added.Done) return await FailAsync(output, Sentence(added.Refusal));
                await output.Output.WriteLineAsync($"client_id: {added.Value.ClientId}");
                return plan.Kind is ApplicationKind.Public ? 0 : await RenewAsync(services, added.Value.Id, output, stop);
            }, cancel);
        });
        return command;
    }

    private static Command List()
    {
        var data = CommandHost.Data();
        var command = new Command("list", "Lists all applications.") { data };
        command.SetAction((result, cancel) => CommandHost.RunAsync(result.GetValue(data), async (services, stop) =>
        {
            foreach (var view in await services.GetRequiredService<ApplicationQueries>().ListAsync(stop))
            {
                await result.InvocationConfiguration.Output.WriteLineAsync(string.Join('\t',
                    view.ClientId, view.Plan.Name, view.Plan.Kind.ToString().ToLowerInvariant(), string.Join(' ', view.Plan.Scopes), string.Join(' ', view.Plan.RedirectUris)));
            }

            return 0;
        }, cancel));
        return command;
    }

    private static Command Secret() => OnOne("secret", "Renews an application's secret and prints it once; the old one counts no more.", (services, view, output, stop) => RenewAsync(services, view.Id, output, stop));

    private static Command Remove() => OnOne("remove", "Removes an application; everything it holds ends.", async (services, view, output, stop) =>
    {
        await services.GetRequiredService<RemoveApplication>().ExecuteAsync(view.Id, null, stop);
        await output.Output.WriteLineAsync($"Removed {view.ClientId}.");
        return 0;
    });

    private static Command OnOne(string name, string description, Func<IServiceProvider, ApplicationView, InvocationConfiguration, CancellationToken, Task<int>> work)
    {
        var (client, data) = (new Option<string>("--client") { Required = true, Description = "The client_id." }, CommandHost.Data());
        var command = new Command(name, description) { client, data };
        command.SetAction((result, cancel) => CommandHost.RunAsync(result.GetValue(data), async (services, stop) =>
        {
            var output = result.InvocationConfiguration;
            return await services.GetRequiredService<ApplicationQueries>().FindByClientIdAsync(result.GetRequiredValue(client), stop) is { } view
                ? await work(services, view, output, stop)
                : await FailAsync(output, "There is no application with this client_id.");
        }, cancel));
        return command;
    }

    private static async Task<int> RenewAsync(IServiceProvider services, string id, InvocationConfiguration output, CancellationToken cancel)
    {
        var renewed = await services.GetRequiredService<RenewSecret>().ExecuteAsync(id, null, cancel);
        if (!renewed.Done) return await FailAsync(output, Sentence(renewed.Refusal));
        await output.Output.WriteLineAsync($"client_secret, shown only now: {renewed.Value}");
        return 0;
    }

    private static Option<string[]> Many(string name, string description) => new(name) { Description = description, AllowMultipleArgumentsPerToken = true };

    private static string Sentence(Refusal refusal) => refusal switch
    {
        RedirectAddressNotAllowed address => $"The address {address.Address} cannot be used: it must be exact and https, or lie on the own machine.",
        ApplicationNameNotUsable name => $"The name needs {name.Least} to {name.Most} visible characters.",
        RedirectAddressNeeded => "At least one --redirect is needed.",
        TooManyAddresses many => $"There are at most {many.Most} addresses.",
        SpecialistActsForItself => $"A specialist application has no addresses and only the scope {Scopes.IdeasRead}.",
        ApplicationHasNoSecret => "This application is public and has no secret.",
        _ => "Somebody else changed the application meanwhile.",
    };

    private static async Task<int> FailAsync(InvocationConfiguration output, string sentence)
    {
        await output.Error.WriteLineAsync(sentence);
        return 1;
    }
}
