using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;

namespace Participation.Web.Data.Mappings;

internal sealed class IdeaMapping : IEntityTypeConfiguration<Idea>
{
    public void Configure(EntityTypeBuilder<Idea> builder)
    {
        builder.ToTable("ideas");
        builder.HasKey(idea => idea.Id);
        builder.Property(idea => idea.Id).ValueGeneratedNever();
        builder.Property(idea => idea.Title).HasMaxLength(IdeaText.TitleMaxLength);
        builder.Property(idea => idea.Summary).HasMaxLength(IdeaText.SummaryMaxLength);
        builder.ComplexProperty(idea => idea.Body);
        builder.Property(idea => idea.TopicKey).HasMaxLength(Topic.KeyMaxLength);
        builder.Property(idea => idea.DistrictKey).HasMaxLength(District.KeyMaxLength);
        builder.Property(idea => idea.Place).HasMaxLength(IdeaText.PlaceMaxLength);
        builder.Property(idea => idea.ResponsibleUnit).HasMaxLength(OfficialAnswer.UnitMaxLength);
        builder.Property(idea => idea.LockReason).HasMaxLength(Idea.ReasonMaxLength);
        builder.Property(idea => idea.RemovalReason).HasMaxLength(Idea.ReasonMaxLength);
        builder.Property(idea => idea.SubmissionKey).HasMaxLength(Idea.SubmissionKeyMaxLength);
        builder.Property(idea => idea.Version).IsConcurrencyToken();
        builder.Ignore(idea => idea.Stances).Ignore(idea => idea.IsPublic).Ignore(idea => idea.IsReadable).Ignore(idea => idea.Subject).Ignore(idea => idea.Discussion).Ignore(idea => idea.Writer);
        builder.HasOne<Process>().WithMany().HasForeignKey(idea => idea.ProcessId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(idea => idea.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(idea => idea.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(idea => idea.ResponsibleOrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Idea>().WithMany().HasForeignKey(idea => idea.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Topic>().WithMany().HasForeignKey(idea => idea.TopicKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(idea => idea.DistrictKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(idea => idea.Number).IsUnique();
        builder.HasIndex(idea => new { idea.AuthorId, idea.SubmissionKey }).IsUnique();
        builder.HasIndex(idea => new { idea.ActiveAt, idea.Number });
        builder.HasIndex(idea => new { idea.PublishedAt, idea.Number });
        builder.HasIndex(idea => new { idea.ForCount, idea.Number });
        builder.HasIndex(idea => new { idea.Contention, idea.Number });
        builder.HasIndex(idea => new { idea.Status, idea.SubmittedAt });
        builder.HasIndex(idea => idea.ActiveAt).HasFilter("needs_look").HasDatabaseName("ix_ideas_needs_look");
        builder.HasMany(idea => idea.Versions).WithOne().HasForeignKey(version => version.IdeaId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(idea => idea.Events).WithOne().HasForeignKey(step => step.IdeaId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(idea => idea.Answers).WithOne().HasForeignKey(answer => answer.IdeaId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class IdeaVersionMapping : IEntityTypeConfiguration<IdeaVersion>
{
    public void Configure(EntityTypeBuilder<IdeaVersion> builder)
    {
        builder.ToTable("idea_versions");
        builder.HasKey(version => version.Id);
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.Property(version => version.Title).HasMaxLength(IdeaText.TitleMaxLength);
        builder.Property(version => version.Summary).HasMaxLength(IdeaText.SummaryMaxLength);
        builder.HasIndex(version => new { version.IdeaId, version.Number }).IsUnique();
    }
}

internal sealed class IdeaEventMapping : IEntityTypeConfiguration<IdeaEvent>
{
    public void Configure(EntityTypeBuilder<IdeaEvent> builder)
    {
        builder.ToTable("idea_events");
        builder.HasKey(step => step.Id);
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.Note).HasMaxLength(IdeaEvent.NoteMaxLength);
        builder.HasIndex(step => new { step.IdeaId, step.At });
    }
}

internal sealed class OfficialAnswerMapping : IEntityTypeConfiguration<OfficialAnswer>
{
    public void Configure(EntityTypeBuilder<OfficialAnswer> builder)
    {
        builder.ToTable("official_answers");
        builder.HasKey(answer => answer.Id);
        builder.Property(answer => answer.Id).ValueGeneratedNever();
        builder.ComplexProperty(answer => answer.Text);
        builder.Property(answer => answer.ResponsibleUnit).HasMaxLength(OfficialAnswer.UnitMaxLength);
        builder.HasIndex(answer => new { answer.IdeaId, answer.AnsweredAt });
        builder.HasIndex(answer => answer.AnsweredAt);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(answer => answer.ResponsibleOrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(answer => answer.AnsweredBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Resolution>().WithMany().HasForeignKey(answer => answer.ResolutionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StanceMapping : IEntityTypeConfiguration<Stance>
{
    public void Configure(EntityTypeBuilder<Stance> builder)
    {
        builder.ToTable("stances");
        builder.HasKey(stance => new { stance.IdeaId, stance.PersonId });
        builder.HasOne<Idea>().WithMany().HasForeignKey(stance => stance.IdeaId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(stance => stance.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TopicMapping : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> builder)
    {
        builder.ToTable("topics");
        builder.HasKey(topic => topic.Key);
        builder.Property(topic => topic.Key).HasMaxLength(Topic.KeyMaxLength);
        builder.Property(topic => topic.Name).HasMaxLength(Topic.NameMaxLength);
        builder.Property(topic => topic.Description).HasMaxLength(Topic.DescriptionMaxLength);
    }
}

internal sealed class DistrictMapping : IEntityTypeConfiguration<District>
{
    public void Configure(EntityTypeBuilder<District> builder)
    {
        builder.ToTable("districts");
        builder.HasKey(district => district.Key);
        builder.Property(district => district.Key).HasMaxLength(District.KeyMaxLength);
        builder.Property(district => district.Name).HasMaxLength(District.NameMaxLength);
    }
}
