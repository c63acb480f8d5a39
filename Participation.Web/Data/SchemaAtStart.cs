using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Participation.Web.Data;

/// <summary>
/// Before the first request: an embedded database is brought up to date, a shared one only by the command <c>migrate</c>,
/// so that a new node never changes the schema under the old ones.
/// </summary>
public sealed class SchemaAtStart(ParticipationDbContext db, IOptions<DataOptions> options)
{
    public async Task EnsureAsync(CancellationToken cancel)
    {
        if (options.Value.MigrateAtStart ?? options.Value.Provider == "Sqlite") await db.MigrateAsync(cancel);
        else if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            throw new InvalidOperationException("The database schema is older than this program. Run the command \"migrate\" first, then start again.");
    }
}
