namespace Participation.Web.Notifications;

/// <summary>Notifications.</summary>
public static class NotificationsSetup
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services.AddScoped<InboxCount>().AddScoped<Notifier>();

    public static void MapNotifications(this IEndpointRouteBuilder app) { }
}
