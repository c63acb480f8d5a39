using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;

namespace Participation.Web.Data.Mappings;

internal sealed class CommentMapping : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("comments");
        builder.HasKey(comment => comment.Id);
        builder.Property(comment => comment.Id).ValueGeneratedNever();
        builder.Property(comment => comment.Path).HasMaxLength(Comment.PathMaxLength);
        builder.ComplexProperty(comment => comment.Body);
        builder.Property(comment => comment.LockReason).HasMaxLength(Comment.ReasonMaxLength);
        builder.Property(comment => comment.RemovalReason).HasMaxLength(Comment.ReasonMaxLength);
        builder.Property(comment => comment.SubmissionKey).HasMaxLength(Domain.Ideas.Idea.SubmissionKeyMaxLength);
        builder.Property(comment => comment.Version).IsConcurrencyToken();
        builder.Ignore(comment => comment.IsVisible);
        builder.HasOne<Comment>().WithMany().HasForeignKey(comment => comment.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(comment => comment.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(comment => comment.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(comment => new { comment.SubjectKind, comment.SubjectId, comment.Number }).IsUnique();
        builder.HasIndex(comment => new { comment.SubjectId, comment.Depth, comment.ThreadActiveAt });
        builder.HasIndex(comment => new { comment.RootId, comment.Path });
        builder.HasIndex(comment => new { comment.AuthorId, comment.SubmissionKey }).IsUnique();
        builder.HasIndex(comment => new { comment.Status, comment.PostedAt });
        builder.HasIndex(comment => comment.PostedAt).HasFilter("needs_look").HasDatabaseName("ix_comments_needs_look");
        builder.HasMany(comment => comment.Versions).WithOne().HasForeignKey(version => version.CommentId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CommentVersionMapping : IEntityTypeConfiguration<CommentVersion>
{
    public void Configure(EntityTypeBuilder<CommentVersion> builder)
    {
        builder.ToTable("comment_versions");
        builder.HasKey(version => version.Id);
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.HasIndex(version => new { version.CommentId, version.Number }).IsUnique();
    }
}

internal sealed class CommentAddressMapping : IEntityTypeConfiguration<CommentAddress>
{
    public void Configure(EntityTypeBuilder<CommentAddress> builder)
    {
        builder.ToTable("comment_addresses");
        builder.HasKey(address => new { address.IdeaNumber, address.CommentNumber });
        builder.HasOne<Comment>().WithMany().HasForeignKey(address => address.CommentId).OnDelete(DeleteBehavior.Cascade);
    }
}
