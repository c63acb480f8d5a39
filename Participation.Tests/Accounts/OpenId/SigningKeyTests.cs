using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Tests.Support;
using Participation.Web.Accounts.OpenId;

namespace Participation.Tests.Accounts.OpenId;

public sealed class SigningKeyTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Many_nodes_that_start_at_once_make_one_key(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.WithDbAsync(db => db.SigningKeys.ExecuteDeleteAsync());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => site.InScopeAsync(async services =>
        {
            await services.GetRequiredService<SigningKeys>().EnsureAsync(CancellationToken.None);
            return 0;
        }))));
        var key = Assert.Single(await site.WithDbAsync(db => db.SigningKeys.ToListAsync()));
        Assert.Equal([key.Name], site.Services.GetRequiredService<KeyRing>().Keys.Select(live => live.Name));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_private_is_stored_as_it_is(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var key = await site.WithDbAsync(db => db.SigningKeys.SingleAsync());
        var live = Assert.Single(site.Services.GetRequiredService<KeyRing>().Keys);
        var secret = ((Microsoft.IdentityModel.Tokens.SymmetricSecurityKey)live.Sealing.Key).Key;
        Assert.Equal(32, secret.Length);
        Assert.Equal(-1, Convert.FromBase64String(key.Sealing).AsSpan().IndexOf(secret));
        var exponent = ((Microsoft.IdentityModel.Tokens.RsaSecurityKey)live.Signing.Key).Parameters.D!;
        Assert.Equal(-1, Convert.FromBase64String(key.Signing).AsSpan().IndexOf(exponent.AsSpan(0, 16)));
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_any_more_is_replaced_at_once()
    {
        await using var site = await TestSite.StartAsync();
        await site.WithDbAsync(async db =>
        {
            await db.SigningKeys.ExecuteDeleteAsync();
            db.SigningKeys.Add(Domain.Accounts.SigningKey.Announce("fremd", "AAAA", "AAAA", A.Moment, A.Moment));
            return await db.SaveChangesAsync();
        });
        await EnsureAsync(site);
        Assert.DoesNotContain(site.Services.GetRequiredService<KeyRing>().Keys, key => key.Name == "fremd");
        Assert.Single(site.Services.GetRequiredService<KeyRing>().Keys);
    }

    [Fact]
    public async Task The_key_set_shows_announced_and_retired_keys_and_nothing_private()
    {
        await using var site = await TestSite.StartAsync();
        var first = Assert.Single(await NamesAsync(site));
        await site.UseAsync<SigningKeys, DateTimeOffset>(keys => keys.ReplaceAsync(TimeSpan.FromHours(1), CancellationToken.None));
        await EnsureAsync(site);
        Assert.Equal(2, (await NamesAsync(site)).Count);
        Assert.Equal(first, site.Services.GetRequiredService<KeyRing>().Keys[0].Name);
        await site.UseAsync<SigningKeys, DateTimeOffset>(keys => keys.ReplaceAsync(TimeSpan.Zero, CancellationToken.None));
        await EnsureAsync(site);
        var names = await NamesAsync(site);
        Assert.Equal(3, names.Count);
        Assert.Contains(first, names);
        Assert.NotEqual(first, site.Services.GetRequiredService<KeyRing>().Keys[0].Name);
    }

    internal static Task<int> EnsureAsync(TestSite site) => site.InScopeAsync(async services =>
    {
        await services.GetRequiredService<SigningKeys>().EnsureAsync(CancellationToken.None);
        return 0;
    });

    private static async Task<IReadOnlyList<string>> NamesAsync(TestSite site)
    {
        using var set = JsonDocument.Parse(await Browsing.Visitor(site).Client.GetStringAsync("/.well-known/jwks"));
        var keys = set.RootElement.GetProperty("keys").EnumerateArray().ToList();
        Assert.All(keys, key => Assert.False(key.TryGetProperty("d", out _) || key.TryGetProperty("k", out _)));
        return [.. keys.Select(key => key.GetProperty("kid").GetString()!)];
    }
}
