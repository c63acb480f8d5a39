using System.Text.Json.Nodes;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Shared.StructuredData;

namespace Participation.Web.Ideas;

/// <summary>An idea in the words of schema.org: a posting that others discuss, with sums of what they think of it.</summary>
internal static class IdeaData
{
    private const int TextLength = 5_000;

    public static JsonObject Of(IdeaView idea, int comments, SiteData site, CityClock clock) => SiteData.Page("DiscussionForumPosting",
        ("headline", idea.Title), ("description", idea.Summary), ("text", PlainText.Teaser(idea.Html, TextLength)), ("url", site.Of(Links.Idea(idea.Number, idea.Title))),
        ("mainEntityOfPage", site.Of(Links.Idea(idea.Number, idea.Title))), ("datePublished", (idea.PublishedAt ?? idea.SubmittedAt) is { } at ? clock.Iso(at) : null),
        ("author", Author(idea, site)), ("publisher", site.Publisher()), ("inLanguage", Languages.All[0]), ("articleSection", idea.Topic), ("contentLocation", idea.District is null ? null : SiteData.Thing("Place", ("name", idea.District))),
        ("commentCount", comments),
        ("interactionStatistic", new JsonArray(SiteData.Counter("LikeAction", idea.Counts.For), SiteData.Counter("DislikeAction", idea.Counts.Against), SiteData.Counter("CommentAction", comments))));

    private static JsonObject Author(IdeaView idea, SiteData site) => idea.Organisation is null
        ? SiteData.Thing("Person", ("name", idea.Author))
        : SiteData.Thing("Organization", ("name", idea.Organisation), ("url", idea.OrganisationSlug is { } slug ? site.Of(Links.Organisation(slug)) : null));
}
