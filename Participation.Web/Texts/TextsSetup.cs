using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Editing;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Texts;

/// <summary>Texts of the city that are discussed passage by passage.</summary>
public static class TextsSetup
{
    public static IServiceCollection AddTexts(this IServiceCollection services) => services
        .AddScoped<PassagePlanning>().AddScoped<SaveText>().AddScoped<TextForm>().AddScoped<TextQueries>().AddScoped<PassageQuery>()
        .AddScoped<IScheduledContent, DueTexts>().AddScoped<IStoredTexts, StoredLeads>().AddScoped<IStoredTexts, StoredPassages>()
        .AddScoped<ISitemapSource, TextSitemap>().AddScoped<TextFeed>().AddScoped<TextsApiQueries>()
        .AddSingleton(new OpenDataset(
            "texte", "Texte in Diskussion", "Öffentliche Texte der Stadt, über die Absatz für Absatz gesprochen wird, mit der Zahl der Beiträge je Absatz.", Links.Texts, ["Beteiligung", "Textdiskussion", "Strategie"],
            [OpenDataFile.Api("/texts", "Texte als JSON")]))
        .AddSingleton(DraftKind.Numbered(Links.ManageTexts, Channel.Texts, async (db, number, cancel) => await db.DiscussedTexts.SingleOrDefaultAsync(text => text.Number == number, cancel) is { } text
            ? new DraftText(text, Subject.Of(text.Id), text.Title, text.Version, EditModel.KeepKeyOf(text)) : null))
        .AddManaged(ManagedGroup.Participation, Links.ManageTexts, () => CityTexts.ListTitle, () => CityTexts.Area);

    public static void MapTexts(this IEndpointRouteBuilder app)
    {
        app.MapTextsApi();
        TextFeed.Map(app);
    }
}
