using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Uploads;
using Participation.Web.Accounts;

namespace Participation.Web.Data.Mappings;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.HasKey(notice => notice.Id);
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.Property(notice => notice.Explanation).HasMaxLength(Notice.ExplanationMaxLength);
        builder.Property(notice => notice.Name).HasMaxLength(Notice.NameMaxLength);
        builder.Property(notice => notice.Email).HasMaxLength(Notice.EmailMaxLength);
        builder.Property(notice => notice.Language).HasMaxLength(2);
        builder.Property(notice => notice.KeyHash).HasMaxLength(SecretHash.Length);
        builder.HasIndex(notice => notice.Number).IsUnique();
        builder.HasIndex(notice => notice.KeyHash).IsUnique();
        builder.HasIndex(notice => new { notice.SubjectId, notice.SubjectKind });
        builder.HasIndex(notice => new { notice.NotifierId, notice.SubjectId, notice.TextVersion }).IsUnique();
        builder.HasIndex(notice => new { notice.Outcome, notice.ReceivedAt });
        builder.HasIndex(notice => notice.ReceivedAt);
        builder.HasIndex(notice => new { notice.Email, notice.ReceivedAt });
        builder.HasIndex(notice => new { notice.ToldAt, notice.DecidedAt });
        builder.HasOne<Person>().WithMany().HasForeignKey(notice => notice.NotifierId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(notice => notice.DecisionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReportedVersionMapping : IEntityTypeConfiguration<ReportedVersion>
{
    public void Configure(EntityTypeBuilder<ReportedVersion> builder)
    {
        builder.ToTable("reported_versions");
        builder.HasKey(version => version.Id);
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.HasIndex(version => new { version.SubjectId, version.SubjectKind, version.TextVersion }).IsUnique();
        builder.HasIndex(version => version.KeptAt);
        builder.HasIndex(version => version.AuthorId);
        builder.HasOne<Person>().WithMany().HasForeignKey(version => version.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(version => version.Images).WithOne().HasForeignKey(image => image.VersionId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(version => version.Images).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ReportedImageMapping : IEntityTypeConfiguration<ReportedImage>
{
    public void Configure(EntityTypeBuilder<ReportedImage> builder)
    {
        builder.ToTable("reported_images");
        builder.HasKey(image => new { image.VersionId, image.UploadId });
        builder.HasOne<Upload>().WithMany().HasForeignKey(image => image.UploadId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ComplaintMapping : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.ToTable("complaints");
        builder.HasKey(complaint => complaint.Id);
        builder.Property(complaint => complaint.Id).ValueGeneratedNever();
        builder.Property(complaint => complaint.Text).HasMaxLength(Complaint.TextMaxLength);
        builder.Property(complaint => complaint.Reasons).HasMaxLength(Complaint.ReasonsMaxLength);
        builder.HasIndex(complaint => complaint.Number).IsUnique();
        builder.HasIndex(complaint => new { complaint.DecisionId, complaint.FiledBy }).IsUnique();
        builder.HasIndex(complaint => complaint.NoticeId).IsUnique();
        builder.HasIndex(complaint => complaint.Outcome);
        builder.HasIndex(complaint => new { complaint.ToldAt, complaint.DecidedAt });
        builder.HasOne<Decision>().WithMany().HasForeignKey(complaint => complaint.DecisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(complaint => complaint.GrantedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Notice>().WithMany().HasForeignKey(complaint => complaint.NoticeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(complaint => complaint.FiledBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(complaint => complaint.DecidedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
