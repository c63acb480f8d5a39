using Participation.Domain.Texts;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Texts;

/// <summary>Takes a whole text apart into passages, finds those of the present text again, and renders what changed.</summary>
public sealed class PassagePlanning(MarkdownText markdown, TextFormatter texts)
{
    private const int BeginningLength = 60;

    /// <param name="source">The whole text as typed.</param>
    /// <param name="before">The passages that there are, struck ones too.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The passages in order, or why the text cannot be discussed like this.</returns>
    public async Task<Outcome<List<PassagePlan>>> OfAsync(string? source, IReadOnlyList<TextPassage> before, CancellationToken cancel)
    {
        if (MarkdownText.Source(source).Length > DiscussedText.WholeMaxLength) return new TextIsTooLong(DiscussedText.WholeMaxLength);
        if (markdown.Blocks(source) is not { } blocks) return new TextIsTooIntricate();
        if (blocks.Count > DiscussedText.MaxPassages) return new TooManyPassages(DiscussedText.MaxPassages);
        if (blocks.FirstOrDefault(block => block.Markdown.Length > TextPassage.BodyMaxLength) is { } tooLong) return new PassageTooLong(TextPassage.BodyMaxLength, PlainText.Cut(tooLong.Markdown, BeginningLength));
        var numbers = PassageMatch.Numbers([.. before.Select(passage => new KnownPassage(passage.Number, passage.Level, passage.Body.Markdown, passage.Stands))], blocks);
        var (known, plans) = (before.ToDictionary(passage => passage.Number, passage => passage.Body), new List<PassagePlan>());
        foreach (var (block, number) in blocks.Zip(numbers))
        {
            var body = number is { } same && known[same].Markdown == block.Markdown ? known[same] : null;
            if (body is null)
            {
                var formatted = await texts.FormatAsync(block.Markdown, TextPassage.BodyMaxLength, cancel);
                if (!formatted.Done) return formatted.Refusal;
                if (TextImages.In(formatted.Value.Html).Count > 0) return new PassagesHoldNoImages();
                body = formatted.Value;
            }

            plans.Add(new PassagePlan(number, block.Level, body));
        }

        return plans;
    }
}

/// <summary>Images cannot be discussed; they stand in a document beside the text.</summary>
public sealed record PassagesHoldNoImages : Domain.Refusal;
