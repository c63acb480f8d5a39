using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Domain.Processes;
using Participation.Domain.Strategy;

namespace Participation.Domain.Texts;

/// <summary>A text of the city that is discussed passage by passage, such as the draft of a strategy (Textdiskussion).</summary>
public sealed class DiscussedText : IPublished
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 150;

    /// <summary>Longest introduction, in characters.</summary>
    public const int LeadMaxLength = 3_000;

    /// <summary>Longest whole text, in characters.</summary>
    public const int WholeMaxLength = 200_000;

    /// <summary>Most passages that stand in a text.</summary>
    public const int MaxPassages = 400;

    /// <summary>Longest key of a form, in characters.</summary>
    public const int SubmissionKeyMaxLength = 64;

    private readonly List<TextPassage> _passages = [];

    private DiscussedText() { }

    /// <summary>Internal identity.</summary>
    public DiscussedTextId Id { get; private set; }

    /// <summary>Public number.</summary>
    public int Number { get; private set; }

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it is about and what the city wants to know.</summary>
    public FormattedText Lead { get; private set; } = FormattedText.Empty;

    /// <summary>Title and introduction as they are searched; see <see cref="News.SearchableWords"/>.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The process whose phases and rules hold for the discussion.</summary>
    public ProcessId ProcessId { get; private set; }

    /// <summary>The strategy it belongs to.</summary>
    public StrategyPaperId? StrategyId { get; private set; }

    /// <summary>The paper that the text was taken from.</summary>
    public PaperId? PaperId { get; private set; }

    /// <inheritdoc/>
    public Publication Publication { get; private set; } = Publication.Draft;

    /// <summary>When it was set up.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Made by the form; two submissions with the same key are one text.</summary>
    public string? SubmissionKey { get; private set; }

    /// <summary>Optimistic concurrency token of what its editors set; comments do not change it.</summary>
    public int Version { get; private set; }

    /// <summary>All passages, struck ones too, in order.</summary>
    public IReadOnlyList<TextPassage> Passages => _passages;

    /// <summary>Sets it up as a draft by a plan that passed <see cref="TextPlan.Check"/>.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="number">Its public number.</param>
    /// <param name="plan">Everything.</param>
    /// <param name="nextPassage">Draws the public number of a new passage.</param>
    /// <param name="submissionKey">The form's own key.</param>
    /// <param name="now">The instant.</param>
    /// <exception cref="ArgumentException">It did not pass.</exception>
    public static DiscussedText Create(DiscussedTextId id, int number, TextPlan plan, Func<int> nextPassage, string? submissionKey, DateTimeOffset now)
    {
        if (plan.Check() is { } refusal) throw new ArgumentException(refusal.ToString(), nameof(plan));
        var text = new DiscussedText { Id = id, Number = number, SubmissionKey = submissionKey, CreatedAt = now };
        text.Apply(plan, nextPassage, now);
        return text;
    }

    /// <summary>Changes it. Passages that are left out are struck: those that were discussed stay readable, the others go.</summary>
    /// <param name="plan">Everything.</param>
    /// <param name="expectedVersion">The version that was seen.</param>
    /// <param name="nextPassage">Draws the public number of a new passage.</param>
    /// <param name="now">The instant.</param>
    public Refusal? Change(TextPlan plan, int expectedVersion, Func<int> nextPassage, DateTimeOffset now)
    {
        if (expectedVersion != Version) return new ChangedMeanwhile();
        if (plan.Check() is { } refusal) return refusal;
        Apply(plan, nextPassage, now);
        Version++;
        return null;
    }

    /// <summary>Whether it says this, when it was set up by it.</summary>
    public bool Is(TextPlan plan) => (Title, Lead.Markdown, ProcessId, StrategyId, PaperId) == (plan.Title, plan.Lead.Markdown, plan.ProcessId, plan.StrategyId, plan.PaperId)
        && _passages.Where(passage => passage.Stands).OrderBy(passage => passage.Order).Select(passage => passage.Body.Markdown).SequenceEqual(plan.Passages.Select(passage => passage.Body.Markdown));

    /// <summary>Passages with a discussion that a plan would strike.</summary>
    public IReadOnlyList<TextPassage> DiscussedWithout(TextPlan plan)
    {
        var kept = plan.Passages.Select(passage => passage.Number).ToHashSet();
        return [.. _passages.Where(passage => passage is { Stands: true, LastCommentNumber: > 0 } && !kept.Contains(passage.Number)).OrderBy(passage => passage.Order)];
    }

    /// <summary>Shows it, or takes it out of view.</summary>
    public Refusal? Publish(PublicationChange change, DateTimeOffset now)
    {
        if (Publication.Take(change, now, out var next) is { } refusal) return refusal;
        Publication = next;
        return null;
    }

    private void Apply(TextPlan plan, Func<int> nextPassage, DateTimeOffset now)
    {
        (Title, Lead, ProcessId, StrategyId, PaperId, ChangedAt) = (plan.Title, plan.Lead, plan.ProcessId, plan.StrategyId, plan.PaperId, now);
        Words = News.SearchableWords.Of([Title, Lead.Markdown]);
        var before = _passages.ToDictionary(passage => passage.Number);
        var standing = new List<TextPassage>();
        foreach (var wanted in plan.Passages)
        {
            if (wanted.Number is { } number && before.Remove(number, out var kept)) kept.Become(wanted, now);
            else _passages.Add(kept = TextPassage.Of(this, Texts.TextPassageId.New(now), nextPassage(), wanted));
            standing.Add(kept);
        }

        foreach (var left in before.Values)
            if (left.LastCommentNumber > 0) left.Strike(now);
            else _passages.Remove(left);
        var position = 0;
        for (var i = 0; i < standing.Count; i++) standing[i].Stand(i + 1, standing[i].IsHeading ? 0 : ++position);
        _passages.Sort((one, other) => one.Order != other.Order ? one.Order.CompareTo(other.Order) : one.Number.CompareTo(other.Number));
    }
}

/// <summary>Everything about a text that its editors set.</summary>
public sealed record TextPlan(string Title, FormattedText Lead, ProcessId ProcessId, StrategyPaperId? StrategyId, PaperId? PaperId, IReadOnlyList<PassagePlan> Passages)
{
    /// <summary>Says what is missing or too much, or null.</summary>
    public Refusal? Check()
    {
        if (Passages.All(passage => passage.Level > 0)) return new TextNeedsPassage();
        if (Passages.Count > DiscussedText.MaxPassages) return new TooManyPassages(DiscussedText.MaxPassages);
        return Passages.FirstOrDefault(passage => passage.Body.Markdown.Length > TextPassage.BodyMaxLength) is { } tooLong ? new PassageTooLong(TextPassage.BodyMaxLength, tooLong.Body.Markdown[..60]) : null;
    }
}

/// <summary>A text without a passage cannot be discussed.</summary>
public sealed record TextNeedsPassage : Refusal;

/// <summary>The text has more passages than a page can show.</summary>
public sealed record TooManyPassages(int Limit) : Refusal;

/// <summary>One passage is too long to be discussed as a whole.</summary>
/// <param name="Limit">Longest passage, in characters.</param>
/// <param name="Begins">How it begins.</param>
public sealed record PassageTooLong(int Limit, string Begins) : Refusal;
