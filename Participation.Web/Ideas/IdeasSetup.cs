using Participation.Web.Accounts.OwnData;
using Participation.Web.Ideas.Assisted;
using Participation.Web.Ideas.Polis;
using Participation.Web.Markdown;
using Participation.Web.Realtime;
using Participation.Web.Shared;
using Participation.Web.Shared.Feeds;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Ideas;

/// <summary>Ideas: submit, edit, life-cycle, stance, official answer.</summary>
public static class IdeasSetup
{
    public static IServiceCollection AddIdeas(this IServiceCollection services) => services
        .AddScoped<SaveDraft>().AddScoped<DeleteDraft>().AddScoped<SubmitIdea>().AddScoped<IdeaTitles>().AddScoped<ReviseIdea>().AddScoped<WithdrawIdea>().AddScoped<TakeStance>()
        .AddScoped<IdeaQueries>().AddScoped<IdeaViewQuery>().AddScoped<IdeaFragments>()
        .AddScoped<IdeaFormLists>().AddScoped<IdeaDrafts>().AddSingleton<IdeaFormCheck>()
        .AddScoped<IChannelFragments>(provider => provider.GetRequiredService<IdeaFragments>())
        .AddScoped<ICountFragments>(provider => provider.GetRequiredService<IdeaFragments>())
        .AddScoped<IPersonalData, IdeasOfPerson>().AddScoped<IPersonalData, StancesOfPerson>()
        .AddSingleton<ClaimCodes>().AddScoped<EnterIdea>().AddScoped<ClaimIdea>().AddScoped<AssistedQueries>()
        .AddScoped<IReferenceTargets, IdeaReferences>().AddScoped<ILiveBlocks, IdeaBlocks>().AddScoped<IStoredTexts, StoredIdeas>().AddScoped<IStoredTexts, StoredAnswers>()
        .AddScoped<ISitemapSource, IdeaSitemap>().AddScoped<IdeaFeed>().AddScoped<IFeedSource>(provider => provider.GetRequiredService<IdeaFeed>())
        .AddSingleton(new OpenDataset(
            "ideen", "Ideen", "Alle öffentlichen Ideen mit Text, Stand, Thema, Stadtteil und Antworten der Stadt.", Links.Ideas, ["Beteiligung", "Ideen", "Bürgerbeteiligung"], [OpenDataFile.Api("/ideas", "Ideen als JSON")]))
        .AddSingleton(new OpenDataset(
            "haltungen", "Haltungen zu Ideen", "Wie viele dafür, neutral oder dagegen sind, je Idee. Nur Summen: Wer welche Haltung hat, ist nicht zu erfahren.", Links.Ideas, ["Beteiligung", "Meinungsbild"],
            [OpenDataFile.Api("/stances", "Haltungen als JSON")]))
        .AddPolis().AddScoped<IdeasApiQueries>().AddScoped<IdeasApiCheck>();

    public static void MapIdeas(this IEndpointRouteBuilder app)
    {
        app.MapStances();
        app.MapIdeaForm();
        app.MapIdeasApi();
        app.MapIdeaFeeds();
    }
}
