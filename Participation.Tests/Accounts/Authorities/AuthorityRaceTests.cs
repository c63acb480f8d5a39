using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Tests.Support.Authority;
using Participation.Web.Accounts;
using Participation.Web.Accounts.Authorities;
using Participation.Web.Data;

namespace Participation.Tests.Accounts.Authorities;

/// <summary>One identity is one account, however often and at the same time it arrives.</summary>
public sealed class AuthorityRaceTests(AuthorityFixture there) : IClassFixture<AuthorityFixture>
{
    private static readonly Claimant Anna = new("anna-1") { Email = "anna@example.org", IsVerified = true };
    private static readonly AssertedIdentity Identity = new("https://amt.example/", "anna-1", AssuranceLevel.Substantial, ResidesHere: true);
    private static readonly Arrival Arrival = new("amt", Identity, AssuranceLevel.None, new Errand(ErrandKind.SignIn, "/", null));

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_form_sent_twice_makes_one_account_and_signs_in_both_times(string database)
    {
        await using var site = await there.SiteAsync(database);
        var anna = new Traveller(site, there.Server);
        await anna.TravelAsync(Anna);
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)(await anna.Here.FollowAsync()).QuerySelector("#willkommen")!;
        var fields = Browsing.Fields(form);
        (fields["Input.Name"], fields["Input.Terms"]) = ("Anna A.", "true");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var content = new FormUrlEncodedContent(fields);
            using var answer = await anna.Here.Client.PostAsync(new Uri("/konto/anmelden/neu", UriKind.Relative), content);
            return answer.Headers.Location?.ToString() ?? $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}";
        }));
        Assert.All(answers, location => Assert.Equal("/", location));
        Assert.Equal((1, 1, 1), await site.WithDbAsync(async db => (await db.Users.CountAsync(), await db.People.CountAsync(), await db.Identities.CountAsync())));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Eight_at_once_with_one_identity_get_the_same_account(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var accounts = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => site.UseAsync<CreatePerson, Guid>(async create => (await create.ExecuteAsync(
            new NewPerson($"Anna {i}", $"anna{i}@example.org", "", "de") { Arrival = Arrival, HasProvenAddress = true }, default)).Value!.Id)));
        Assert.Single(accounts.Distinct());
        Assert.Equal((1, 1), await site.WithDbAsync(async db => (await db.Users.CountAsync(), await db.Identities.CountAsync())));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_accounts_that_connect_the_same_identity_at_once_leave_it_with_one(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        Guid[] ids = [await SignInTests.AddAsync(site, "anna@example.org"), await SignInTests.AddAsync(site, "bert@example.org")];
        var refusals = await Task.WhenAll(ids.Select(id => site.InScopeAsync(async services =>
        {
            var account = await services.GetRequiredService<ParticipationDbContext>().Users.SingleAsync(candidate => candidate.Id == id);
            return await services.GetRequiredService<ConnectAuthority>().ExecuteAsync(account, Arrival, default);
        })));
        Assert.Single(refusals, refusal => refusal is null);
        Assert.Single(refusals, refusal => refusal is IdentityHasOtherAccount);
        Assert.Equal(1, await site.WithDbAsync(db => db.People.CountAsync(person => person.Verification == Verification.VerifiedResident)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_subject_of_another_issuer_is_somebody_else(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        async Task<Guid> JoinAsync(string issuer, string name) => await site.UseAsync<CreatePerson, Guid>(async create => (await create.ExecuteAsync(
            new NewPerson(name, $"{name}@example.org", "", "de") { Arrival = Arrival with { Identity = Identity with { Issuer = issuer } }, HasProvenAddress = true }, default)).Value!.Id);
        Assert.NotEqual(await JoinAsync("https://amt.example/", "Anna"), await JoinAsync("https://anderes-amt.example/", "Berta"));
    }
}
