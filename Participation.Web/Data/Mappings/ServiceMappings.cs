using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Domain.Strategy.Services;

namespace Participation.Web.Data.Mappings;

internal sealed class OnlineServiceMapping : IEntityTypeConfiguration<OnlineService>
{
    public void Configure(EntityTypeBuilder<OnlineService> builder)
    {
        builder.ToTable("online_services");
        builder.HasKey(service => service.Id);
        builder.Property(service => service.Id).ValueGeneratedNever();
        builder.Ignore(service => service.Plan);
        builder.Property(service => service.Name).HasMaxLength(OnlineService.NameMaxLength);
        builder.Property(service => service.Key).HasMaxLength(ServicePlan.KeyLength);
        builder.Property(service => service.Description).HasMaxLength(OnlineService.DescriptionMaxLength);
        builder.Property(service => service.LightReason).HasMaxLength(OnlineService.LightReasonMaxLength);
        builder.Property(service => service.Address).HasMaxLength(OnlineService.AddressMaxLength);
        builder.Property(service => service.Note).HasMaxLength(OnlineService.NoteMaxLength);
        builder.Property(service => service.Office).HasMaxLength(OnlineService.OfficeMaxLength);
        builder.Property(service => service.Version).IsConcurrencyToken();
        builder.HasPublication();
        builder.HasIndex(service => service.Number).IsUnique();
        builder.HasIndex(service => service.Name);
        builder.HasMany(service => service.States).WithOne().HasForeignKey(state => state.ServiceId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ServiceStateMapping : IEntityTypeConfiguration<ServiceState>
{
    public void Configure(EntityTypeBuilder<ServiceState> builder)
    {
        builder.ToTable("service_states");
        builder.HasKey(state => new { state.ServiceId, state.Version });
        builder.Property(state => state.Version).ValueGeneratedNever();
        builder.Property(state => state.Name).HasMaxLength(OnlineService.NameMaxLength);
        builder.Property(state => state.Key).HasMaxLength(ServicePlan.KeyLength);
        builder.Property(state => state.Description).HasMaxLength(OnlineService.DescriptionMaxLength);
        builder.Property(state => state.LightReason).HasMaxLength(OnlineService.LightReasonMaxLength);
        builder.Property(state => state.Address).HasMaxLength(OnlineService.AddressMaxLength);
        builder.Property(state => state.Note).HasMaxLength(OnlineService.NoteMaxLength);
        builder.Property(state => state.Office).HasMaxLength(OnlineService.OfficeMaxLength);
        builder.Property(state => state.WithdrawnReason).HasMaxLength(Publication.ReasonMaxLength);
        builder.HasIndex(state => state.At);
        builder.HasIndex(state => state.By);
        builder.HasOne<Person>().WithMany().HasForeignKey(state => state.By).OnDelete(DeleteBehavior.Restrict);
    }
}
