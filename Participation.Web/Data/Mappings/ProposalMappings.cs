using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;

namespace Participation.Web.Data.Mappings;

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("proposals");
        builder.HasKey(proposal => proposal.Id);
        builder.Property(proposal => proposal.Id).ValueGeneratedNever();
        builder.Property(proposal => proposal.Title).HasMaxLength(Proposal.TitleMaxLength);
        builder.Property(proposal => proposal.Summary).HasMaxLength(Proposal.SummaryMaxLength);
        builder.Ignore(proposal => proposal.Signatories);
        builder.Ignore(proposal => proposal.Signatures);
        builder.Ignore(proposal => proposal.Awaited);
        builder.Property(proposal => proposal.HiddenReason).HasMaxLength(Domain.Moderation.Moderated.HiddenReasonMaxLength);
        builder.Property(proposal => proposal.ContentHash).HasMaxLength(SignOff.HashLength);
        builder.Property(proposal => proposal.Committee).HasMaxLength(Proposal.CommitteeMaxLength);
        builder.Property(proposal => proposal.CommitteeReference).HasMaxLength(Proposal.ReferenceMaxLength);
        builder.Property(proposal => proposal.Version).IsConcurrencyToken();
        builder.Property(proposal => proposal.SubmissionKey).HasMaxLength(Idea.SubmissionKeyMaxLength);
        builder.HasIndex(proposal => proposal.Number).IsUnique();
        builder.HasIndex(proposal => new { proposal.StartedBy, proposal.SubmissionKey }).IsUnique();
        builder.HasIndex(proposal => new { proposal.Status, proposal.ActiveAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(proposal => proposal.StartedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(proposal => proposal.Authors).WithOne().HasForeignKey(author => author.ProposalId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(proposal => proposal.Ideas).WithOne().HasForeignKey(idea => idea.ProposalId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(proposal => proposal.Costs).WithOne().HasForeignKey(cost => cost.ProposalId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(proposal => proposal.SignOffs).WithOne().HasForeignKey(signed => signed.ProposalId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(proposal => proposal.Sections).WithOne().HasForeignKey(text => text.ProposalId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ProposalAuthorMapping : IEntityTypeConfiguration<ProposalAuthor>
{
    public void Configure(EntityTypeBuilder<ProposalAuthor> builder)
    {
        builder.ToTable("proposal_authors");
        builder.HasKey(author => new { author.ProposalId, author.OrganisationId });
        builder.HasIndex(author => author.OrganisationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(author => author.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignOffMapping : IEntityTypeConfiguration<SignOff>
{
    public void Configure(EntityTypeBuilder<SignOff> builder)
    {
        builder.ToTable("proposal_sign_offs");
        builder.HasKey(signed => new { signed.ProposalId, signed.Round, signed.OrganisationId });
        builder.Property(signed => signed.ContentHash).HasMaxLength(SignOff.HashLength);
        builder.Property(signed => signed.Reason).HasMaxLength(SignOff.ReasonMaxLength);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(signed => signed.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(signed => signed.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SignReminderMapping : IEntityTypeConfiguration<SignReminder>
{
    public void Configure(EntityTypeBuilder<SignReminder> builder)
    {
        builder.ToTable("proposal_reminders");
        builder.HasKey(reminder => new { reminder.ProposalId, reminder.Round, reminder.SignBy, reminder.Kind });
        builder.HasOne<Proposal>().WithMany().HasForeignKey(reminder => reminder.ProposalId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ProposalPdfMapping : IEntityTypeConfiguration<ProposalPdf>
{
    public void Configure(EntityTypeBuilder<ProposalPdf> builder)
    {
        builder.ToTable("proposal_pdfs");
        builder.HasKey(file => file.ProposalId);
        builder.Property(file => file.ProposalId).ValueGeneratedNever();
        builder.Property(file => file.ContentHash).HasMaxLength(SignOff.HashLength);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(file => file.ProposalId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ProposalIdeaMapping : IEntityTypeConfiguration<ProposalIdea>
{
    public void Configure(EntityTypeBuilder<ProposalIdea> builder)
    {
        builder.ToTable("proposal_ideas");
        builder.HasKey(idea => new { idea.ProposalId, idea.IdeaId });
        builder.HasIndex(idea => idea.IdeaId);
        builder.HasOne<Idea>().WithMany().HasForeignKey(idea => idea.IdeaId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CostItemMapping : IEntityTypeConfiguration<CostItem>
{
    public void Configure(EntityTypeBuilder<CostItem> builder)
    {
        builder.ToTable("proposal_costs");
        builder.HasKey(cost => cost.Id);
        builder.Property(cost => cost.Id).ValueGeneratedNever();
        builder.Property(cost => cost.Label).HasMaxLength(CostItem.LabelMaxLength);
        builder.HasIndex(cost => new { cost.ProposalId, cost.Position });
    }
}

internal sealed class SharedTextMapping : IEntityTypeConfiguration<SharedText>
{
    public void Configure(EntityTypeBuilder<SharedText> builder)
    {
        builder.ToTable("shared_texts");
        builder.HasKey(text => text.Id);
        builder.Property(text => text.Id).ValueGeneratedNever();
        builder.HasIndex(text => new { text.ProposalId, text.Section }).IsUnique();
    }
}

internal sealed class SharedTextUpdateMapping : IEntityTypeConfiguration<SharedTextUpdate>
{
    public void Configure(EntityTypeBuilder<SharedTextUpdate> builder)
    {
        builder.ToTable("shared_text_updates");
        builder.HasKey(update => new { update.TextId, update.Version });
        builder.Property(update => update.Version).ValueGeneratedNever();
        builder.Property(update => update.Client).HasMaxLength(SharedTextUpdate.ClientMaxLength);
        builder.HasIndex(update => update.PersonId);
        builder.HasOne<SharedText>().WithMany().HasForeignKey(update => update.TextId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(update => update.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(update => update.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
