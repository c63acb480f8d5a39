using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Proposals;
using Participation.Web.Data;

namespace Participation.Web.Proposals.Writing;

/// <summary>Lets people in and out of the texts of a proposal. For use cases that freeze it, thaw it or change who takes part.</summary>
public sealed class WritingDoor(ParticipationDbContext db, IWritingRights rights, WritingRoom room, IHubContext<WritingHub> hub)
{
    /// <summary>Within the transaction that freezes a proposal, before its text is read: what is not stored by now will not be.</summary>
    public Task CloseAsync(ProposalId proposal, CancellationToken cancel) => SetAsync(proposal, open: false, cancel);

    /// <summary>Within the transaction that thaws it: its texts may be written again.</summary>
    public Task OpenAsync(ProposalId proposal, CancellationToken cancel) => SetAsync(proposal, open: true, cancel);

    /// <summary>After a change of who may read or write: whoever may not any more is put out. On other nodes it takes a moment longer (<see cref="WritingWatch"/>).</summary>
    public async Task RecheckAsync(CancellationToken cancel)
    {
        foreach (var text in room.Seats.SelectMany(seat => seat.Texts.Select(text => (Text: text, Seat: seat))).GroupBy(open => open.Text, open => open.Seat))
        {
            var isPublic = await rights.MayReadAsync(text.Key, actor: null, cancel);
            foreach (var seat in text)
            {
                if (!isPublic && !await rights.MayReadAsync(text.Key, seat.Actor, cancel)) await PutOutAsync(seat, text.Key, cancel);
                else if (seat.Writes(text.Key) && await rights.AsWriterAsync(text.Key, seat.Actor!.Person, cancel) is null) await TakePenAsync(seat, text.Key, cancel);
            }
        }
    }

    private async Task PutOutAsync(Seat seat, SharedTextId text, CancellationToken cancel)
    {
        await hub.Groups.RemoveFromGroupAsync(seat.Id, WritingGroups.Readers(text.Value), cancel);
        await TakePenAsync(seat, text, cancel);
        seat.Close(text);
    }

    private async Task TakePenAsync(Seat seat, SharedTextId text, CancellationToken cancel)
    {
        seat.TakePen(text);
        await hub.Groups.RemoveFromGroupAsync(seat.Id, WritingGroups.Writers(text.Value), cancel);
        await hub.Clients.Group(WritingGroups.Writers(text.Value)).SendAsync(WritingHub.Gone, text.Value, seat.Key, cancel);
        await hub.Clients.Client(seat.Id).SendAsync(WritingHub.Closed, text.Value, cancel);
    }

    private Task<int> SetAsync(ProposalId proposal, bool open, CancellationToken cancel) =>
        db.SharedTexts.Where(text => text.ProposalId == proposal).ExecuteUpdateAsync(text => text.SetProperty(t => t.IsOpen, open), cancel);
}
