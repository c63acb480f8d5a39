using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Processes;

namespace Participation.Web.Data.Mappings;

internal sealed class ProcessMapping : IEntityTypeConfiguration<Process>
{
    public void Configure(EntityTypeBuilder<Process> builder)
    {
        builder.ToTable("processes");
        builder.HasKey(process => process.Id);
        builder.Property(process => process.Id).ValueGeneratedNever();
        builder.Property(process => process.Slug).HasMaxLength(Process.SlugMaxLength);
        builder.HasIndex(process => process.Slug).IsUnique();
        builder.Property(process => process.Title).HasMaxLength(Process.TitleMaxLength);
        builder.Property(process => process.Question).HasMaxLength(Process.QuestionMaxLength);
        builder.Property(process => process.Summary).HasMaxLength(Process.SummaryMaxLength);
        builder.ComplexProperty(process => process.Rules);
        builder.Property(process => process.Version).IsConcurrencyToken();
        builder.OwnsMany(process => process.Phases, phase =>
        {
            phase.ToTable("process_phases");
            phase.WithOwner().HasForeignKey("ProcessId");
            phase.HasKey("ProcessId", nameof(Phase.Order));
            phase.Property(p => p.Order).ValueGeneratedNever();
            phase.Property(p => p.Title).HasMaxLength(Phase.TitleMaxLength);
            phase.Property(p => p.Note).HasMaxLength(Phase.NoteMaxLength);
        });
        builder.OwnsMany(process => process.Activities, activity =>
        {
            activity.ToTable("process_activities");
            activity.WithOwner().HasForeignKey("ProcessId");
            activity.HasKey("ProcessId", nameof(Activity.Kind));
            activity.Property(a => a.Kind).ValueGeneratedNever();
        });
        builder.Navigation(process => process.Phases).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.Navigation(process => process.Activities).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}
