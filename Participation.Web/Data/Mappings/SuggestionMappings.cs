using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;

namespace Participation.Web.Data.Mappings;

internal sealed class SuggestionMapping : IEntityTypeConfiguration<Suggestion>
{
    /// <summary>Longest key of a form, in characters.</summary>
    internal const int KeyMaxLength = 64;

    public void Configure(EntityTypeBuilder<Suggestion> builder)
    {
        builder.ToTable("suggestions");
        builder.HasKey(suggestion => suggestion.Id);
        builder.Property(suggestion => suggestion.Id).ValueGeneratedNever();
        builder.ComplexProperty(suggestion => suggestion.Passage, passage => passage.Property(p => p.Quote).HasMaxLength(Passage.MaxLength));
        builder.Property(suggestion => suggestion.Replacement).HasMaxLength(Suggestion.ReplacementMaxLength);
        builder.Property(suggestion => suggestion.Reason).HasMaxLength(Suggestion.ReasonMaxLength);
        builder.Property(suggestion => suggestion.HiddenReason).HasMaxLength(Domain.Moderation.Moderated.HiddenReasonMaxLength);
        builder.Property(suggestion => suggestion.Answer).HasMaxLength(Suggestion.ReasonMaxLength);
        builder.Property(suggestion => suggestion.SubmissionKey).HasMaxLength(KeyMaxLength);
        builder.Property(suggestion => suggestion.Version).IsConcurrencyToken();
        builder.HasIndex(suggestion => new { suggestion.ProposalId, suggestion.Number }).IsUnique();
        builder.HasIndex(suggestion => new { suggestion.ProposalId, suggestion.Status });
        builder.HasIndex(suggestion => new { suggestion.AuthorId, suggestion.SubmissionKey }).IsUnique();
        builder.HasIndex(suggestion => new { suggestion.NeedsLook, suggestion.At });
        builder.HasIndex(suggestion => new { suggestion.IsHeld, suggestion.At });
        builder.HasIndex(suggestion => suggestion.DecidedBy);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(suggestion => suggestion.ProposalId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(suggestion => suggestion.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(suggestion => suggestion.DecidedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(suggestion => suggestion.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(suggestion => suggestion.DecidedFor).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PassageCommentMapping : IEntityTypeConfiguration<PassageComment>
{
    public void Configure(EntityTypeBuilder<PassageComment> builder)
    {
        builder.ToTable("passage_comments");
        builder.HasKey(comment => comment.Id);
        builder.Property(comment => comment.Id).ValueGeneratedNever();
        builder.ComplexProperty(comment => comment.Passage, passage => passage.Property(p => p.Quote).HasMaxLength(Passage.MaxLength));
        builder.Property(comment => comment.Body).HasMaxLength(PassageComment.BodyMaxLength);
        builder.Property(comment => comment.HiddenReason).HasMaxLength(Domain.Moderation.Moderated.HiddenReasonMaxLength);
        builder.Property(comment => comment.SubmissionKey).HasMaxLength(SuggestionMapping.KeyMaxLength);
        builder.Property(comment => comment.Version).IsConcurrencyToken();
        builder.HasIndex(comment => new { comment.ProposalId, comment.Number }).IsUnique();
        builder.HasIndex(comment => new { comment.AuthorId, comment.SubmissionKey }).IsUnique();
        builder.HasIndex(comment => comment.ParentId);
        builder.HasIndex(comment => comment.ResolvedBy);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(comment => comment.ProposalId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PassageComment>().WithMany().HasForeignKey(comment => comment.ParentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(comment => comment.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(comment => comment.ResolvedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(comment => comment.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
