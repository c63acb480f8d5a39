using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Council;

namespace Participation.Web.Data.Mappings;

internal sealed class OparlSourceMapping : IEntityTypeConfiguration<OparlSource>
{
    public void Configure(EntityTypeBuilder<OparlSource> builder)
    {
        builder.ToTable("oparl_sources");
        builder.HasKey(source => source.Id);
        builder.Property(source => source.Id).ValueGeneratedNever();
        builder.Property(source => source.Url).HasMaxLength(CouncilRecord.OriginMaxLength);
        builder.Property(source => source.Next).HasMaxLength(2 * CouncilRecord.OriginMaxLength);
        builder.Property(source => source.Version).IsConcurrencyToken();
        builder.HasIndex(source => source.Url).IsUnique();
    }
}

internal sealed class OparlWaitingMapping : IEntityTypeConfiguration<OparlWaiting>
{
    private const int TypeMaxLength = 40;

    public void Configure(EntityTypeBuilder<OparlWaiting> builder)
    {
        builder.ToTable("oparl_waitings");
        builder.HasKey(waiting => new { waiting.SourceId, waiting.Origin });
        builder.Property(waiting => waiting.Origin).HasMaxLength(CouncilRecord.OriginMaxLength);
        builder.Property(waiting => waiting.Type).HasMaxLength(TypeMaxLength);
        builder.HasOne<OparlSource>().WithMany().HasForeignKey(waiting => waiting.SourceId).OnDelete(DeleteBehavior.Cascade);
    }
}
