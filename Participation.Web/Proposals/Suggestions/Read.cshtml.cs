using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Proposals.Writing;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>The text as it is now, paragraph by paragraph, with what people said about each of them and the way to say something; for whoever may read it.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.ApiRead)]
public sealed class ReadModel(ReadProposal read, ReadTexts texts, SuggestionQueries queries, MarkdownText markdown) : PageModel
{
    public ReadableProposal Open { get; private set; } = null!;

    public IReadOnlyList<ReadSection> Sections { get; private set; } = [];

    /// <summary>What is open about passages that are not there any more.</summary>
    public IReadOnlyList<PassageMark> Gone { get; private set; } = [];

    /// <summary>Whether something can be said.</summary>
    public bool IsOpen => TakingPart.IsOpen(Open.Proposal);

    public async Task OnGetAsync(int number, CancellationToken cancel)
    {
        Open = await read.OpenAsync(number, User.ActorOrNull(), cancel);
        var now = await texts.OfAsync(Open.Proposal.Id, cancel);
        var marks = await queries.MarksAsync(Open.Proposal.Id, now, cancel);
        Gone = [.. marks.Where(mark => mark.Passage.IsGone)];
        Sections = [.. now.Select(text => new ReadSection(text, [.. Paragraphs.Of(text.Text).Select((range, index) => Paragraph(text, range, index, marks))]))];
    }

    /// <summary>Names and numbers in it stay words: a paragraph is shown to be quoted, the page of the proposal shows the text as a whole.</summary>
    private ReadParagraph Paragraph(TextNow text, TextRange range, int index, IReadOnlyList<PassageMark> marks) => new(
        range, markdown.Format(text.Text[range.From..range.To], $"a{(int)text.Section}x{index}").Html,
        [.. marks.Where(mark => mark.Passage.TextId == text.Id && !mark.Passage.IsGone && mark.Passage.From >= range.From && mark.Passage.From < range.To)]);
}

/// <summary>A section, paragraph by paragraph.</summary>
public sealed record ReadSection(TextNow Text, IReadOnlyList<ReadParagraph> Paragraphs);

/// <summary>A paragraph with what is open about it.</summary>
public sealed record ReadParagraph(TextRange Range, string Html, IReadOnlyList<PassageMark> Marks);
