using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Web.Accounts;

namespace Participation.Web.Data.Mappings;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.HasKey(person => person.Id);
        builder.Property(person => person.Id).ValueGeneratedNever();
        builder.Property(person => person.DisplayName).HasMaxLength(Person.DisplayNameMaxLength);
        builder.Property(person => person.NormalizedDisplayName).HasMaxLength(Person.DisplayNameMaxLength);
        builder.HasIndex(person => person.NormalizedDisplayName).IsUnique();
        builder.Property(person => person.DistrictKey).HasMaxLength(District.KeyMaxLength);
        builder.Property(person => person.Language).HasMaxLength(2);
        builder.Property(person => person.Version).IsConcurrencyToken();
    }
}

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.HasOne<Person>().WithOne().HasForeignKey<Account>(account => account.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(account => account.PersonId).IsUnique();
        builder.Property(account => account.CodeSecret).HasMaxLength(Account.CodeSecretMaxLength);
    }
}

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.HasKey(organisation => organisation.Id);
        builder.Property(organisation => organisation.Id).ValueGeneratedNever();
        builder.Property(organisation => organisation.Slug).HasMaxLength(Domain.Slug.MaxLength);
        builder.HasIndex(organisation => organisation.Slug).IsUnique();
        builder.Property(organisation => organisation.Name).HasMaxLength(Organisation.NameMaxLength);
        builder.Property(organisation => organisation.Kind).HasMaxLength(Organisation.NameMaxLength);
        builder.Property(organisation => organisation.Website).HasMaxLength(Organisation.WebsiteMaxLength);
        builder.Property(organisation => organisation.Contact).HasMaxLength(Organisation.ContactMaxLength);
        builder.ComplexProperty(organisation => organisation.About);
        builder.Property(organisation => organisation.Version).IsConcurrencyToken();
    }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("memberships");
        builder.HasKey(membership => new { membership.PersonId, membership.OrganisationId });
        builder.HasOne<Person>().WithMany().HasForeignKey(membership => membership.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(membership => membership.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NameReservationMapping : IEntityTypeConfiguration<NameReservation>
{
    public void Configure(EntityTypeBuilder<NameReservation> builder)
    {
        builder.ToTable("name_reservations");
        builder.HasKey(reservation => reservation.NormalizedName);
        builder.Property(reservation => reservation.NormalizedName).HasMaxLength(Person.DisplayNameMaxLength);
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.HasKey(invitation => invitation.Id);
        builder.Property(invitation => invitation.Id).ValueGeneratedNever();
        builder.Property(invitation => invitation.Email).HasMaxLength(Invitation.EmailMaxLength);
        builder.Property(invitation => invitation.NormalizedEmail).HasMaxLength(Invitation.EmailMaxLength);
        builder.Property(invitation => invitation.TokenHash).HasMaxLength(Invitation.TokenHashLength);
        builder.HasIndex(invitation => invitation.TokenHash).IsUnique();
        builder.HasIndex(invitation => new { invitation.OrganisationId, invitation.ExpiresAt });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(invitation => invitation.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(invitation => invitation.AcceptedBy).OnDelete(DeleteBehavior.Cascade);
    }
}
