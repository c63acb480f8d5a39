using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;

namespace Participation.Web.Data.Sqlite;

/// <summary>The embedded default: one file, WAL, every commit synced.</summary>
public sealed class SqliteParticipationDbContext(DbContextOptions<SqliteParticipationDbContext> options, WriteGate gate)
    : ParticipationDbContext(options, gate)
{
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;

    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    public override IQueryable<Idea> SearchIdeas(string text) => FtsQuery.AllOf(text) is { } match
        ? Ideas.FromSql($"SELECT i.* FROM ideas AS i WHERE i.rowid IN (SELECT rowid FROM ideas_fts WHERE ideas_fts MATCH {match})")
        : Ideas.Where(_ => false);

    public override IQueryable<Idea> SimilarIdeas(string title) => FtsQuery.AnyOf(title) is { } match
        ? Ideas.FromSql($"SELECT i.* FROM ideas AS i JOIN ideas_fts AS f ON f.rowid = i.rowid WHERE ideas_fts MATCH {match} ORDER BY bm25(ideas_fts, 8.0, 3.0, 1.0) LIMIT 40")
        : Ideas.Where(_ => false);

    public override IQueryable<Paper> SearchPapers(string text)
    {
        if (FtsQuery.AllOf(text) is not { } match) return Papers.Where(_ => false);
        var found = Database.SqlQuery<Guid>($"""
            SELECT p.id AS "Value" FROM papers AS p JOIN papers_fts AS f ON f.rowid = p.rowid WHERE papers_fts MATCH {match}
            UNION SELECT a.subject_id FROM attachments AS a JOIN documents AS d ON d.id = a.document_id JOIN documents_fts AS f ON f.rowid = d.rowid WHERE a.subject_kind = {nameof(SubjectKind.Paper)} AND documents_fts MATCH {match}
            """);
        return Papers.Where(paper => found.Contains((Guid)(object)paper.Id));
    }

    public override async Task MigrateAsync(CancellationToken cancel)
    {
        await Database.MigrateAsync(cancel);
        await Database.ExecuteSqlRawAsync(FullTextIndex.Sql, cancel);
    }

    protected override bool QueuesWriters => true;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    /// <summary>SQLite cannot compare DateTimeOffset; instants are UTC ticks.</summary>
    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
