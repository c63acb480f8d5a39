using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;
using NpgsqlTypes;
using Participation.Domain.Ideas;

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

    public override Task MigrateAsync(CancellationToken cancel) => Database.MigrateAsync(cancel);

    protected override bool QueuesWriters => false;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>();
    }

    protected override void ConfigureProvider(ModelBuilder builder) => builder.Entity<Idea>(idea =>
    {
        idea.Property<NpgsqlTsVector>(SearchVector).HasComputedColumnSql(
            "setweight(to_tsvector('german', coalesce(title, '')), 'A') || setweight(to_tsvector('german', coalesce(summary, '')), 'B') || to_tsvector('german', coalesce(body_markdown, ''))",
            stored: true);
        idea.HasIndex(SearchVector).HasMethod("gin");
    });

    /// <summary>timestamptz takes UTC only.</summary>
    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), instant => instant);
}
