using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using Participation.Web.Accounts;
using Participation.Web.Hosting;

namespace Participation.Web.Realtime;

/// <summary>The one hub: joining a channel from a known number returns what was missed in between. Nothing is written through it.</summary>
public sealed class LiveHub(CatchUpQuery catchUp, Presence presence) : Hub
{
    /// <summary>Most channels of one connection; a page needs two.</summary>
    public const int MaxChannels = 8;

    /// <summary>Watches a channel. The group is joined before the backlog is read, so nothing falls in between.</summary>
    public async Task<CatchUp> Join(string channel, long since, string language)
    {
        language = Languages.Known(language);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo(language), CultureInfo.GetCultureInfo(language));
        if (!presence.Enter(Context.ConnectionId, channel, language, MaxChannels)) throw new HubException("too-many-channels");
        await Groups.AddToGroupAsync(Context.ConnectionId, LiveGroups.Of(channel, language), Context.ConnectionAborted);
        var missed = await catchUp.ExecuteAsync(channel, since, Context.User?.ActorOrNull(), Context.ConnectionAborted);
        if (missed is not null) return missed;
        presence.Leave(Context.ConnectionId, channel);
        await Groups.RemoveFromGroupAsync(Context.ConnectionId, LiveGroups.Of(channel, language), Context.ConnectionAborted);
        throw new HubException(Context.User?.IsUnproven() == true ? "second-factor-needed" : "no-such-channel");
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        presence.LeaveAll(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}

/// <summary>Names of SignalR groups: one per channel and language, since a fragment is rendered once per language.</summary>
public static class LiveGroups
{
    public static string Of(string channel, string language) => $"{channel}|{language}";
}
