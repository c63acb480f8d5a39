using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Participation.Web.Data.PostgreSql;
using Participation.Web.Data.Sqlite;

namespace Participation.Web.Data;

/// <summary>Lets <c>eng/add-migration</c> make SQLite migrations without a running host.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteParticipationDbContext>
{
    public SqliteParticipationDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteParticipationDbContext>().UseSqlite("Data Source=:memory:").UseApplicationServiceProvider(IdentitySchema.Services).Options, new WriteGate());
}

/// <summary>Lets <c>eng/add-migration</c> make PostgreSQL migrations without a running host.</summary>
internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlParticipationDbContext>
{
    public PostgreSqlParticipationDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlParticipationDbContext>().UseNpgsql("Host=localhost").UseApplicationServiceProvider(IdentitySchema.Services).Options, new WriteGate());
}

/// <summary>Identity reads its schema version (3: passkeys) from options, also when no host runs.</summary>
internal static class IdentitySchema
{
    public static IServiceProvider Services { get; } = new ServiceCollection()
        .Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();
}
