using Microsoft.Extensions.Options;
using Participation.Web.Accounts.OwnData;

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
        return services.AddScoped<InboxCount>().AddScoped<Notifier>().AddScoped<InboxQueries>().AddScoped<ReadInbox>().AddScoped<IPersonalData, InboxOfPerson>();
    }
}
