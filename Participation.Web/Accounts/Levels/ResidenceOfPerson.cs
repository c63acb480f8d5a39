using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Levels;

/// <summary>By what someone's residence was confirmed, and the letter and the code that are under way.</summary>
internal sealed class ResidenceOfPerson(ParticipationDbContext db, EraseLevelData erase, LetterSeal seal) : IPersonalData
{
    public int Order => 20;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(ResidenceProof), typeof(LetterRequest), typeof(DeskCode)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var proofs = await db.ResidenceProofs.AsNoTracking().Where(proof => proof.PersonId == person).OrderBy(proof => proof.ProvedAt).ToListAsync(cancel);
        var letter = await db.LetterRequests.AsNoTracking().SingleOrDefaultAsync(request => request.PersonId == person, cancel);
        var desk = await db.DeskCodes.AsNoTracking().SingleOrDefaultAsync(code => code.PersonId == person, cancel);
        var items = proofs.Select(proof => new ExportItem(("factor", LevelWords.Of(proof.Method)), ("at", proof.ProvedAt))).ToList();
        if (letter is not null)
            items.Add(new(("factor", LevelsTexts.ByLetter), ("at", letter.RequestedAt), ("detail", letter.Recipient is { } kept ? string.Join(", ", seal.OpenRecipient(kept).Lines) : null), ("expiresAt", letter.ExpiresAt)));
        if (desk is not null) items.Add(new(("factor", LevelsTexts.AtDesk), ("expiresAt", desk.ExpiresAt)));
        return [new("residence", items)];
    }

    /// <summary>So few that one call is enough.</summary>
    public async Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        await erase.PersonAsync(who.Id, cancel);
        await transaction.CommitAsync(cancel);
        return false;
    }
}
