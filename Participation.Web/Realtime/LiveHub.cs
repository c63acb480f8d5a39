using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using Participation.Domain.Realtime;
using Participation.Web.Accounts;
using Participation.Web.Hosting;

namespace Participation.Web.Realtime;

/// <summary>The one hub: joining a channel from a known number returns what was missed in between. Nothing is written through it.</summary>
public sealed class LiveHub(CatchUpQuery catchUp, Presence presence) : Hub
{
    /// <summary>Most channels of one connection; a page needs two.</summary>
    public const int MaxChannels = 8;

    /// <summary>Most joins of one connection in its life.</summary>
    public const int MaxJoins = 300;

    /// <summary>Watches a channel. Rights first, then the group, then the backlog: nothing is seen too early and nothing falls in between.</summary>
    /// <returns>What was missed, or null when there is no such channel for this viewer or the connection asks for too much.</returns>
    public async Task<CatchUp?> Join(string channel, long since, string language)
    {
        language = Languages.Known(language);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo(language), CultureInfo.GetCultureInfo(language));
        if (!MayAskAgain()) return null;
        var (viewer, cancel) = (Context.User?.ActorOrNull(), Context.ConnectionAborted);
        if (channel is not { Length: <= Channel.KeyMaxLength } || !await catchUp.MayWatchAsync(channel, viewer, cancel)) return null;
        if (!presence.Enter(Context.ConnectionId, channel, MaxChannels)) return null;
        await Groups.AddToGroupAsync(Context.ConnectionId, LiveGroups.Of(channel, language), cancel);
        return await catchUp.ExecuteAsync(channel, since, viewer, cancel);
    }

    /// <summary>A page joins once or twice and again after a gap; what joins all the time is cut off.</summary>
    private bool MayAskAgain()
    {
        var joins = (int)(Context.Items.TryGetValue(nameof(MaxJoins), out var before) ? before! : 0) + 1;
        Context.Items[nameof(MaxJoins)] = joins;
        if (joins > MaxJoins) Context.Abort();
        return joins <= MaxJoins;
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
