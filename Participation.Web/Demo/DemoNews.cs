using Participation.Domain.Editing;
using Participation.Domain.News;
using Participation.Web.Data;
using Participation.Web.Markdown;

namespace Participation.Web.Demo;

/// <summary>The news of the demo city. The report of 2 July 2021 is real history and keeps its day; the others move with the rest of the content.</summary>
internal sealed class DemoNews(ParticipationDbContext db, MarkdownText markdown, DemoCalendar calendar)
{
    /// <returns>They, in the order of their days, as their numbers are.</returns>
    public IReadOnlyList<Article> Add()
    {
        var articles = DemoContent.Read<DemoArticle>("news").OrderBy(article => article.PublishedAt).Select((article, index) => Article(index + 1, article)).ToList();
        db.Articles.AddRange(articles);
        return articles;
    }

    private Article Article(int number, DemoArticle demo)
    {
        var at = calendar.Move(demo.PublishedAt);
        var (topic, district) = demo.Key switch
        {
            "meldung-strategiepapier-2021" => ("verwaltung-online", null),
            "meldung-lastenrad-lina" => ("mobilitaet", "lintorf"),
            "meldung-ideenabend-lintorf" or "meldung-buergerbudget-start" => ("beteiligung", "lintorf"),
            "meldung-ergebnis-ausarbeitung" => ("beteiligung", "mitte"),
            _ => ("beteiligung", (string?)null),
        };
        var text = new ArticleText(
            demo.Title, demo.Teaser, markdown.Format(demo.BodyMarkdown), [.. demo.Keywords.Select(word => new Keyword(Domain.Slug.From(word), word))], demo.SourceName, demo.SourceUrl, topic, district);
        var article = Domain.News.Article.Write(ArticleId.New(at), number, text, null, at);
        if (article.Change(text, new PublicationChange(PublicationStep.Publish), 0, at) is { } refusal) throw new InvalidDataException($"{demo.Key}: {refusal}");
        return article;
    }
}
