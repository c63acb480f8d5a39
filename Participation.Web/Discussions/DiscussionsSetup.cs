using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Markdown;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Discussions;

/// <summary>Discussions: threads of comments under anything that can be discussed, live.</summary>
public static class DiscussionsSetup
{
    public static IServiceCollection AddDiscussions(this IServiceCollection services) => services
        .AddScoped<CommentVisibility>().AddScoped<CommentNews>().AddScoped<PostComment>().AddScoped<EditComment>().AddScoped<DeleteComment>()
        .AddScoped<DiscussionQueries>().AddScoped<DiscussionPage>().AddScoped<DiscussionFragments>().AddScoped<CommentsApiQueries>()
        .AddSingleton(new OpenDataset(
            "beitraege", "Beiträge in Diskussionen", "Alle öffentlichen Beiträge zu Ideen und zu Absätzen von Texten, je Idee oder Absatz abzurufen. Namen stehen darin so, wie sie auf der Seite stehen.", Links.Ideas, ["Beteiligung", "Diskussion"],
            [new OpenDataFile("api", "Beiträge einer Idee oder eines Absatzes als JSON; die Adresse beschreibt die Schnittstelle", Links.Api, "application/json", "JSON") { IsService = true }]))
        .Configure<RazorPagesOptions>(pages => pages.Conventions.AddPassageRoutes())
        .AddScoped<IPersonalData, CommentsOfPerson>().AddScoped<IStoredTexts, StoredComments>()
        .AddScoped<IChannelFragments>(provider => provider.GetRequiredService<DiscussionFragments>());

    public static void MapDiscussions(this IEndpointRouteBuilder app) => app.MapCommentsApi();
}
