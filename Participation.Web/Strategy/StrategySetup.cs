using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Editing;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;
using Participation.Web.Strategy.Measures;
using Participation.Web.Strategy.Services;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Strategy;

/// <summary>The strategy, its measures, and online services.</summary>
public static class StrategySetup
{
    public static IServiceCollection AddStrategy(this IServiceCollection services) => services.AddScoped<StrategyQueries>().AddScoped<MeasureQueries>().AddScoped<StrategyForms>().AddScoped<SaveStrategy>()
        .AddScoped<MeasureLinksByNumber>().AddScoped<MeasureForms>().AddScoped<TellIdeaPeople>().AddScoped<SaveMeasure>()
        .AddScoped<ServiceQueries>().AddScoped<SaveService>().AddScoped<Services.Import.ImportServices>()
        .AddScoped<IStoredTexts, StoredSummaries>().AddScoped<IStoredTexts, StoredDescriptions>().AddScoped<IPersonalData, StrategyOfPerson>()
        .AddScoped<IScheduledContent, ScheduledStrategy>().AddScoped<IAttachmentHome, StrategyHome>().AddScoped<ILiveBlocks, MeasureBlocks>()
        .AddScoped<ISitemapSource, StrategySitemap>().AddScoped<ISitemapSource, MeasureSitemap>().AddScoped<ISitemapSource, ServiceSitemap>()
        .AddSingleton(new OpenDataset(
            "massnahmen", "Maßnahmen der Strategie", "Alle öffentlichen Maßnahmen mit Handlungsfeld, Stand, Fortschritt, Meilensteinen und Verzug.", Links.Strategy, ["Strategie", "Maßnahmen", "Digitalisierung"],
            [OpenDataFile.Api("/measures", "Maßnahmen als JSON, seitenweise"), new OpenDataFile("json", "Maßnahmen als eine Datei", Links.MeasuresJson, "application/json", "JSON"), new OpenDataFile("csv", "Maßnahmen als Tabelle", Links.MeasuresCsv, "text/csv", "CSV")]))
        .AddSingleton(new OpenDataset(
            "dienste", "Online-Dienste", "Verwaltungsleistungen mit Reifegrad, Ampel und Adresse des Online-Dienstes.", Links.Services, ["Onlinezugangsgesetz", "OZG", "Online-Dienste"],
            [OpenDataFile.Api("/services", "Online-Dienste als JSON"), new OpenDataFile("csv", "Online-Dienste als Tabelle", Links.ServicesCsv, "text/csv", "CSV")]))
        .AddSingleton(DraftKind.Numbered(Links.ManageMeasures, Channel.Strategy, async (db, number, cancel) => await db.Measures.SingleOrDefaultAsync(measure => measure.Number == number, cancel) is { } measure
            ? new DraftText(measure, Subject.Of(measure.Id), measure.Title, measure.Version, Measures.EditModel.KeepKeyOf(measure)) : null))
        .AddSingleton(DraftKind.Numbered(Links.ManageServices, Channel.Services, async (db, number, cancel) => await db.OnlineServices.SingleOrDefaultAsync(service => service.Number == number, cancel) is { } service
            ? new DraftText(service, Subject.Of(service.Id), service.Name, service.Version, Services.EditModel.KeepKeyOf(service)) : null))
        .AddManaged(ManagedGroup.Council, Links.EditStrategy, () => SharedTexts.NavStrategy, () => StrategyTexts.AreaStrategy)
        .AddManaged(ManagedGroup.Council, Links.ManageMeasures, () => MeasuresTexts.ListTitle, () => StrategyTexts.AreaMeasures)
        .AddManaged(ManagedGroup.Council, Links.ManageServices, () => SharedTexts.FooterServices, () => StrategyTexts.AreaServices);

    public static void MapStrategy(this IEndpointRouteBuilder app)
    {
        app.MapMeasureFiles();
        app.MapServiceFiles();
        app.MapMeasuresApi();
        app.MapServicesApi();
    }
}
