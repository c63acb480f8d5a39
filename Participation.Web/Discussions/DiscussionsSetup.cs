using Participation.Web.Accounts.OwnData;
using Participation.Web.Markdown;
using Participation.Web.Realtime;

namespace Participation.Web.Discussions;

/// <summary>Discussions: threads of comments under anything that can be discussed, live.</summary>
public static class DiscussionsSetup
{
    public static IServiceCollection AddDiscussions(this IServiceCollection services) => services
        .AddScoped<CommentVisibility>().AddScoped<CommentNews>().AddScoped<PostComment>().AddScoped<EditComment>().AddScoped<DeleteComment>()
        .AddScoped<DiscussionQueries>().AddScoped<DiscussionPage>().AddScoped<DiscussionFragments>().AddScoped<CommentsApiQueries>()
        .AddScoped<IPersonalData, CommentsOfPerson>().AddScoped<IStoredTexts, StoredComments>()
        .AddScoped<IChannelFragments>(provider => provider.GetRequiredService<DiscussionFragments>());

    public static void MapDiscussions(this IEndpointRouteBuilder app) => app.MapCommentsApi();
}
