namespace Participation.Domain.Notifications;

/// <summary>Identifies a <see cref="Notification"/>.</summary>
public readonly record struct NotificationId(Guid Value) : IEntityId<NotificationId>
{
    /// <inheritdoc/>
    public static NotificationId From(Guid value) => new(value);

    /// <summary>A new time-ordered id.</summary>
    public static NotificationId New(DateTimeOffset now) => new(Uuid.Version7(now));
}
