using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Ideas;
using Participation.Domain.Proposals;

namespace Participation.Web.Data.Mappings;

/// <summary>What all council objects have in common.</summary>
internal static class CouncilMapping
{
    public static void IsCouncilRecord<T>(this EntityTypeBuilder<T> builder, string table) where T : CouncilRecord
    {
        builder.ToTable(table);
        builder.Property(record => record.Origin).HasMaxLength(CouncilRecord.OriginMaxLength);
        builder.Property(record => record.Version).IsConcurrencyToken();
        builder.HasIndex(record => record.Number).IsUnique();
        builder.HasIndex(record => record.Origin).IsUnique();
        builder.HasIndex(record => record.ChangedAt);
        builder.Ignore(record => record.IsImported);
    }
}

internal sealed class LegislativeTermMapping : IEntityTypeConfiguration<LegislativeTerm>
{
    public void Configure(EntityTypeBuilder<LegislativeTerm> builder)
    {
        builder.IsCouncilRecord("legislative_terms");
        builder.HasKey(term => term.Id);
        builder.Property(term => term.Id).ValueGeneratedNever();
        builder.Property(term => term.Name).HasMaxLength(LegislativeTerm.NameMaxLength);
        builder.HasPublication();
    }
}

internal sealed class BodyMapping : IEntityTypeConfiguration<Body>
{
    public void Configure(EntityTypeBuilder<Body> builder)
    {
        builder.IsCouncilRecord("bodies");
        builder.HasKey(body => body.Id);
        builder.Property(body => body.Id).ValueGeneratedNever();
        builder.Property(body => body.Name).HasMaxLength(Body.NameMaxLength);
        builder.Property(body => body.ShortName).HasMaxLength(Body.ShortNameMaxLength);
        builder.Property(body => body.Classification).HasMaxLength(Body.ClassificationMaxLength);
        builder.Property(body => body.Note).HasMaxLength(Body.NoteMaxLength);
        builder.HasPublication();
        builder.HasOne<Body>().WithMany().HasForeignKey(body => body.PredecessorId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(body => body.Terms, term =>
        {
            term.ToTable("body_terms");
            term.WithOwner().HasForeignKey(t => t.BodyId);
            term.HasKey(t => new { t.BodyId, t.TermId });
            term.HasIndex(t => t.TermId);
            term.HasOne<LegislativeTerm>().WithMany().HasForeignKey(t => t.TermId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Navigation(body => body.Terms).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}

internal sealed class CouncilPersonMapping : IEntityTypeConfiguration<CouncilPerson>
{
    public void Configure(EntityTypeBuilder<CouncilPerson> builder)
    {
        builder.IsCouncilRecord("council_people");
        builder.HasKey(person => person.Id);
        builder.Property(person => person.Id).ValueGeneratedNever();
        builder.Property(person => person.Name).HasMaxLength(CouncilPerson.NameMaxLength);
        builder.Property(person => person.FamilyName).HasMaxLength(CouncilPerson.NameMaxLength);
        builder.Property(person => person.GivenName).HasMaxLength(CouncilPerson.NameMaxLength);
        builder.HasPublication();
        builder.HasMany(person => person.Memberships).WithOne().HasForeignKey(membership => membership.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(person => person.Memberships).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class BodyMembershipMapping : IEntityTypeConfiguration<BodyMembership>
{
    public void Configure(EntityTypeBuilder<BodyMembership> builder)
    {
        builder.IsCouncilRecord("body_memberships");
        builder.HasKey(membership => membership.Id);
        builder.Property(membership => membership.Id).ValueGeneratedNever();
        builder.Property(membership => membership.Role).HasMaxLength(BodyMembership.RoleMaxLength);
        builder.HasIndex(membership => membership.BodyId);
        builder.HasOne<Body>().WithMany().HasForeignKey(membership => membership.BodyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LocationMapping : IEntityTypeConfiguration<Location>
{
    public void Configure(EntityTypeBuilder<Location> builder)
    {
        builder.IsCouncilRecord("locations");
        builder.HasKey(location => location.Id);
        builder.Property(location => location.Id).ValueGeneratedNever();
        builder.ComplexProperty(location => location.Plan, plan =>
        {
            plan.Property(p => p.Description).HasMaxLength(Location.DescriptionMaxLength);
            plan.Property(p => p.StreetAddress).HasMaxLength(Location.PartMaxLength);
            plan.Property(p => p.Room).HasMaxLength(Location.PartMaxLength);
            plan.Property(p => p.PostalCode).HasMaxLength(Location.PartMaxLength);
            plan.Property(p => p.Locality).HasMaxLength(Location.PartMaxLength);
        });
    }
}

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.IsCouncilRecord("meetings");
        builder.HasKey(meeting => meeting.Id);
        builder.Property(meeting => meeting.Id).ValueGeneratedNever();
        builder.Property(meeting => meeting.Name).HasMaxLength(Meeting.NameMaxLength);
        builder.ComplexProperty(meeting => meeting.Note);
        builder.HasPublication();
        builder.HasIndex(meeting => meeting.Start);
        builder.HasIndex(meeting => new { meeting.BodyId, meeting.Start });
        builder.HasOne<Body>().WithMany().HasForeignKey(meeting => meeting.BodyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Location>().WithMany().HasForeignKey(meeting => meeting.LocationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(meeting => meeting.Items).WithOne().HasForeignKey(item => item.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(meeting => meeting.Items).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class AgendaItemMapping : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.IsCouncilRecord("agenda_items");
        builder.HasKey(item => item.Id);
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Sign).HasMaxLength(AgendaItem.SignMaxLength);
        builder.Property(item => item.Name).HasMaxLength(AgendaItem.NameMaxLength);
        builder.HasIndex(item => new { item.MeetingId, item.Order });
    }
}

internal sealed class PaperMapping : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> builder)
    {
        builder.IsCouncilRecord("papers");
        builder.HasKey(paper => paper.Id);
        builder.Property(paper => paper.Id).ValueGeneratedNever();
        builder.Property(paper => paper.Name).HasMaxLength(Paper.NameMaxLength);
        builder.Property(paper => paper.Reference).HasMaxLength(Paper.ReferenceMaxLength);
        builder.Property(paper => paper.PaperType).HasMaxLength(Paper.TypeMaxLength);
        builder.ComplexProperty(paper => paper.Summary);
        builder.HasPublication();
        builder.HasIndex(paper => new { paper.Date, paper.Number });
        builder.HasOne<Body>().WithMany().HasForeignKey(paper => paper.UnderDirectionOfId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(paper => paper.Consultations).WithOne().HasForeignKey(consultation => consultation.PaperId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(paper => paper.Consultations).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasMany(paper => paper.Ideas).WithOne().HasForeignKey(origin => origin.PaperId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(paper => paper.Proposals).WithOne().HasForeignKey(origin => origin.PaperId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(paper => paper.Ideas).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(paper => paper.Proposals).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class PaperIdeaMapping : IEntityTypeConfiguration<PaperIdea>
{
    public void Configure(EntityTypeBuilder<PaperIdea> builder)
    {
        builder.ToTable("paper_ideas");
        builder.HasKey(origin => new { origin.PaperId, origin.IdeaId });
        builder.HasIndex(origin => origin.IdeaId);
        builder.HasOne<Idea>().WithMany().HasForeignKey(origin => origin.IdeaId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PaperProposalMapping : IEntityTypeConfiguration<PaperProposal>
{
    public void Configure(EntityTypeBuilder<PaperProposal> builder)
    {
        builder.ToTable("paper_proposals");
        builder.HasKey(origin => new { origin.PaperId, origin.ProposalId });
        builder.HasIndex(origin => origin.ProposalId);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(origin => origin.ProposalId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ConsultationMapping : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.IsCouncilRecord("consultations");
        builder.HasKey(consultation => consultation.Id);
        builder.Property(consultation => consultation.Id).ValueGeneratedNever();
        builder.HasIndex(consultation => consultation.PaperId);
        builder.HasIndex(consultation => consultation.AgendaItemId);
        builder.HasIndex(consultation => consultation.MeetingId);
        builder.HasOne<Body>().WithMany().HasForeignKey(consultation => consultation.BodyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(consultation => consultation.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(consultation => consultation.AgendaItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ResolutionMapping : IEntityTypeConfiguration<Resolution>
{
    public void Configure(EntityTypeBuilder<Resolution> builder)
    {
        builder.IsCouncilRecord("resolutions");
        builder.HasKey(resolution => resolution.Id);
        builder.Property(resolution => resolution.Id).ValueGeneratedNever();
        builder.Property(resolution => resolution.Text).HasMaxLength(Resolution.TextMaxLength);
        builder.Property(resolution => resolution.RetractReason).HasMaxLength(Resolution.ReasonMaxLength);
        builder.Ignore(resolution => resolution.Votes);
        builder.HasIndex(resolution => resolution.AgendaItemId).IsUnique();
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(resolution => resolution.AgendaItemId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(resolution => resolution.PublishedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlannedResolutionMapping : IEntityTypeConfiguration<PlannedResolution>
{
    public void Configure(EntityTypeBuilder<PlannedResolution> builder)
    {
        builder.ToTable("planned_resolutions");
        builder.HasKey(plan => plan.AgendaItemId);
        builder.Property(plan => plan.AgendaItemId).ValueGeneratedNever();
        builder.Property(plan => plan.Form).HasMaxLength(PlannedResolution.FormMaxLength);
        builder.HasIndex(plan => plan.From);
        builder.HasIndex(plan => plan.PlannedBy);
        builder.HasOne<AgendaItem>().WithOne().HasForeignKey<PlannedResolution>(plan => plan.AgendaItemId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(plan => plan.PlannedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
