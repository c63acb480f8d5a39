using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Moderation;

namespace Participation.Web.Data.Mappings;

internal sealed class TransparencyRecordMapping : IEntityTypeConfiguration<TransparencyRecord>
{
    public void Configure(EntityTypeBuilder<TransparencyRecord> builder)
    {
        builder.ToTable("transparency_records");
        builder.HasKey(record => record.Period);
        builder.Property(record => record.Period).HasMaxLength(TransparencyRecord.PeriodMaxLength);
    }
}

internal sealed class ActiveMonthMapping : IEntityTypeConfiguration<ActiveMonth>
{
    public void Configure(EntityTypeBuilder<ActiveMonth> builder)
    {
        builder.ToTable("active_months");
        builder.HasKey(month => month.Month);
        builder.Property(month => month.Month).ValueGeneratedNever();
    }
}
