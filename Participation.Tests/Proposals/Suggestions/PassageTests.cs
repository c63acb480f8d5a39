using CsCheck;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Domain.Proposals.Writing;
using Participation.Tests.Support;
using Participation.Web.Proposals.Suggestions;

namespace Participation.Tests.Proposals.Suggestions;

/// <summary>Passages move with their text, texts fall into paragraphs, and what was decided stays decided.</summary>
public sealed class PassageTests
{
    private const string Text = "Alle fahren sicher. Auch Kinder.";
    private static readonly SharedTextId Id = SharedTextId.New(A.Moment);

    [Fact]
    public void A_passage_moves_with_the_text_around_it_and_knows_when_it_was_changed()
    {
        var passage = Quote(20, 32);
        Assert.Equal("Auch Kinder.", passage.Quote);
        var moved = passage.After(ChangeSet.Of(32, new TextEdit(0, 4, "Unsere Leute")));
        Assert.Equal((1, 28, 40, false), (moved.Version, moved.From, moved.To, moved.IsGone));
        Assert.True(moved.StandsIn("Unsere Leute fahren sicher. Auch Kinder."));
        var changed = passage.After(ChangeSet.Of(32, new TextEdit(25, 31, "Alte")));
        Assert.False(changed.StandsIn("Alle fahren sicher. Auch Alte."));
        Assert.False(changed.IsGone);
    }

    [Fact]
    public void A_passage_of_which_nothing_is_left_is_gone_for_good()
    {
        var gone = Quote(20, 32).After(ChangeSet.Of(32, new TextEdit(19, 32, "")));
        Assert.Equal((true, 19, 19, "Auch Kinder."), (gone.IsGone, gone.From, gone.To, gone.Quote));
        Assert.True(gone.After(ChangeSet.Of(19, new TextEdit(19, 19, " Auch Kinder."))).IsGone);
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(5, 5)]
    [InlineData(8, 4)]
    [InlineData(0, 33)]
    [InlineData(4, 5)]
    public void What_is_no_passage_is_not_quoted(int from, int to) => Assert.Null(Passage.Of(Id, SectionKind.Goal, 0, Text, new TextRange(from, to)));

    [Fact]
    public void Half_characters_are_not_quoted() => Assert.Null(Passage.Of(Id, SectionKind.Goal, 0, "Ein 🚲 fährt.", new TextRange(5, 9)));

    [Fact]
    public void Paragraphs_are_whole_and_leave_nothing_out() => Gen.OneOf(Gen.Const("\n\n"), Gen.Const("\n"), Gen.Const(" "), Gen.Const("```\n"), Gen.Const("🚲"), Gen.Const(new string('x', 900)), Gen.String[Gen.Char['a', 'z'], 1, 6]).Array[0, 60].Sample(pieces =>
    {
        var text = string.Concat(pieces);
        var (at, between) = (0, "");
        foreach (var range in Paragraphs.Of(text))
        {
            if (range.From < at || Passage.Of(Id, SectionKind.Goal, 0, text, range) is null) return false;
            between += text[at..range.From];
            at = range.To;
        }

        return string.IsNullOrWhiteSpace(between + text[at..]);
    });

    [Fact]
    public void A_long_word_behind_a_blank_is_parted_and_no_blank_is_quoted_for_itself()
    {
        var text = " " + new string('x', Passage.MaxLength + 10);
        Assert.Equal([Passage.MaxLength, 11], Paragraphs.Of(text).Select(range => range.To - range.From));
    }

    [Fact]
    public void Code_and_what_is_indented_stay_together() =>
        Assert.Equal(["- Eins\n\n  weiter", "```\na\n\nb\n```", "Ende"], Paragraphs.Of("- Eins\n\n  weiter\n\n```\na\n\nb\n```\n\nEnde\n").Select(range => "- Eins\n\n  weiter\n\n```\na\n\nb\n```\n\nEnde\n"[range.From..range.To]));

    [Fact]
    public void What_was_decided_is_not_decided_again()
    {
        var (author, other, city) = (PersonId.New(A.Moment), PersonId.New(A.Moment), OrganisationId.New(A.Moment));
        var made = Suggestion.Make(SuggestionId.New(A.Moment), ProposalId.New(A.Moment), 1, Quote(0, 4), new SuggestionWords("Wir", "Kürzer."), author, null, held: false, "k", A.Moment);
        Assert.IsType<ReasonIsMissing>(made.Decline(" ", other, city, A.Moment));
        Assert.Null(made.Decline("Passt nicht.", other, city, A.Moment));
        Assert.IsType<SuggestionIsClosed>(made.Accept(3, other, city, A.Moment));
        Assert.IsType<SuggestionIsClosed>(made.Withdraw(A.Moment));
        Assert.Null(made.Hide("Beleidigung.", A.Moment));
        Assert.Equal((SuggestionStatus.Declined, false), (made.Status, made.IsVisible));
        Assert.Null(made.Restore());
        Assert.Equal((SuggestionStatus.Declined, true), (made.Status, made.IsVisible));
    }

    private static Passage Quote(int from, int to) => Passage.Of(Id, SectionKind.Goal, 0, Text, new TextRange(from, to))!;
}
