using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Participation.Web.Data.PostgreSql;
using Participation.Web.Data.Sqlite;

namespace Participation.Web.Data;

/// <summary>Lets <c>eng/add-migration</c> make SQLite migrations without a running host.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteParticipationDbContext>
{
    public SqliteParticipationDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteParticipationDbContext>().UseSqlite("Data Source=:memory:").Options, new WriteGate());
}

/// <summary>Lets <c>eng/add-migration</c> make PostgreSQL migrations without a running host.</summary>
internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlParticipationDbContext>
{
    public PostgreSqlParticipationDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlParticipationDbContext>().UseNpgsql("Host=localhost").Options, new WriteGate());
}
