using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation.Guards;

namespace Participation.Web.Data.Mappings;

internal sealed class GuardRulesMapping : IEntityTypeConfiguration<GuardRulesVersion>
{
    public void Configure(EntityTypeBuilder<GuardRulesVersion> builder)
    {
        builder.ToTable("guard_rules");
        builder.HasKey(version => version.Number);
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.Rules).HasConversion(rules => GuardRulesJson.Write(rules), json => GuardRulesJson.Read(json),
            new ValueComparer<GuardRules>((one, other) => one!.SaysTheSameAs(other!), rules => rules.Words.Count, rules => rules));
        builder.Property(version => version.Note).HasMaxLength(GuardRulesVersion.NoteMaxLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(version => version.ChangedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WritingMapping : IEntityTypeConfiguration<Writing>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<Writing> builder)
    {
        builder.ToTable("writings");
        builder.HasKey(writing => writing.Id);
        builder.Property(writing => writing.Id).ValueGeneratedNever();
        builder.Property(writing => writing.Hash).HasMaxLength(HashLength);
        builder.Property(writing => writing.Sketch).HasMaxLength(TextSketch.Length);
        builder.HasIndex(writing => new { writing.PersonId, writing.At });
        builder.HasIndex(writing => writing.At);
        builder.HasOne<Person>().WithMany().HasForeignKey(writing => writing.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FindingMapping : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> builder)
    {
        builder.ToTable("findings");
        builder.HasKey(finding => finding.Id);
        builder.Property(finding => finding.Id).ValueGeneratedNever();
        builder.Property(finding => finding.Detail).HasMaxLength(GuardRules.WordMaxLength);
        builder.HasIndex(finding => new { finding.SubjectId, finding.SubjectKind });
        builder.HasIndex(finding => finding.AuthorId);
        builder.HasIndex(finding => finding.FoundAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(finding => finding.AuthorId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SpentPuzzleMapping : IEntityTypeConfiguration<SpentPuzzle>
{
    public void Configure(EntityTypeBuilder<SpentPuzzle> builder)
    {
        builder.ToTable("spent_puzzles");
        builder.HasKey(spent => spent.Id);
        builder.Property(spent => spent.Id).ValueGeneratedNever();
        builder.HasIndex(spent => spent.At);
    }
}
