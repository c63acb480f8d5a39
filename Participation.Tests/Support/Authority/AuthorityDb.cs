using Microsoft.EntityFrameworkCore;

namespace Participation.Tests.Support.Authority;

/// <summary>What the other server knows about its clients and tokens.</summary>
internal sealed class AuthorityDb(DbContextOptions<AuthorityDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseOpenIddict();
}
