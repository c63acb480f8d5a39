using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Accounts.Levels;

/// <summary>
/// Raises someone to a confirmed resident on evidence: at a desk, by electronic identity, by letter. One person is confirmed in one account,
/// held by the database; the same evidence twice is fine.
/// </summary>
public sealed class ConfirmResidence(ParticipationDbContext db, Changes changes, Fingerprints fingerprints, ResidenceNews news, CityClock clock, IOptions<LevelsOptions> options)
{
    /// <param name="person">Whose account.</param>
    /// <param name="evidence">What proves it.</param>
    /// <param name="wanted">Whether the person asked for it. If not, evidence that is known already changes nothing, so that what was taken back stays so.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The refusal, or null when the person is a confirmed resident.</returns>
    public async Task<Refusal?> ExecuteAsync(PersonId person, ResidenceEvidence evidence, bool wanted, CancellationToken cancel)
    {
        if (Check(evidence) is { } refusal) return refusal;
        var hash = await fingerprints.OpenAsync(cancel);
        List<string> marks = [];
        if (evidence.Traits is { } traits) marks.Add(hash.Person(traits));
        if (evidence.Pseudonym is { } pseudonym) marks.Add(hash.Pseudonym(pseudonym.Issuer, pseudonym.Value));
        if (!wanted && await db.ResidenceProofs.CountAsync(proof => proof.PersonId == person && marks.Contains(proof.Fingerprint), cancel) == marks.Count) return null;
        var detail = evidence.Traits?.Namesake > 0 ? $"{evidence.Method}, namesake" : evidence.Method.ToString();
        return await NoteAsync(person, new Confirmation(marks, evidence.Method, evidence.ConfirmedBy, detail), _ => Task.FromResult<Refusal?>(null), cancel);
    }

    /// <summary>Notes what is proven by fingerprints. The step runs in the same transaction, before anything is written, and may refuse.</summary>
    internal async Task<Refusal?> NoteAsync(PersonId person, Confirmation confirmation, Func<CancellationToken, Task<Refusal?>> step, CancellationToken cancel)
    {
        var (marks, method, staff, detail) = confirmation;
        await using var change = await changes.BeginAsync([Channel.Residence(person), Channel.Letters], cancel);
        if (await step(cancel) is { } refusal) return refusal;
        var known = await db.ResidenceProofs.Where(proof => marks.Contains(proof.Fingerprint)).ToListAsync(cancel);
        if (known.Exists(proof => proof.PersonId != person)) return new ConfirmedElsewhere();
        var confirmed = await db.People.SingleOrDefaultAsync(candidate => candidate.Id == person && candidate.ErasedAt == null, cancel) ?? throw new NotFoundException();
        var isNew = confirmed.Verification < Verification.VerifiedResident;
        db.ResidenceProofs.AddRange(marks.Except(known.Select(proof => proof.Fingerprint)).Select(mark => ResidenceProof.Of(mark, person, method, staff, change.Now)));
        confirmed.Confirm(Verification.VerifiedResident);
        if (isNew) change.Audit("residence.confirm", Subject.Of(person), staff is { } by ? new Actor(by, Role.Moderator) : null, detail);
        if (isNew) await news.TellAsync(person, change.Now, cancel);
        // Whatever was still on its way is not needed any more.
        await db.LetterRequests.Where(letter => letter.PersonId == person).ExecuteDeleteAsync(cancel);
        await db.DeskCodes.Where(code => code.PersonId == person).ExecuteDeleteAsync(cancel);
        try
        {
            await change.CommitAsync(cancel);
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            return new ConfirmedElsewhere(); // The same person, in another account, at the same moment.
        }

        if (isNew) await news.MailAsync(person, method, cancel);
        return null;
    }

    private Refusal? Check(ResidenceEvidence evidence) => evidence switch
    {
        { Method: ResidenceMethod.ElectronicIdentity, Assurance: < AssuranceLevel.Substantial } => new AssuranceTooLow(),
        { IsResident: false } => new NotAResident(),
        { Traits: { } traits } when traits.AgeOn(clock.Today) < options.Value.MinimumAge => new TooYoung(options.Value.MinimumAge),
        { Traits: { IsComplete: false } } or { Traits: null, Pseudonym: null } => new IdentityIsIncomplete(),
        _ => null,
    };
}

/// <summary>What is noted of a confirmation: fingerprints, method, staff, and what the log says.</summary>
internal sealed record Confirmation(IReadOnlyCollection<string> Marks, ResidenceMethod Method, PersonId? Staff, string Detail);
