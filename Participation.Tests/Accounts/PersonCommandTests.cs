using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Hosting.Commands;

namespace Participation.Tests.Accounts;

public sealed class PersonCommandTests
{
    [Fact]
    public async Task The_first_administrator_comes_from_the_command_and_can_sign_in()
    {
        await using var site = await TestSite.StartAsync();
        var (code, output, _) = await RunAsync(site, "add", "--email", "chef@example.org", "--name", "Chefin", "--role", "administrator");
        Assert.Equal(0, code);
        var password = output.Trim().Split(' ')[^1];
        var chef = Browsing.Visitor(site);
        await chef.SignInAsync("chef@example.org", password);
        Assert.Equal("/", chef.Last.Headers.Location?.ToString());
        Assert.Equal(Role.Administrator, await site.WithDbAsync(db => db.People.Select(person => person.Role).SingleAsync()));

        (_, output, _) = await RunAsync(site, "list");
        Assert.Contains("chef@example.org\tChefin\tadministrator\tEmail", output, StringComparison.Ordinal);
        Assert.DoesNotContain(password, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_changed_with_a_new_stamp_and_an_audit_entry()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, "a@example.org");
        var before = await site.WithDbAsync(db => db.Users.Select(account => account.SecurityStamp).SingleAsync());
        var (code, _, _) = await RunAsync(site, "role", "--email", "A@example.org", "--role", "moderator");
        Assert.Equal(0, code);
        Assert.Equal(Role.Moderator, await site.WithDbAsync(db => db.People.Select(person => person.Role).SingleAsync()));
        Assert.NotEqual(before, await site.WithDbAsync(db => db.Users.Select(account => account.SecurityStamp).SingleAsync()));
        Assert.Equal("person.role", await site.WithDbAsync(db => db.AuditEntries.Select(entry => entry.Action).SingleAsync()));
    }

    [Fact]
    public async Task An_operator_resets_lost_factors_and_every_session_ends()
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, "a@example.org");
        var browsing = Browsing.Visitor(site);
        await browsing.SignInAsync("a@example.org");
        await AppCodes.SetUpAsync(browsing);
        var (code, _, _) = await RunAsync(site, "reset-factors", "--email", "A@example.org");
        Assert.Equal(0, code);
        Assert.False(await site.WithDbAsync(db => db.Users.Select(account => account.TwoFactorEnabled).SingleAsync()));
        Assert.Equal(0, await site.WithDbAsync(db => db.RecoveryCodes.CountAsync()));
        Assert.Equal(0, await site.WithDbAsync(db => db.Sessions.CountAsync()));
        Assert.Equal("person.factors", await site.WithDbAsync(db => db.AuditEntries.Select(entry => entry.Action).SingleAsync()));
        await browsing.SignInAsync("a@example.org");
        Assert.Equal("/", browsing.Last.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("reset-factors", "--email", "nobody@example.org")]
    [InlineData("add", "--email", "no", "--name", "Chefin", "--role", "administrator")]
    [InlineData("add", "--email", "b@example.org", "--name", "C", "--role", "administrator")]
    [InlineData("add", "--email", "b@example.org", "--name", "Chefin", "--role", "king")]
    [InlineData("add", "--email", "b@example.org", "--name", "Chefin")]
    [InlineData("add", "--email", "a@example.org", "--name", "Chefin", "--role", "citizen")]
    [InlineData("add", "--email", "b@example.org", "--name", "NAME A", "--role", "citizen")]
    [InlineData("role", "--email", "nobody@example.org", "--role", "citizen")]
    public async Task Bad_input_is_refused_with_a_sentence_and_changes_nothing(params string[] args)
    {
        await using var site = await TestSite.StartAsync();
        await SignInTests.AddAsync(site, "a@example.org");
        var (code, _, error) = await RunAsync(site, args);
        Assert.NotEqual(0, code);
        Assert.NotEmpty(error.Trim());
        Assert.Equal(1, await site.WithDbAsync(db => db.Users.CountAsync()));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(TestSite site, params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await PersonCommand.Build().Parse([.. args, "--data", site.DataDirectory]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
