using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;

namespace Participation.Web.Data.Mappings;

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("proposal_revisions");
        builder.HasKey(revision => revision.Id);
        builder.Property(revision => revision.Id).ValueGeneratedNever();
        builder.Property(revision => revision.Note).HasMaxLength(Revision.NoteMaxLength);
        builder.Property(revision => revision.ContentHash).HasMaxLength(64);
        builder.Property(revision => revision.TextVersions).HasMaxLength(100);
        builder.Property(revision => revision.Content).HasConversion(
            content => Pack(content), packed => Unpack(packed), new ValueComparer<byte[]>((one, other) => ReferenceEquals(one, other), content => content.Length, content => content));
        builder.HasIndex(revision => new { revision.ProposalId, revision.Number }).IsUnique();
        builder.HasIndex(revision => revision.By);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(revision => revision.ProposalId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(revision => revision.By).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(revision => revision.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(revision => revision.Writers).WithOne().HasForeignKey(writer => writer.RevisionId).OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>Revisions of one text are much alike in themselves: what is stored is a third of it or less.</summary>
    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest)) brotli.Write(content);
        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var content = new MemoryStream();
        brotli.CopyTo(content);
        return content.ToArray();
    }
}

internal sealed class RevisionWriterMapping : IEntityTypeConfiguration<RevisionWriter>
{
    public void Configure(EntityTypeBuilder<RevisionWriter> builder)
    {
        builder.ToTable("proposal_revision_writers");
        builder.HasKey(writer => new { writer.RevisionId, writer.OrganisationId });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(writer => writer.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
