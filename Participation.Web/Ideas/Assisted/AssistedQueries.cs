using Microsoft.EntityFrameworkCore;
using Participation.Domain.Ideas;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Ideas.Assisted;

/// <summary>What the receipt of an idea says that staff wrote down.</summary>
/// <param name="Number">Public number.</param>
/// <param name="Title">Title.</param>
/// <param name="Name">The name that was chosen.</param>
/// <param name="SubmittedAt">When it was handed in.</param>
/// <param name="IsPublic">Whether it can be read already.</param>
/// <param name="Code">The code for taking it over; null when it was.</param>
public sealed record ReceiptView(int Number, string Title, string Name, DateTimeOffset SubmittedAt, bool IsPublic, string? Code);

/// <summary>Reads ideas that staff wrote down.</summary>
public sealed class AssistedQueries(ParticipationDbContext db, ClaimCodes codes)
{
    /// <exception cref="NotFoundException">There is no such idea, or its author wrote it.</exception>
    public async Task<ReceiptView> ReceiptAsync(int number, CancellationToken cancel)
    {
        var found = await db.Ideas.AsNoTracking().Where(idea => idea.Number == number && idea.AssistedBy != null && idea.ErasedAt == null).Select(idea => new
        {
            idea.Title, idea.SubmittedAt, idea.Status, idea.HiddenAt, Name = db.People.Where(person => person.Id == idea.AuthorId).Select(person => person.DisplayName).First(),
            Secret = db.Set<IdeaClaim>().Where(claim => claim.IdeaId == idea.Id).Select(claim => claim.Secret).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();
        return new ReceiptView(number, found.Title, found.Name, found.SubmittedAt ?? default, found.Status.IsPublic() && found.HiddenAt is null, found.Secret is null ? null : codes.Print(found.Secret));
    }
}
