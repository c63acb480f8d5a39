using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Editing;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Outcomes;

/// <summary>Results of processes.</summary>
public static class OutcomesSetup
{
    public static IServiceCollection AddOutcomes(this IServiceCollection services) => services
        .AddScoped<CountFigures>().AddScoped<ResultQueries>().AddScoped<SaveResult>().AddScoped<ResultForm>().AddScoped<AnnounceResult>().AddScoped<ResultFile>()
        .AddScoped<IScheduledContent, ResultsDue>().AddScoped<IStoredTexts, StoredResults>().AddScoped<IAttachmentHome, ResultHome>()
        .AddSingleton(DraftKind.Numbered(Links.ManageResults, Channel.Results, async (db, number, cancel) => await db.Results.SingleOrDefaultAsync(result => result.Number == number, cancel) is { } result
            ? new DraftText(result, Subject.Of(result.Id), result.Title, result.Version, EditModel.KeepKeyOf(result)) : null))
        .AddScoped<ISitemapSource, ResultSitemap>().AddManaged(ManagedGroup.Participation, Links.ManageResults, () => ResultsTexts.ManageTitle, () => ResultsTexts.ManageLead);

    public static void MapOutcomes(this IEndpointRouteBuilder app) => ResultEndpoints.Map(app);
}
