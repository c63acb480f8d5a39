using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Outcomes;
using Participation.Domain.Processes;

namespace Participation.Web.Data.Mappings;

internal sealed class ProcessResultMapping : IEntityTypeConfiguration<ProcessResult>
{
    public void Configure(EntityTypeBuilder<ProcessResult> builder)
    {
        builder.ToTable("results");
        builder.HasKey(result => result.Id);
        builder.Property(result => result.Id).ValueGeneratedNever();
        builder.Property(result => result.Title).HasMaxLength(ProcessResult.TitleMaxLength);
        builder.Property(result => result.Summary).HasMaxLength(ProcessResult.SummaryMaxLength);
        builder.ComplexProperty(result => result.Adopted);
        builder.ComplexProperty(result => result.NotAdopted);
        builder.Property(result => result.SignedOffBy).HasMaxLength(ProcessResult.SignedOffByMaxLength);
        builder.Property(result => result.Figures).HasMaxLength(ProcessResult.FiguresMaxLength);
        builder.HasPublication();
        builder.Property(result => result.Version).IsConcurrencyToken();
        builder.HasIndex(result => result.Number).IsUnique();
        builder.HasIndex(result => result.ProcessId);
        builder.HasOne<Process>().WithMany().HasForeignKey(result => result.ProcessId).OnDelete(DeleteBehavior.Restrict);
    }
}
