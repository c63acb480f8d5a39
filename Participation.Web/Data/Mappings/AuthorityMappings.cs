using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Web.Accounts;
using Participation.Web.Accounts.Authorities;
using Participation.Web.Accounts.Sessions;

namespace Participation.Web.Data.Mappings;

internal sealed class ConnectedIdentityMapping : IEntityTypeConfiguration<ConnectedIdentity>
{
    public void Configure(EntityTypeBuilder<ConnectedIdentity> builder)
    {
        builder.ToTable("account_identities");
        builder.HasKey(identity => identity.Key);
        builder.Property(identity => identity.Key).HasMaxLength(ConnectedIdentity.KeyLength);
        builder.Property(identity => identity.Issuer).HasMaxLength(ConnectedIdentity.IssuerMaxLength);
        builder.Property(identity => identity.Authority).HasMaxLength(ConnectedIdentity.AuthorityMaxLength);
        builder.HasIndex(identity => new { identity.AccountId, identity.Issuer }).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(identity => identity.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AuthoritySessionMapping : IEntityTypeConfiguration<AuthoritySession>
{
    public void Configure(EntityTypeBuilder<AuthoritySession> builder)
    {
        builder.ToTable("authority_sessions");
        builder.HasKey(session => session.SessionKey);
        builder.Property(session => session.SessionKey).HasMaxLength(AccountSession.KeyLength);
        builder.Property(session => session.Authority).HasMaxLength(ConnectedIdentity.AuthorityMaxLength);
        builder.Property(session => session.IdentityKey).HasMaxLength(ConnectedIdentity.KeyLength);
        builder.Property(session => session.ForeignKey).HasMaxLength(ConnectedIdentity.KeyLength);
        builder.Property(session => session.Hint).HasMaxLength(AuthoritySession.HintMaxLength);
        builder.HasIndex(session => session.ForeignKey);
        builder.HasIndex(session => session.IdentityKey);
        builder.HasOne<AccountSession>().WithOne().HasForeignKey<AuthoritySession>(session => session.SessionKey).OnDelete(DeleteBehavior.Cascade);
    }
}
