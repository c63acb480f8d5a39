using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Council;
using Participation.Domain.Processes;
using Participation.Domain.Strategy;
using Participation.Domain.Texts;

namespace Participation.Web.Data.Mappings;

internal sealed class DiscussedTextMapping : IEntityTypeConfiguration<DiscussedText>
{
    public void Configure(EntityTypeBuilder<DiscussedText> builder)
    {
        builder.ToTable("discussed_texts");
        builder.HasKey(text => text.Id);
        builder.Property(text => text.Id).ValueGeneratedNever();
        builder.Property(text => text.Title).HasMaxLength(DiscussedText.TitleMaxLength);
        builder.Property(text => text.SubmissionKey).HasMaxLength(DiscussedText.SubmissionKeyMaxLength);
        builder.Property(text => text.Version).IsConcurrencyToken();
        builder.ComplexProperty(text => text.Lead);
        builder.HasPublication();
        builder.HasIndex(text => text.Number).IsUnique();
        builder.HasIndex(text => text.SubmissionKey).IsUnique();
        builder.HasOne<Process>().WithMany().HasForeignKey(text => text.ProcessId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StrategyPaper>().WithMany().HasForeignKey(text => text.StrategyId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Paper>().WithMany().HasForeignKey(text => text.PaperId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(text => text.Passages).WithOne(passage => passage.Text).HasForeignKey(passage => passage.TextId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(text => text.Passages).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class PassageMapping : IEntityTypeConfiguration<TextPassage>
{
    public void Configure(EntityTypeBuilder<TextPassage> builder)
    {
        builder.ToTable("passages");
        builder.HasKey(passage => passage.Id);
        builder.Property(passage => passage.Id).ValueGeneratedNever();
        builder.ComplexProperty(passage => passage.Body);
        builder.HasIndex(passage => passage.Number).IsUnique();
        builder.HasIndex(passage => new { passage.TextId, passage.Order });
    }
}
