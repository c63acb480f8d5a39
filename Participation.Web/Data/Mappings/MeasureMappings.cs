using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Ideas;
using Participation.Domain.Proposals;
using Participation.Domain.Strategy;
using Participation.Domain.Strategy.Measures;

namespace Participation.Web.Data.Mappings;

internal sealed class MeasureMapping : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.ToTable("measures");
        builder.HasKey(measure => measure.Id);
        builder.Property(measure => measure.Id).ValueGeneratedNever();
        builder.Property(measure => measure.Title).HasMaxLength(Measure.TitleMaxLength);
        builder.Property(measure => measure.ResponsibleUnit).HasMaxLength(Measure.UnitMaxLength);
        builder.Property(measure => measure.StatusReason).HasMaxLength(Measure.ReasonMaxLength);
        builder.Property(measure => measure.Version).IsConcurrencyToken();
        builder.ComplexProperty(measure => measure.Description);
        builder.HasPublication();
        builder.HasIndex(measure => measure.Number).IsUnique();
        builder.HasIndex(measure => measure.FieldId);
        builder.HasIndex(measure => measure.ResponsibleOrganisationId);
        builder.HasOne<FieldOfAction>().WithMany().HasForeignKey(measure => measure.FieldId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(measure => measure.ResponsibleOrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(measure => measure.Milestones).WithOne().HasForeignKey(milestone => milestone.MeasureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(measure => measure.Ideas).WithOne().HasForeignKey(link => link.MeasureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(measure => measure.Proposals).WithOne().HasForeignKey(link => link.MeasureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(measure => measure.Papers).WithOne().HasForeignKey(link => link.MeasureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(measure => measure.History).WithOne().HasForeignKey(change => change.MeasureId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MilestoneMapping : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("milestones");
        builder.HasKey(milestone => milestone.Id);
        builder.Property(milestone => milestone.Id).ValueGeneratedNever();
        builder.Property(milestone => milestone.Title).HasMaxLength(Milestone.TitleMaxLength);
        builder.HasIndex(milestone => new { milestone.MeasureId, milestone.DueOn });
    }
}

internal sealed class MeasureIdeaMapping : IEntityTypeConfiguration<MeasureIdea>
{
    public void Configure(EntityTypeBuilder<MeasureIdea> builder)
    {
        builder.ToTable("measure_ideas");
        builder.HasKey(link => new { link.MeasureId, link.IdeaId });
        builder.HasIndex(link => link.IdeaId);
        builder.HasOne<Idea>().WithMany().HasForeignKey(link => link.IdeaId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeasureProposalMapping : IEntityTypeConfiguration<MeasureProposal>
{
    public void Configure(EntityTypeBuilder<MeasureProposal> builder)
    {
        builder.ToTable("measure_proposals");
        builder.HasKey(link => new { link.MeasureId, link.ProposalId });
        builder.HasIndex(link => link.ProposalId);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(link => link.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeasurePaperMapping : IEntityTypeConfiguration<MeasurePaper>
{
    public void Configure(EntityTypeBuilder<MeasurePaper> builder)
    {
        builder.ToTable("measure_papers");
        builder.HasKey(link => new { link.MeasureId, link.PaperId });
        builder.HasIndex(link => link.PaperId);
        builder.HasOne<Paper>().WithMany().HasForeignKey(link => link.PaperId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeasureChangeMapping : IEntityTypeConfiguration<MeasureChange>
{
    public void Configure(EntityTypeBuilder<MeasureChange> builder)
    {
        builder.ToTable("measure_changes");
        builder.HasKey(change => change.Id);
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.Milestone).HasMaxLength(Milestone.TitleMaxLength);
        builder.Property(change => change.Before).HasMaxLength(MeasureChange.ValueMaxLength);
        builder.Property(change => change.After).HasMaxLength(MeasureChange.ValueMaxLength);
        builder.Property(change => change.Reason).HasMaxLength(Measure.ReasonMaxLength);
        builder.HasIndex(change => new { change.MeasureId, change.At });
        builder.HasIndex(change => change.By);
        builder.HasOne<Person>().WithMany().HasForeignKey(change => change.By).OnDelete(DeleteBehavior.Restrict);
    }
}
