using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;

namespace Participation.Web.Data.Mappings;

internal sealed class CaseClaimMapping : IEntityTypeConfiguration<CaseClaim>
{
    public void Configure(EntityTypeBuilder<CaseClaim> builder)
    {
        builder.ToTable("case_claims");
        builder.HasKey(claim => new { claim.Kind, claim.Home, claim.Number, claim.Part });
        builder.Property(claim => claim.Kind).ValueGeneratedNever();
        builder.Property(claim => claim.Home).ValueGeneratedNever();
        builder.Property(claim => claim.Number).ValueGeneratedNever();
        builder.Property(claim => claim.Part).ValueGeneratedNever();
        builder.Property(claim => claim.Taking).IsConcurrencyToken();
        builder.HasIndex(claim => new { claim.HeldBy, claim.Until });
        builder.HasOne<Person>().WithMany().HasForeignKey(claim => claim.HeldBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseNoteMapping : IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.ToTable("case_notes");
        builder.HasKey(note => note.Id);
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.Text).HasMaxLength(CaseNote.TextMaxLength);
        builder.Property(note => note.SubmissionKey).HasMaxLength(Idea.SubmissionKeyMaxLength);
        builder.HasIndex(note => new { note.SubjectId, note.SubjectKind });
        builder.HasIndex(note => note.AboutId);
        builder.HasIndex(note => new { note.WriterId, note.SubmissionKey }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(note => note.AboutId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(note => note.WriterId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReasonTemplateMapping : IEntityTypeConfiguration<ReasonTemplate>
{
    public void Configure(EntityTypeBuilder<ReasonTemplate> builder)
    {
        builder.ToTable("reason_templates");
        builder.HasKey(template => template.Id);
        builder.Property(template => template.Id).ValueGeneratedNever();
        builder.Property(template => template.Title).HasMaxLength(ReasonTemplate.TitleMaxLength);
        builder.Property(template => template.Text).HasMaxLength(Decision.FactsMaxLength);
        builder.Property(template => template.Version).IsConcurrencyToken();
        builder.HasIndex(template => template.Number).IsUnique();
        builder.HasIndex(template => template.Title).IsUnique();
    }
}
