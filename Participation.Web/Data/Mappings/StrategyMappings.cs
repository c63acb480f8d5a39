using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Participation.Domain.Strategy;

namespace Participation.Web.Data.Mappings;

internal sealed class StrategyPaperMapping : IEntityTypeConfiguration<StrategyPaper>
{
    public void Configure(EntityTypeBuilder<StrategyPaper> builder)
    {
        builder.ToTable("strategies");
        builder.HasKey(paper => paper.Id);
        builder.Property(paper => paper.Id).ValueGeneratedNever();
        builder.Property(paper => paper.Title).HasMaxLength(StrategyPaper.TitleMaxLength);
        builder.Property(paper => paper.Subtitle).HasMaxLength(StrategyPaper.SubtitleMaxLength);
        builder.Property(paper => paper.Publisher).HasMaxLength(StrategyPaper.PublisherMaxLength);
        builder.Property(paper => paper.Notice).HasMaxLength(StrategyPaper.NoticeMaxLength);
        builder.Property(paper => paper.Version).IsConcurrencyToken();
        builder.ComplexProperty(paper => paper.Summary);
        builder.ComplexProperty(paper => paper.File, file =>
        {
            file.Property(f => f.Address).HasMaxLength(PaperFile.AddressMaxLength);
            file.Property(f => f.Place).HasMaxLength(PaperFile.PlaceMaxLength);
            file.Property(f => f.Format).HasMaxLength(PaperFile.FormatMaxLength);
            file.Property(f => f.Dated).HasConversion(new Written()).HasMaxLength(PartialDate.MaxLength);
        });
        builder.HasPublication();
        builder.OwnsMany(paper => paper.StatusDates, date =>
        {
            date.ToTable("strategy_status_dates");
            date.WithOwner().HasForeignKey("StrategyId");
            date.HasKey("StrategyId", nameof(StatusDate.Order));
            date.Property(d => d.Order).ValueGeneratedNever();
            date.Property(d => d.On).HasConversion(new Written()).HasMaxLength(PartialDate.MaxLength);
            date.Property(d => d.Label).HasMaxLength(StatusDate.LabelMaxLength);
            date.Property(d => d.Source).HasMaxLength(StatusDate.SourceMaxLength);
        });
        builder.Navigation(paper => paper.StatusDates).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasMany(paper => paper.Fields).WithOne().HasForeignKey(field => field.StrategyId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(paper => paper.Fields).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    private sealed class Written() : ValueConverter<PartialDate, string>(date => date.ToString(), text => PartialDate.Parse(text));
}

internal sealed class FieldOfActionMapping : IEntityTypeConfiguration<FieldOfAction>
{
    public void Configure(EntityTypeBuilder<FieldOfAction> builder)
    {
        builder.ToTable("fields_of_action");
        builder.HasKey(field => field.Id);
        builder.Property(field => field.Id).ValueGeneratedNever();
        builder.Property(field => field.Title).HasMaxLength(FieldOfAction.TitleMaxLength);
        builder.Property(field => field.Description).HasMaxLength(FieldOfAction.DescriptionMaxLength);
        builder.HasIndex(field => new { field.StrategyId, field.Order });
    }
}
