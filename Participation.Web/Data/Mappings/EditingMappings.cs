using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Domain.Outcomes;

namespace Participation.Web.Data.Mappings;

internal sealed class ContentVersionMapping : IEntityTypeConfiguration<ContentVersion>
{
    public void Configure(EntityTypeBuilder<ContentVersion> builder)
    {
        builder.ToTable("content_versions");
        builder.HasKey(version => new { version.SubjectKind, version.SubjectId, version.Number });
        builder.Property(version => version.SubjectKind).ValueGeneratedNever();
        builder.Property(version => version.SubjectId).ValueGeneratedNever();
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.Title).HasMaxLength(ContentVersion.TitleMaxLength);
        builder.Property(version => version.Note).HasMaxLength(ContentVersion.NoteMaxLength);
        builder.Property(version => version.Figures).HasMaxLength(ProcessResult.FiguresMaxLength);
        builder.HasIndex(version => version.By);
        builder.HasOne<Person>().WithMany().HasForeignKey(version => version.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KeptFormMapping : IEntityTypeConfiguration<KeptForm>
{
    public void Configure(EntityTypeBuilder<KeptForm> builder)
    {
        builder.ToTable("kept_forms");
        builder.HasKey(form => new { form.PersonId, form.Key });
        builder.Property(form => form.Key).HasMaxLength(KeptForm.KeyMaxLength);
        builder.Property(form => form.Fields).HasMaxLength(KeptForm.FieldsMaxLength);
        builder.HasIndex(form => form.SavedAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(form => form.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>How a <see cref="Publication"/> is stored: three columns of its owner.</summary>
internal static class PublicationMapping
{
    public static void HasPublication<T>(this EntityTypeBuilder<T> builder) where T : class, IPublished =>
        builder.ComplexProperty(owner => owner.Publication, publication => publication.Property(p => p.Reason).HasMaxLength(Publication.ReasonMaxLength));
}
