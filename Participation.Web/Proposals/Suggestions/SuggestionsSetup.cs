using Participation.Web.Accounts.OwnData;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>What people say about a text that others write: suggestions and remarks on passages, which move with the text.</summary>
internal static class SuggestionsSetup
{
    public static IServiceCollection AddSuggestions(this IServiceCollection services) => services
        .AddScoped<FollowPassages>().AddScoped<ReadParagraphs>().AddScoped<FindPassage>().AddScoped<TakingPart>().AddScoped<SuggestionNews>().AddScoped<SuggestChange>().AddScoped<DecideSuggestion>().AddScoped<SettleSuggestion>()
        .AddScoped<WriteRemark>().AddScoped<PassageForms>().AddScoped<RemarkPage>().AddScoped<SettleRemark>().AddScoped<SuggestionQueries>().AddScoped<IPersonalData, SuggestionsOfPerson>().AddScoped<MovePassages>().AddHostedService<PassageRounds>();
}
