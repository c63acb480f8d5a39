using Microsoft.AspNetCore.Mvc.ModelBinding;
using Participation.Domain;
using Participation.Domain.News;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.News.Articles;

/// <summary>What the form of an article sends; anything may be missing or unreadable.</summary>
public sealed class ArticleInput
{
    public int Version { get; set; }

    public string? SubmissionKey { get; set; }

    public string? Title { get; set; }

    public string? Teaser { get; set; }

    public string? Body { get; set; }

    /// <summary>With commas between them.</summary>
    public string? Keywords { get; set; }

    public string? SourceName { get; set; }

    public string? SourceUrl { get; set; }

    public string? Topic { get; set; }

    public string? District { get; set; }

    public PublishInput Publish { get; set; } = new();

    public AttachmentsInput Documents { get; set; } = new();

    /// <summary>What the form shows of an article.</summary>
    public static ArticleInput Of(Article article, AttachmentsInput documents, CityClock clock) => new()
    {
        Version = article.Version, Title = article.Title, Teaser = article.Teaser, Body = article.Body.Markdown, Keywords = string.Join(", ", article.Keywords.OrderBy(keyword => keyword.Order).Select(keyword => keyword.Name)),
        SourceName = article.SourceName, SourceUrl = article.SourceUrl, Topic = article.TopicKey, District = article.DistrictKey, Publish = PublishInput.Of(article.Publication, clock), Documents = documents,
    };

    /// <summary>Notes what is missing or does not fit at its field.</summary>
    public void Check(ModelStateDictionary state, CityClock clock)
    {
        state.Require("Input.Title", NewsTexts.FieldTitle, Title, Article.TitleMaxLength);
        state.Limit("Input.Teaser", NewsTexts.FieldTeaser, Teaser, Article.TeaserMaxLength);
        state.Limit("Input.Body", NewsTexts.FieldBody, MarkdownText.Source(Body), Article.BodyMaxLength);
        state.Limit("Input.SourceName", NewsTexts.FieldSourceName, SourceName, Article.SourceNameMaxLength);
        state.Limit("Input.SourceUrl", NewsTexts.FieldSourceUrl, SourceUrl, Article.SourceUrlMaxLength);
        state.Limit("Input.Keywords", NewsTexts.Keywords, Keywords, Keyword.ListMaxLength);
        if (SubmissionKey?.Length > Article.SubmissionKeyMaxLength) state.AddModelError("", SharedTexts.FormExpired);
        Publish.Check(state, clock);
    }

    /// <summary>The text for the use case.</summary>
    public ArticleText ToText(FormattedText body, IReadOnlyList<Keyword> keywords) =>
        new((Title ?? "").Trim(), (Teaser ?? "").Trim(), body, keywords, Word(SourceName), Word(SourceUrl), Word(Topic), Word(District));

    /// <summary>Under which field a rule's "no" stands.</summary>
    public static string FieldOf(Refusal refusal) => refusal switch
    {
        KeywordTooLong or KeywordNeedsLetters or TooManyKeywords => "Input.Keywords",
        SourceNeedsName => "Input.SourceName",
        SourceAddressIsUnusable => "Input.SourceUrl",
        TopicIsNotThere => "Input.Topic",
        DistrictIsNotThere => "Input.District",
        _ => refusal.Under("Input.Body"),
    };

    private static string? Word(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
