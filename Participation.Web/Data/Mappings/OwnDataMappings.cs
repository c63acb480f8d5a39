using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;

namespace Participation.Web.Data.Mappings;

internal sealed class ErasureMapping : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable("erasures");
        builder.HasKey(erasure => erasure.PersonId);
        builder.Property(erasure => erasure.PersonId).ValueGeneratedNever();
        builder.HasIndex(erasure => erasure.DueAt);
        builder.HasOne<Person>().WithOne().HasForeignKey<Erasure>(erasure => erasure.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DataExportMapping : IEntityTypeConfiguration<DataExport>
{
    public void Configure(EntityTypeBuilder<DataExport> builder)
    {
        builder.ToTable("data_exports");
        builder.HasKey(export => export.PersonId);
        builder.Property(export => export.PersonId).ValueGeneratedNever();
        builder.Ignore(export => export.IsOpen);
        builder.HasIndex(export => new { export.Status, export.RequestedAt });
        builder.HasOne<Person>().WithOne().HasForeignKey<DataExport>(export => export.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class IdeaClaimMapping : IEntityTypeConfiguration<IdeaClaim>
{
    public void Configure(EntityTypeBuilder<IdeaClaim> builder)
    {
        builder.ToTable("idea_claims");
        builder.HasKey(claim => claim.IdeaId);
        builder.Property(claim => claim.IdeaId).ValueGeneratedNever();
        builder.Property(claim => claim.Secret).HasMaxLength(IdeaClaim.SecretMaxLength);
        builder.HasOne<Idea>().WithOne().HasForeignKey<IdeaClaim>(claim => claim.IdeaId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LeaseMapping : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> builder)
    {
        builder.ToTable("leases");
        builder.HasKey(lease => lease.Name);
        builder.Property(lease => lease.Name).HasMaxLength(Lease.NameMaxLength);
        builder.Property(lease => lease.Holder).HasMaxLength(Lease.NameMaxLength);
    }
}
