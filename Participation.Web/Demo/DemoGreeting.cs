using Participation.Web.Accounts;

namespace Participation.Web.Demo;

/// <summary>Tells whoever started the site which demo accounts there are; nothing where there are none.</summary>
internal static class DemoGreeting
{
    public static async Task WriteAsync(AccountQueries accounts, TextWriter output, CancellationToken cancel)
    {
        var found = await accounts.DemoAsync(cancel);
        if (found.Count == 0) return;
        var width = found.Max(account => account.Email.Length);
        await output.WriteLineAsync($"Demo accounts, password for all: {DemoAccounts.Password}");
        foreach (var account in found) await output.WriteLineAsync($"  {account.Email.PadRight(width)}  {account.Role.ToString().ToLowerInvariant()}");
    }
}
