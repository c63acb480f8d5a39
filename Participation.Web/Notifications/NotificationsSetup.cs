using Microsoft.Extensions.Options;
using Participation.Domain.Notifications;
using Participation.Web.Accounts;
using Participation.Web.Hosting;

namespace Participation.Web.Notifications;

/// <summary>Notifications: the inbox, and mails.</summary>
public static class NotificationsSetup
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section);
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailNeedsPublicUrl>();
        services.AddSingleton<PickupMailSender>().AddSingleton<SmtpMailSender>();
        services.AddSingleton<IMailSender>(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value.Host.Length > 0
            ? provider.GetRequiredService<SmtpMailSender>()
            : provider.GetRequiredService<PickupMailSender>());
        services.AddSingleton<Outbox>().AddHostedService<MailDelivery>();
        services.AddHttpContextAccessor().AddSingleton<SiteAddress>();
        return services.AddScoped<InboxCount>().AddScoped<Notifier>().AddScoped<InboxQueries>().AddScoped<ReadInbox>();
    }

    public static void MapNotifications(this IEndpointRouteBuilder app) =>
        app.MapGet("/mitteilungen/{id:guid}", async (Guid id, ReadInbox inbox, HttpContext http, CancellationToken cancel) =>
            Results.LocalRedirect(await inbox.OpenAsync(NotificationId.From(id), http.User.Actor().Person, cancel) ?? throw new NotFoundException()))
            .RequireAuthorization().ExcludeFromDescription();
}
