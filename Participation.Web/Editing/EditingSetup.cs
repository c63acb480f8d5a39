using Participation.Web.Accounts.OwnData;

namespace Participation.Web.Editing;

/// <summary>What all forms of the staff have in common: kept drafts, publication, earlier versions, conflicts.</summary>
public static class EditingSetup
{
    public static IServiceCollection AddEditing(this IServiceCollection services) => services
        .AddScoped<KeptForms>().AddScoped<Versions>().AddScoped<LastChange>().AddScoped<DiscardDraft>().AddScoped<IPersonalData, EditingOfPerson>()
        .AddSingleton<PublishClock>().AddScoped<PublishDue>().AddHostedService<PublishDueRounds>();

    public static void MapEditing(this IEndpointRouteBuilder app) => EditingEndpoints.Map(app);
}
