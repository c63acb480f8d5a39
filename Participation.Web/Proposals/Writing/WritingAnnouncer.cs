using Microsoft.AspNetCore.SignalR;

namespace Participation.Web.Proposals.Writing;

/// <summary>Tells the editors what was accepted. What does not arrive they find out by its number and fetch.</summary>
public sealed class WritingAnnouncer(IHubContext<WritingHub> hub, ILogger<WritingAnnouncer> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>An editor that takes nothing holds nobody up.</summary>
    public async Task AnnounceAsync(TextNews news)
    {
        try
        {
            await hub.Clients.Group(WritingGroups.Readers(news.Text)).SendAsync(WritingHub.News, news, CancellationToken.None).WaitAsync(Patience);
        }
        catch (Exception error)
        {
            log.LogWarning(error, "An accepted update could not be announced at once");
        }
    }
}
