using Participation.Web.Accounts.OwnData;

namespace Participation.Web.Proposals.Revisions;

/// <summary>Revisions of proposals: kept at pauses and by name, compared, restored.</summary>
internal static class RevisionsSetup
{
    public static IServiceCollection AddRevisions(this IServiceCollection services) => services
        .AddScoped<ReadProposal>().AddScoped<TextCase>().AddScoped<KeepRevision>().AddScoped<NameRevision>().AddScoped<RestoreRevision>().AddScoped<RevisionQueries>().AddScoped<WhoWrote>()
        .AddScoped<IPersonalData, RevisionsOfPerson>().AddScoped<KeepAtPauses>().AddHostedService<PauseRounds>();
}
