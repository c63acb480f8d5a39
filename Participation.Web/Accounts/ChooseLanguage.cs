using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts;

/// <summary>Chooses the language of one's mails.</summary>
public sealed class ChooseLanguage(ParticipationDbContext db)
{
    /// <summary>An unknown language is German.</summary>
    public async Task ExecuteAsync(string language, Actor actor, CancellationToken cancel)
    {
        var person = await db.People.SingleAsync(candidate => candidate.Id == actor.Person, cancel);
        person.Speak(Languages.Known(language));
        await db.SaveChangesAsync(cancel);
    }
}
