using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Processes;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Levels;

/// <summary>Reads how one's own residence stands.</summary>
public sealed class ResidenceQueries(ParticipationDbContext db, TimeProvider clock)
{
    /// <summary>Everything the page shows.</summary>
    public async Task<OwnResidenceView> OwnAsync(Actor actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var level = await LevelAsync(actor.Person, cancel);
        var proof = await db.ResidenceProofs.AsNoTracking().Where(proof => proof.PersonId == actor.Person).OrderByDescending(proof => proof.ProvedAt).FirstOrDefaultAsync(cancel);
        var letter = await db.LetterRequests.AsNoTracking().SingleOrDefaultAsync(letter => letter.PersonId == actor.Person, cancel);
        var desk = await db.DeskCodes.AsNoTracking().SingleOrDefaultAsync(code => code.PersonId == actor.Person && code.ExpiresAt > now, cancel);
        return new OwnResidenceView(level, proof, letter, desk, letter?.CheckCode(now));
    }

    /// <summary>A viewer's level, as far as it matters for what is required; null for visitors. Where an e-mail address is enough nobody is asked.</summary>
    public async Task<Verification?> ForAsync(Actor? viewer, Verification required, CancellationToken cancel) =>
        viewer is null ? null : required <= Verification.Email ? required : await LevelAsync(viewer.Person, cancel);

    /// <summary>The level that a process asks for and someone does not have, or null.</summary>
    public async Task<Verification?> MissingAsync(ProcessId process, Actor viewer, CancellationToken cancel)
    {
        var found = await db.Processes.Where(candidate => candidate.Id == process)
            .Select(candidate => new { candidate.RequiredVerification, Level = db.People.Where(person => person.Id == viewer.Person).Select(person => person.Verification).First() }).SingleAsync(cancel);
        return found.Level < found.RequiredVerification ? found.RequiredVerification : null;
    }

    /// <summary>Someone's level now.</summary>
    public Task<Verification> LevelAsync(PersonId person, CancellationToken cancel) =>
        db.People.Where(candidate => candidate.Id == person).Select(candidate => candidate.Verification).SingleAsync(cancel);
}

/// <summary>How one's residence stands.</summary>
/// <param name="Level">The level now.</param>
/// <param name="Proof">The newest proof.</param>
/// <param name="Letter">The letter that was asked for.</param>
/// <param name="Desk">The code for the desk, while it is known.</param>
/// <param name="CodeProblem">Why no code of a letter can be entered.</param>
public sealed record OwnResidenceView(Verification Level, ResidenceProof? Proof, LetterRequest? Letter, DeskCode? Desk, Domain.Refusal? CodeProblem)
{
    /// <summary>Whether a code can be entered.</summary>
    public bool AwaitsCode => Letter is not null && CodeProblem is null;
}
