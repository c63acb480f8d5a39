using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;

namespace Participation.Web.Data.Mappings;

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("decisions");
        builder.HasKey(decision => decision.Id);
        builder.Property(decision => decision.Id).ValueGeneratedNever();
        builder.Property(decision => decision.Facts).HasMaxLength(Decision.FactsMaxLength);
        builder.Property(decision => decision.Norm).HasMaxLength(Decision.NormMaxLength);
        builder.HasIndex(decision => decision.Number).IsUnique();
        builder.HasIndex(decision => new { decision.SubjectKind, decision.SubjectId });
        builder.HasIndex(decision => decision.DecidedAt);
        builder.HasIndex(decision => new { decision.AuthorId, decision.Measure });
        builder.HasIndex(decision => new { decision.DecidedBy, decision.DecidedAt });
        builder.HasIndex(decision => decision.RevokesId).IsUnique();
        builder.HasOne<Decision>().WithMany().HasForeignKey(decision => decision.RevokesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(decision => decision.DecidedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(decision => decision.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DecisionMailMapping : IEntityTypeConfiguration<DecisionMail>
{
    public void Configure(EntityTypeBuilder<DecisionMail> builder)
    {
        builder.ToTable("decision_mails");
        builder.HasKey(mail => mail.DecisionId);
        builder.HasOne<Decision>().WithOne().HasForeignKey<DecisionMail>(mail => mail.DecisionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("notifications");
        builder.Ignore(notification => notification.Discussion);
        builder.HasKey(notification => notification.Id);
        builder.Property(notification => notification.Id).ValueGeneratedNever();
        builder.Property(notification => notification.Title).HasMaxLength(Notification.TitleMaxLength);
        builder.Property(notification => notification.Detail).HasMaxLength(Notification.ReasonMaxLength);
        builder.Property(notification => notification.Key).HasMaxLength(Notification.KeyMaxLength);
        builder.HasIndex(notification => new { notification.PersonId, notification.Key }).IsUnique();
        builder.HasIndex(notification => new { notification.PersonId, notification.At });
        builder.HasOne<Person>().WithMany().HasForeignKey(notification => notification.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ChannelMapping : IEntityTypeConfiguration<Channel>
{
    public void Configure(EntityTypeBuilder<Channel> builder)
    {
        builder.ToTable("channels");
        builder.HasKey(channel => channel.Key);
        builder.Property(channel => channel.Key).HasMaxLength(Channel.KeyMaxLength);
    }
}

internal sealed class ChannelEventMapping : IEntityTypeConfiguration<ChannelEvent>
{
    public void Configure(EntityTypeBuilder<ChannelEvent> builder)
    {
        builder.ToTable("channel_events");
        builder.HasKey(e => new { e.ChannelKey, e.Sequence });
        builder.Property(e => e.ChannelKey).HasMaxLength(Channel.KeyMaxLength);
        builder.Property(e => e.Sequence).ValueGeneratedNever();
    }
}

internal sealed class CounterMapping : IEntityTypeConfiguration<Counter>
{
    public void Configure(EntityTypeBuilder<Counter> builder)
    {
        builder.ToTable("counters");
        builder.HasKey(counter => counter.Name);
        builder.Property(counter => counter.Name).HasMaxLength(Counter.NameMaxLength);
    }
}
