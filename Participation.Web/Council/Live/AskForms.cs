using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council.Live;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council.Live;

/// <summary>Puts together the form of a question.</summary>
public sealed class AskForms(ParticipationDbContext db, CityClock clock)
{
    /// <summary>The form with what stands in it; a new one is about the item that is current.</summary>
    public async Task<AskForm> OfAsync(LiveMeeting meeting, AskInput input, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (input.Key is not { Length: > 0 and <= MeetingQuestion.SubmissionKeyMaxLength })
        {
            input.Key = SubmissionKey.New(clock.Now);
            if (input.Text is null) input.Item ??= meeting.Floor.Current is { IsPublic: true } current ? current.Number : null;
        }

        var viewer = user.ActorOrNull();
        return new AskForm(meeting.Number, meeting.Floor, user.PublicName(), input)
        {
            Barred = viewer is null ? null : (await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == viewer.Person, cancel))?.CheckWriting(Domain.Accounts.Verification.Email, clock.Now),
        };
    }
}
