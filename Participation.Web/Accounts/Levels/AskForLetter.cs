using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Accounts.Levels;

/// <summary>
/// Someone asks for a letter with a code. Whether the person is confirmed in another account is not said here but when the code is entered:
/// else anyone could ask about their neighbours.
/// </summary>
public sealed class AskForLetter(ParticipationDbContext db, Changes changes, Fingerprints fingerprints, LetterSeal seal, CityClock clock, IOptions<LevelsOptions> options)
{
    /// <param name="recipient">Whom the letter goes to; kept until it is on its way.</param>
    /// <param name="birthDate">Only hashed.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Refusal?> ExecuteAsync(Recipient recipient, DateOnly birthDate, Actor actor, CancellationToken cancel)
    {
        var traits = new PersonTraits(recipient.GivenNames, recipient.FamilyName, birthDate);
        if (!options.Value.PostalCodes.Contains(recipient.PostalCode)) return new AddressNotInCity();
        if (!traits.IsComplete) return new IdentityIsIncomplete();
        if (traits.AgeOn(clock.Today) < options.Value.MinimumAge) return new TooYoung(options.Value.MinimumAge);
        var mark = (await fingerprints.OpenAsync(cancel)).Person(traits);
        await using var change = await changes.BeginAsync([Channel.Residence(actor.Person), Channel.Letters], cancel);
        var person = await db.People.AsNoTracking().SingleAsync(candidate => candidate.Id == actor.Person, cancel);
        if (person.Verification is Verification.VerifiedResident) return new AlreadyConfirmed();
        var letter = await db.LetterRequests.SingleOrDefaultAsync(candidate => candidate.PersonId == actor.Person, cancel);
        if (letter is null) db.LetterRequests.Add(LetterRequest.Ask(actor.Person, mark, seal.Seal(recipient), change.Now));
        else if (letter.AskAgain(mark, seal.Seal(recipient), options.Value.LetterPauseDays, change.Now) is { } refusal) return refusal;
        await change.CommitAsync(cancel);
        return null;
    }
}

/// <summary>Someone does not want the letter any more, or made a mistake in it, before it was printed.</summary>
public sealed class StopLetter(ParticipationDbContext db, Changes changes)
{
    public async Task<Refusal?> ExecuteAsync(Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Residence(actor.Person), Channel.Letters], cancel);
        var letter = await db.LetterRequests.SingleOrDefaultAsync(candidate => candidate.PersonId == actor.Person, cancel);
        if (letter is null) return null;
        if (letter.BatchNumber is not null) return new LetterIsUnderway();
        db.LetterRequests.Remove(letter);
        await change.CommitAsync(cancel);
        return null;
    }
}
