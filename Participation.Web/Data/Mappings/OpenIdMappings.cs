using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;

namespace Participation.Web.Data.Mappings;

internal sealed class SigningKeyMapping : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> builder)
    {
        builder.ToTable("signing_keys");
        builder.HasKey(key => key.Name);
        builder.Property(key => key.Name).HasMaxLength(SigningKey.NameMaxLength);
        builder.Property(key => key.Signing).HasMaxLength(SigningKey.MaterialMaxLength);
        builder.Property(key => key.Sealing).HasMaxLength(SigningKey.MaterialMaxLength);
    }
}
