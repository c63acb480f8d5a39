using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;
using NpgsqlTypes;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Uploads;

namespace Participation.Web.Data.PostgreSql;

/// <summary>For several nodes, or when one machine is not enough.</summary>
public sealed class PostgreSqlParticipationDbContext(DbContextOptions<PostgreSqlParticipationDbContext> options, WriteGate gate)
    : ParticipationDbContext(options, gate)
{
    private const string SearchVector = "SearchVector";

    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override IQueryable<Idea> SearchIdeas(string text) => SearchWords.AllOf(text) is { } words
        ? Ideas.Where(idea => EF.Property<NpgsqlTsVector>(idea, SearchVector).Matches(EF.Functions.ToTsQuery("german", words)))
        : Ideas.Where(_ => false);

    public override IQueryable<Idea> SimilarIdeas(string title) => Ideas.FromSql($"""
        SELECT i.* FROM ideas AS i,
            (SELECT replace(plainto_tsquery('german', {title})::text, '&', '|')::tsquery AS query) AS q
        WHERE i.search_vector @@ q.query ORDER BY ts_rank(i.search_vector, q.query) DESC LIMIT 40
        """);

    public override IQueryable<Paper> SearchPapers(string text)
    {
        if (SearchWords.AllOf(text) is not { } words) return Papers.Where(_ => false);
        var files = Documents.Where(document => EF.Property<NpgsqlTsVector>(document, SearchVector).Matches(EF.Functions.ToTsQuery("german", words))).Select(document => document.Id);
        var beside = Attachments.Where(attachment => attachment.SubjectKind == SubjectKind.Paper && files.Contains(attachment.DocumentId)).Select(attachment => attachment.SubjectId);
        return Papers.Where(paper => EF.Property<NpgsqlTsVector>(paper, SearchVector).Matches(EF.Functions.ToTsQuery("german", words)) || beside.Contains((Guid)(object)paper.Id));
    }

    public override Task MigrateAsync(CancellationToken cancel) => Database.MigrateAsync(cancel);

    protected override bool QueuesWriters => false;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>();
    }

    protected override void ConfigureProvider(ModelBuilder builder)
    {
        HasSearch<Idea>(builder, "setweight(to_tsvector('german', coalesce(title, '')), 'A') || setweight(to_tsvector('german', coalesce(summary, '')), 'B') || to_tsvector('german', coalesce(body_markdown, ''))");
        HasSearch<Paper>(builder, "setweight(to_tsvector('german', coalesce(name, '')), 'A') || setweight(to_tsvector('german', coalesce(reference, '')), 'B') || to_tsvector('german', coalesce(summary_markdown, ''))");
        // A vector has at most 1 MB; the first 200,000 characters stay far below it.
        HasSearch<Document>(builder, "setweight(to_tsvector('german', coalesce(title, '')), 'A') || to_tsvector('german', left(coalesce(text, ''), 200000))");
    }

    private static void HasSearch<T>(ModelBuilder builder, string words) where T : class => builder.Entity<T>(entity =>
    {
        entity.Property<NpgsqlTsVector>(SearchVector).HasComputedColumnSql(words, stored: true);
        entity.HasIndex(SearchVector).HasMethod("gin");
    });

    /// <summary>timestamptz takes UTC only.</summary>
    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), instant => instant);
}
