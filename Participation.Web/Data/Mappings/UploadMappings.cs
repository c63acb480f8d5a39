using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Uploads;

namespace Participation.Web.Data.Mappings;

internal sealed class UploadMapping : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.ToTable("uploads");
        builder.HasKey(upload => upload.Id);
        builder.Property(upload => upload.Id).ValueGeneratedNever();
        builder.Property(upload => upload.Alt).HasMaxLength(Upload.AltMaxLength);
        builder.Property(upload => upload.Hash).HasMaxLength(Upload.HashLength);
        builder.HasIndex(upload => new { upload.OwnerId, upload.CreatedAt });
        builder.HasIndex(upload => upload.UsedById);
        builder.HasIndex(upload => upload.ChangedAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(upload => upload.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(upload => upload.Files).WithOne().HasForeignKey(file => file.UploadId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UploadFileMapping : IEntityTypeConfiguration<UploadFile>
{
    public void Configure(EntityTypeBuilder<UploadFile> builder)
    {
        builder.ToTable("upload_files");
        builder.HasKey(file => new { file.UploadId, file.Width });
        builder.Property(file => file.Width).ValueGeneratedNever();
    }
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("documents");
        builder.HasKey(document => document.Id);
        builder.Property(document => document.Id).ValueGeneratedNever();
        builder.Property(document => document.Title).HasMaxLength(Document.TitleMaxLength);
        builder.Property(document => document.Hash).HasMaxLength(Upload.HashLength);
        builder.Property(document => document.Sha512).HasMaxLength(Document.Sha512Length);
        builder.Property(document => document.Text).HasMaxLength(Document.TextMaxLength);
        builder.Property(document => document.Origin).HasMaxLength(CouncilRecord.OriginMaxLength);
        builder.Property(document => document.ExternalUrl).HasMaxLength(Document.ExternalUrlMaxLength);
        builder.Property(document => document.FileName).HasMaxLength(Document.FileNameMaxLength);
        builder.Property(document => document.MimeType).HasMaxLength(Document.MimeTypeMaxLength);
        builder.HasIndex(document => document.Number).IsUnique();
        builder.HasIndex(document => document.Origin).IsUnique();
        builder.HasIndex(document => document.ChangedAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(document => document.PublishedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachments");
        builder.HasKey(attachment => new { attachment.SubjectKind, attachment.SubjectId, attachment.DocumentId });
        builder.HasIndex(attachment => attachment.DocumentId);
        builder.HasOne<Document>().WithMany().HasForeignKey(attachment => attachment.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}
