using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.Levels;

namespace Participation.Web.Data.Mappings;

internal sealed class ResidenceProofMapping : IEntityTypeConfiguration<ResidenceProof>
{
    public void Configure(EntityTypeBuilder<ResidenceProof> builder)
    {
        builder.ToTable("residence_proofs");
        builder.HasKey(proof => proof.Fingerprint);
        builder.Property(proof => proof.Fingerprint).HasMaxLength(ResidenceProof.FingerprintLength);
        builder.HasIndex(proof => proof.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(proof => proof.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(proof => proof.ConfirmedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LetterRequestMapping : IEntityTypeConfiguration<LetterRequest>
{
    public void Configure(EntityTypeBuilder<LetterRequest> builder)
    {
        builder.ToTable("letter_requests");
        builder.HasKey(letter => letter.PersonId);
        builder.Property(letter => letter.PersonId).ValueGeneratedNever();
        builder.Property(letter => letter.Fingerprint).HasMaxLength(ResidenceProof.FingerprintLength);
        builder.Property(letter => letter.Recipient).HasMaxLength(LetterRequest.SealedMaxLength);
        builder.Property(letter => letter.Code).HasMaxLength(LetterRequest.SealedMaxLength);
        builder.Property(letter => letter.CodeHash).HasMaxLength(ResidenceProof.FingerprintLength);
        builder.HasIndex(letter => new { letter.BatchNumber, letter.RequestedAt });
        builder.HasOne<Person>().WithOne().HasForeignKey<LetterRequest>(letter => letter.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LetterBatchMapping : IEntityTypeConfiguration<LetterBatch>
{
    public void Configure(EntityTypeBuilder<LetterBatch> builder)
    {
        builder.ToTable("letter_batches");
        builder.HasKey(batch => batch.Number);
        builder.Property(batch => batch.Number).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(batch => batch.MadeBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeskCodeMapping : IEntityTypeConfiguration<DeskCode>
{
    public void Configure(EntityTypeBuilder<DeskCode> builder)
    {
        builder.ToTable("desk_codes");
        builder.HasKey(code => code.PersonId);
        builder.Property(code => code.PersonId).ValueGeneratedNever();
        builder.Property(code => code.Code).HasMaxLength(DeskCode.Length);
        builder.HasIndex(code => code.Code).IsUnique();
        builder.HasOne<Person>().WithOne().HasForeignKey<DeskCode>(code => code.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FingerprintKeyMapping : IEntityTypeConfiguration<FingerprintKey>
{
    public void Configure(EntityTypeBuilder<FingerprintKey> builder)
    {
        builder.ToTable("fingerprint_keys");
        builder.HasKey(key => key.Name);
        builder.Property(key => key.Name).HasMaxLength(FingerprintKey.NameMaxLength);
        builder.Property(key => key.Sealed).HasMaxLength(FingerprintKey.SealedMaxLength);
        builder.Property(key => key.Check).HasMaxLength(64);
    }
}
