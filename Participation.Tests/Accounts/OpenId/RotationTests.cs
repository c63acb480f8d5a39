using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Tests.Support;
using Participation.Web.Accounts.OpenId;

namespace Participation.Tests.Accounts.OpenId;

public sealed class RotationTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Keys_change_under_load_without_one_refused_call(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var app = await ClientApp.RegisterAsync(site, ApplicationKind.Specialist);
        using var answered = new SemaphoreSlim(0);
        using var stop = new CancellationTokenSource();
        var answers = new ConcurrentBag<HttpStatusCode>();
        var callers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var token = (await app.TokenAsync(("grant_type", "client_credentials"), ("scope", "ideas:read"))).Text("access_token");
                for (var i = 0; i < 3; i++)
                {
                    using var answer = await app.CallAsync("/api/v1/topics", token);
                    answers.Add(answer.StatusCode);
                    answered.Release();
                }
            }
        })).ToList();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 5; i++)
        {
            while (await answered.WaitAsync(0)) { } // What was answered before does not count.
            await site.UseAsync<SigningKeys, DateTimeOffset>(keys => keys.ReplaceAsync(TimeSpan.Zero, CancellationToken.None));
            await SigningKeyTests.EnsureAsync(site);
            names.Add(site.Services.GetRequiredService<KeyRing>().Keys[0].Name);
            for (var calls = 0; calls < 4; calls++) await Task.WhenAny(Task.WhenAll(callers), answered.WaitAsync());
        }

        await stop.CancelAsync();
        await Task.WhenAll(callers);
        Assert.Equal(5, names.Count);
        Assert.True(answers.Count > 15, $"{answers.Count}");
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
    }

    [Fact]
    public async Task Over_the_months_keys_are_announced_sign_and_go_without_a_restart()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await TestSite.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        var ring = site.Services.GetRequiredService<KeyRing>();
        var first = Assert.Single(ring.Keys).Name;

        await PassAsync(clock, TimeSpan.FromDays(88.5), () => ring.Keys.Count == 2);
        Assert.Equal(first, ring.Keys[0].Name);
        await PassAsync(clock, TimeSpan.FromDays(2), () => ring.Keys[0].Name != first);
        Assert.Equal([first], ring.Keys.Skip(1).Select(key => key.Name));
        await PassAsync(clock, TimeSpan.FromDays(16), () => ring.Keys.Count == 1);
        Assert.NotEqual(first, ring.Keys[0].Name);
    }

    /// <summary>Time goes by; the rotation looks every minute of the site's own clock, and is done when the keys are as they should be.</summary>
    private static async Task PassAsync(FakeTimeProvider clock, TimeSpan time, Func<bool> until)
    {
        clock.Advance(time);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!until()) await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
    }
}
