using Participation.Domain;
using Participation.Domain.Editing;
using Participation.Domain.Processes;
using Participation.Domain.Texts;
using Participation.Tests.Support;

namespace Participation.Tests.Texts;

/// <summary>What becomes of passages when their text is changed.</summary>
public sealed class TextRuleTests
{
    private static readonly Process Process = Process.Create(ProcessId.New(A.Moment), "smart-city", A.Plan(), A.Moment);
    private static readonly DateTimeOffset Later = A.Moment.AddDays(1);

    [Fact]
    public void Passages_are_counted_without_headings_and_keep_their_numbers()
    {
        var text = A.DiscussedText(Process, after: 10, passages: ["# Eins", "Alpha", "## Zwei", "Beta"]);
        Assert.Equal([(11, 0, 1), (12, 1, 0), (13, 0, 2), (14, 2, 0)], text.Passages.Select(passage => (passage.Number, passage.Position, passage.Level)));
        Assert.Null(Change(text, "14|Beta", "Neu", "12|Alpha"));
        Assert.Equal([(14, 1), (21, 2), (12, 3)], text.Passages.Select(passage => (passage.Number, passage.Position)));
    }

    [Fact]
    public void Only_other_words_make_a_passage_changed()
    {
        var text = A.DiscussedText(Process, passages: ["Alpha", "Beta"]);
        Assert.Null(Change(text, "1|Alpha", "2|Gamma"));
        Assert.Equal([null, Later], text.Passages.Select(passage => passage.ChangedAt));
        Assert.Equal(" gamma ", text.Passages[1].Words);
    }

    [Fact]
    public void What_was_discussed_is_struck_and_stays_what_was_not_goes()
    {
        var text = A.DiscussedText(Process, passages: ["Alpha", "Beta", "Gamma"]);
        text.Passages[1].NextCommentNumber();
        var plan = A.TextPlan(Process.Id, "1|Alpha");
        Assert.Equal([2], text.DiscussedWithout(plan).Select(passage => passage.Number));
        Assert.Null(text.Change(plan, 0, () => 21, Later));
        Assert.Equal([(1, null), (2, Later)], text.Passages.OrderBy(passage => passage.Number).Select(passage => (passage.Number, passage.StruckAt)));
        // Asked once: what is struck already is not named again.
        Assert.Empty(text.DiscussedWithout(plan));
    }

    [Fact]
    public void A_struck_passage_comes_back_with_its_discussion()
    {
        var text = A.DiscussedText(Process, passages: ["Alpha", "Beta"]);
        text.Passages[1].NextCommentNumber();
        Assert.Null(Change(text, "1|Alpha"));
        Assert.Null(text.Change(A.TextPlan(Process.Id, "1|Alpha", "2|Beta"), 1, () => 21, Later));
        Assert.Equal([true, true], text.Passages.Select(passage => passage.Stands));
    }

    [Fact]
    public void A_text_of_headings_only_one_with_too_many_passages_and_a_passage_that_is_too_long_are_refused()
    {
        Assert.IsType<TextNeedsPassage>(A.TextPlan(Process.Id, "# Eins", "## Zwei").Check());
        Assert.IsType<TooManyPassages>(A.TextPlan(Process.Id, [.. Enumerable.Range(0, DiscussedText.MaxPassages + 1).Select(i => $"Absatz {i}")]).Check());
        Assert.IsType<PassageTooLong>(A.TextPlan(Process.Id, new string('x', TextPassage.BodyMaxLength + 1)).Check());
        Assert.Null(A.TextPlan(Process.Id, "Alpha").Check());
    }

    [Fact]
    public void Whoever_saw_an_older_version_changes_nothing()
    {
        var text = A.DiscussedText(Process);
        Assert.IsType<ChangedMeanwhile>(text.Change(A.TextPlan(Process.Id, "Alpha"), 7, () => 21, Later));
        Assert.Equal(3, text.Passages.Count);
    }

    [Fact]
    public void A_withdrawn_text_says_why_and_its_passages_are_not_public()
    {
        var text = A.DiscussedText(Process);
        Assert.True(text.Passages[1].IsPublicAt(Later));
        Assert.False(text.Passages[0].IsPublicAt(Later));
        Assert.IsType<WithdrawalNeedsReason>(text.Publish(new PublicationChange(PublicationStep.Withdraw), Later));
        Assert.Null(text.Publish(new PublicationChange(PublicationStep.Withdraw, Reason: "Überholt."), Later));
        Assert.Equal((false, "Überholt."), (text.Passages[1].IsPublicAt(Later), text.Passages[1].RemovalReason));
    }

    private static Refusal? Change(DiscussedText text, params string[] passages) => text.Change(A.TextPlan(Process.Id, passages), text.Version, () => 21, Later);
}
