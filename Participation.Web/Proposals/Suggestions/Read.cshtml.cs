using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Proposals.Writing;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>The text as it is now, paragraph by paragraph, with what people said about each of them and the way to say something; for whoever may read it.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.ApiRead)]
public sealed class ReadModel(ReadProposal read, ReadTexts texts, SuggestionQueries queries, ReadParagraphs paragraphs) : PageModel
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
        var marks = await queries.MarksAsync(Open, now, cancel);
        Gone = [.. marks.Where(mark => mark.Passage.IsGone)];
        Sections = [.. now.Select(text => new ReadSection(text, [.. paragraphs.Of(text).Select(paragraph => new MarkedParagraph(paragraph, [.. marks.Where(mark => IsAbout(mark, text, paragraph))]))]))];
    }

    private static bool IsAbout(PassageMark mark, TextNow text, ReadParagraph paragraph) =>
        mark.Passage.TextId == text.Id && !mark.Passage.IsGone && mark.Passage.From >= paragraph.Range.From && mark.Passage.From < paragraph.Range.To;
}

/// <summary>A section, paragraph by paragraph.</summary>
public sealed record ReadSection(TextNow Text, IReadOnlyList<MarkedParagraph> Paragraphs);

/// <summary>A paragraph with what is open about it.</summary>
public sealed record MarkedParagraph(ReadParagraph Paragraph, IReadOnlyList<PassageMark> Marks);
