using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Realtime;

namespace Participation.Tests.Accounts;

/// <summary>A live connection does not outlive the session it was opened with.</summary>
public sealed class LiveSessionTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_connection_ends_with_its_session_and_others_stay(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (thief, reader) = (await new Given(site).PersonAsync(Role.Moderator), await new Given(site).PersonAsync());
        await using var stolen = await ConnectAsync(site, thief);
        await using var other = await ConnectAsync(site, reader);
        await using var visitor = await ConnectAsync(site, null);
        var closed = new TaskCompletionSource();
        stolen.Closed += _ => { closed.SetResult(); return Task.CompletedTask; };
        Assert.NotNull(await stolen.InvokeAsync<CatchUp?>("Join", "moderation", 0L, "de"));

        await CutAsync(site);
        Assert.NotNull(await stolen.InvokeAsync<CatchUp?>("Join", "moderation", 0L, "de"));

        await site.WithDbAsync(db => db.Sessions.Where(session => session.AccountId == thief.Person.Value).ExecuteDeleteAsync());
        await CutAsync(site);
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.NotNull(await other.InvokeAsync<CatchUp?>("Join", "ideas", 0L, "de"));
        Assert.NotNull(await visitor.InvokeAsync<CatchUp?>("Join", "ideas", 0L, "de"));
    }

    private static Task<bool> CutAsync(TestSite site) => site.UseAsync<CutEndedSessions, bool>(async cut =>
    {
        await cut.ExecuteAsync(default);
        return true;
    });

    private static async Task<HubConnection> ConnectAsync(TestSite site, Actor? actor)
    {
        var (name, value) = actor is null ? ("", "") : await Browsing.CookieAsync(site, actor, "pwd", "otp");
        var hub = new HubConnectionBuilder().WithUrl("https://localhost/hub", options =>
        {
            options.HttpMessageHandlerFactory = _ => site.Server.CreateHandler();
            options.Transports = HttpTransportType.LongPolling;
            if (actor is not null) options.Headers["Cookie"] = $"{name}={value}";
        }).Build();
        await hub.StartAsync();
        return hub;
    }
}
