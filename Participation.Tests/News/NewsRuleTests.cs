using Participation.Domain;
using Participation.Domain.Editing;
using Participation.Domain.News;
using Participation.Tests.Support;

namespace Participation.Tests.News;

/// <summary>The rules of keywords, articles and pages, in memory.</summary>
public sealed class NewsRuleTests
{
    private static readonly PublicationChange Publish = new(PublicationStep.Publish);
    private static readonly PublicationChange Keep = new(PublicationStep.Keep);

    [Theory]
    [InlineData("Smart City, smart-city;SMART  CITY", "smart-city:Smart City")]
    [InlineData(" Mobilität ,\n, Lintorf", "mobilitaet:Mobilität lintorf:Lintorf")]
    [InlineData(null, "")]
    public void Keywords_are_read_from_a_list_each_once_by_their_slug(string? list, string expected)
    {
        Assert.Null(Keyword.Parse(list, out var keywords));
        Assert.Equal(expected, string.Join(' ', keywords.Select(keyword => $"{keyword.Slug}:{keyword.Name}")));
    }

    [Fact]
    public void Keywords_are_few_short_and_words()
    {
        Assert.Null(Keyword.Parse(string.Join(',', Enumerable.Range(1, Keyword.Most)), out var most));
        Assert.Equal(Keyword.Most, most.Count);
        Assert.IsType<TooManyKeywords>(Keyword.Parse(string.Join(',', Enumerable.Range(1, Keyword.Most + 1)), out var none));
        Assert.Empty(none);
        Assert.Null(Keyword.Parse(new string('a', Keyword.NameMaxLength), out _));
        Assert.IsType<KeywordTooLong>(Keyword.Parse(new string('a', Keyword.NameMaxLength + 1), out _));
        Assert.IsType<KeywordNeedsLetters>(Keyword.Parse("Lintorf, <!-- -->", out _));
    }

    [Fact]
    public void An_article_is_published_when_it_is_complete()
    {
        var article = Write(NewsSteps.Text());
        Assert.Null(article.Change(NewsSteps.Text("Der Brunnen"), Publish, 0, A.Moment));
        Assert.Equal((PublicationState.Published, 1, "Der Brunnen"), (article.Publication.StateAt(A.Moment), article.Version, article.Title));
        Assert.Contains(" mobilitaet ", article.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_alone_is_kept_as_a_draft_and_not_published()
    {
        var note = new ArticleText("Nur ein Titel", "", FormattedText.Empty, []);
        var article = Write(note);
        Assert.Null(article.Change(note, Keep, 0, A.Moment));
        Assert.IsType<ArticleIsIncomplete>(article.Change(note, Publish, 1, A.Moment));
        Assert.IsType<ArticleIsIncomplete>(article.Change(note, new PublicationChange(PublicationStep.Schedule, A.Moment.AddDays(1)), 1, A.Moment));
        Assert.Equal((PublicationState.Draft, 1), (article.Publication.StateAt(A.Moment), article.Version));
    }

    [Fact]
    public void Whoever_saw_another_version_does_not_overwrite_it()
    {
        var article = Write(NewsSteps.Text());
        Assert.IsType<ChangedMeanwhile>(article.Change(NewsSteps.Text("Anders"), Keep, 1, A.Moment));
        Assert.Equal("Ein neuer Brunnen", article.Title);
    }

    [Fact]
    public void Only_another_text_counts_as_a_change()
    {
        var article = Write(NewsSteps.Text());
        Assert.Null(article.Change(NewsSteps.Text(keywords: "Ganz andere"), Keep, 0, A.Moment.AddDays(1)));
        Assert.Equal(["ganz-andere"], article.Keywords.Select(keyword => keyword.Slug));
        Assert.Equal(A.Moment, article.ChangedAt);
        Assert.Null(article.Change(NewsSteps.Text("Anders"), Keep, 1, A.Moment.AddDays(2)));
        Assert.Equal(A.Moment.AddDays(2), article.ChangedAt);
    }

    [Theory]
    [InlineData("https://www.kommune21.de/meldung", "Kommune21", null)]
    [InlineData("https://www.kommune21.de/meldung", null, typeof(SourceNeedsName))]
    [InlineData("javascript:alert(1)", "Kommune21", typeof(SourceAddressIsUnusable))]
    [InlineData("//evil.example", "Kommune21", typeof(SourceAddressIsUnusable))]
    [InlineData("data:text/html,x", "Kommune21", typeof(SourceAddressIsUnusable))]
    public void A_source_has_a_name_and_an_address_of_the_web(string address, string? name, Type? refusal) =>
        Assert.Equal(refusal, (NewsSteps.Text() with { SourceName = name, SourceUrl = address }).Check()?.GetType());

    [Fact]
    public void Pages_that_the_site_refers_to_stay_and_others_are_withdrawn()
    {
        var (duty, other) = (Published("impressum"), Published("sommerfest"));
        var away = new PublicationChange(PublicationStep.Withdraw, null, "Vorbei.");
        Assert.IsType<DutyPageStays>(duty.Change(Body("Alt."), away, null, 1, A.Moment));
        Assert.Null(other.Change(Body("Alt."), away, null, 1, A.Moment));
        Assert.Equal((PublicationState.Published, PublicationState.Withdrawn), (duty.Publication.StateAt(A.Moment), other.Publication.StateAt(A.Moment)));
    }

    [Fact]
    public void What_people_agreed_to_changes_with_an_explanation_only()
    {
        var (duty, other) = (Published("teilnahmebedingungen"), Published("sommerfest"));
        Assert.IsType<ChangeNeedsNote>(duty.Change(Body("Neu."), Keep, " ", 1, A.Moment));
        Assert.Null(duty.Change(Body("Alt."), Keep, null, 1, A.Moment));
        Assert.Null(duty.Change(Body("Neu."), Keep, "Mindestalter 14.", 2, A.Moment));
        Assert.Null(other.Change(Body("Neu."), Keep, null, 1, A.Moment));
    }

    [Fact]
    public void An_empty_page_is_a_draft()
    {
        var page = Page.Write(PageId.New(A.Moment), "leer", new PageText("Leer", FormattedText.Empty), A.Moment);
        Assert.IsType<PageIsIncomplete>(page.Change(new PageText("Leer", FormattedText.Empty), Publish, null, 0, A.Moment));
        Assert.Null(page.Change(new PageText("Leer", FormattedText.Empty), Keep, null, 0, A.Moment));
    }

    private static Article Write(ArticleText text) => Article.Write(ArticleId.New(A.Moment), 1, text, null, A.Moment);

    private static Page Published(string slug)
    {
        var page = Page.Write(PageId.New(A.Moment), slug, Body("Alt."), A.Moment);
        Assert.Null(page.Change(Body("Alt."), Publish, null, 0, A.Moment));
        return page;
    }

    private static PageText Body(string text) => new("Titel", A.Text(text));
}
