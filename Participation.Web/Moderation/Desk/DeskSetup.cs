using Participation.Web.Accounts.OwnData;

namespace Participation.Web.Moderation.Desk;

/// <summary>The desk of the moderators.</summary>
internal static class DeskSetup
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddScoped<IPersonalData, DeskOfPerson>()
        .AddScoped<TakeCase>().AddScoped<ReleaseCase>().AddScoped<ClaimQueries>()
        .AddScoped<TemplateQueries>().AddScoped<SaveTemplate>().AddScoped<DeleteTemplate>()
        .AddScoped<NoteQueries>().AddScoped<WriteNote>().AddScoped<DeleteNote>()
        .AddScoped<CaseContextQuery>().AddScoped<BulkQueries>().AddScoped<DecideBulk>();
}
