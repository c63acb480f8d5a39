using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Levels;

/// <summary>Staff saw someone's identity document and confirms the residence. Staff learns no public name: the code leads to an account, not to a person's contributions.</summary>
public sealed class ConfirmAtDesk(ParticipationDbContext db, ConfirmResidence confirm, TimeProvider clock)
{
    /// <param name="code">The code that the citizen shows, as <see cref="ReadableCode.Read"/> reads it.</param>
    /// <param name="traits">What the document says; only hashed.</param>
    /// <param name="namesake">Whether staff made sure that this is somebody else than the person confirmed under this name and birth date; written into the log.</param>
    /// <param name="actor">Who of the staff confirms.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Refusal?> ExecuteAsync(string code, PersonTraits traits, bool namesake, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        var now = clock.GetUtcNow();
        if (await db.DeskCodes.AsNoTracking().SingleOrDefaultAsync(shown => shown.Code == code && shown.ExpiresAt > now, cancel) is not { } found) return new UnknownDeskCode();
        if (found.PersonId == actor.Person) return new OwnResidence();
        var refusal = await confirm.ExecuteAsync(found.PersonId, ResidenceEvidence.AtDesk(traits, actor.Person), wanted: true, cancel);
        for (var other = 1; namesake && refusal is ConfirmedElsewhere && other <= PersonTraits.MaxNamesakes; other++)
        {
            db.ChangeTracker.Clear();
            refusal = await confirm.ExecuteAsync(found.PersonId, ResidenceEvidence.AtDesk(traits with { Namesake = other }, actor.Person), wanted: true, cancel);
        }

        if (refusal is ConfirmedElsewhere) await NoteRefusalAsync(found.PersonId, actor, cancel);
        return refusal;
    }

    /// <summary>That somebody is confirmed already is an answer about a person, so asking for it leaves a trace too.</summary>
    private async Task NoteRefusalAsync(PersonId person, Actor actor, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        db.AuditEntries.Add(AuditEntry.Of("residence.refuse", Subject.Of(person), actor.Person, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
    }
}
