using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.EntityFrameworkCore.Models;
using Participation.Tests.Support;
using Participation.Web.Accounts.OpenId;

namespace Participation.Tests.Accounts.OpenId;

public sealed class PruningTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_ended_long_ago_goes_and_what_lives_or_was_allowed_stays(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var app = await ClientApp.RegisterAsync(site);
        var anna = await Browsing.AsAsync(site, await new Given(site).PersonAsync());
        await app.SignInAsync(anna);
        await AgeAsync(site);
        var tokens = await app.SignInAsync(anna);
        var before = await CountAsync(site);
        await site.InScopeAsync(async services =>
        {
            await services.GetRequiredService<TokenPruning>().ExecuteAsync(CancellationToken.None);
            return true;
        });

        var after = await CountAsync(site);
        Assert.True(after.Tokens < before.Tokens, $"{before} {after}");
        // The first sign-in's authorization is gone; the consent and the second sign-in's are there.
        Assert.Equal((3, 2), (before.Authorizations, after.Authorizations));
        Assert.True((await app.RefreshAsync(tokens.Text("refresh_token"))).Has("access_token"));
        await ClientApp.OpenAsync(anna, app.Address());
        Assert.StartsWith(ClientApp.Redirect, anna.Last.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Everything was made a month ago, and ended a fortnight later.</summary>
    private static Task<int> AgeAsync(TestSite site) => site.WithDbAsync(async db =>
    {
        foreach (var token in db.Set<OpenIddictEntityFrameworkCoreToken<Guid>>())
            (token.CreationDate, token.ExpirationDate) = (token.CreationDate!.Value.AddDays(-30), token.ExpirationDate!.Value.AddDays(-30));
        foreach (var authorization in db.Set<OpenIddictEntityFrameworkCoreAuthorization<Guid>>()) authorization.CreationDate = authorization.CreationDate!.Value.AddDays(-30);
        return await db.SaveChangesAsync();
    });

    private static Task<(int Tokens, int Authorizations)> CountAsync(TestSite site) => site.WithDbAsync(async db =>
        (await db.Set<OpenIddictEntityFrameworkCoreToken<Guid>>().CountAsync(), await db.Set<OpenIddictEntityFrameworkCoreAuthorization<Guid>>().CountAsync()));
}
