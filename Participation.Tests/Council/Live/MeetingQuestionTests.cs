using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Council.Live;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Tests.Support;

namespace Participation.Tests.Council.Live;

public sealed class MeetingQuestionTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(A.Moment.UtcDateTime);
    private readonly PersonId _author = PersonId.New(A.Moment), _moderator = PersonId.New(A.Moment);

    private MeetingQuestion Asked(bool held = false) => MeetingQuestion.Ask(MeetingQuestionId.New(A.Moment), MeetingId.New(A.Moment), 1, null, " Wie viele? ", _author, held, "eins", A.Moment);

    private Refusal? Settle(MeetingQuestion question, QuestionReply reply) => question.Settle(reply, _moderator, question.Version, Today, A.Moment);

    [Fact]
    public void A_question_has_words_and_not_too_many()
    {
        Assert.IsType<QuestionNeedsText>(MeetingQuestion.Check(" \n "));
        Assert.Equal(new QuestionIsTooLong(500), MeetingQuestion.Check(new string('a', 501)));
        Assert.Null(MeetingQuestion.Check(new string('a', 500)));
        Assert.Equal("Wie viele?", Asked().Text);
    }

    [Fact]
    public void Nobody_likes_their_own_question()
    {
        Assert.IsType<OwnQuestionHasNoLike>(Asked().CheckLike(_author));
        Assert.Null(Asked().CheckLike(_moderator));
    }

    [Fact]
    public void What_is_dealt_with_waits_or_is_hidden_is_not_liked()
    {
        var (settled, hidden) = (Asked(), Asked());
        Assert.Null(Settle(settled, GivenMeeting.Answered()));
        Assert.Null(hidden.Hide("Beleidigung.", A.Moment));
        Assert.All([settled, hidden, Asked(held: true)], question => Assert.IsType<QuestionIsClosed>(question.CheckLike(_moderator)));
    }

    [Fact]
    public void An_answer_says_what_and_who()
    {
        Assert.IsType<ReplyNeedsText>(Settle(Asked(), new(QuestionState.Answered, " ", "Frau Muster")));
        Assert.IsType<ReplyNeedsSpeaker>(Settle(Asked(), new(QuestionState.Answered, "Vierzig.", " ")));
        Assert.IsType<ReplyNeedsSpeaker>(Settle(Asked(), new(QuestionState.Answered, "Vierzig.", new string('a', 121))));
        Assert.Equal(new ReplyIsTooLong(1000), Settle(Asked(), new(QuestionState.Answered, new string('a', 1001), "Frau Muster")));
    }

    [Fact]
    public void A_deferred_question_has_a_day_ahead()
    {
        Assert.IsType<ReplyNeedsDay>(Settle(Asked(), new(QuestionState.Deferred, "")));
        Assert.IsType<ReplyNeedsDay>(Settle(Asked(), new(QuestionState.Deferred, "", "", Today)));
        Assert.Null(Settle(Asked(), new(QuestionState.Deferred, "", "", Today.AddDays(1))));
    }

    [Fact]
    public void A_question_that_is_not_dealt_with_says_why() => Assert.IsType<ReasonIsMissing>(Settle(Asked(), new(QuestionState.Declined, "")));

    [Fact]
    public void The_same_answer_twice_is_one_and_a_correction_is_another()
    {
        var question = Asked();
        Assert.Null(question.Settle(GivenMeeting.Answered(), _moderator, 0, Today, A.Moment));
        Assert.Null(question.Settle(GivenMeeting.Answered(), _moderator, 0, Today, A.Moment));
        Assert.Equal(1, question.Version);
        Assert.IsType<ChangedMeanwhile>(question.Settle(GivenMeeting.Answered("Fünfzig."), _moderator, 0, Today, A.Moment));
        Assert.Null(question.Settle(GivenMeeting.Answered("Fünfzig."), _moderator, 1, Today, A.Moment));
        Assert.Equal("Fünfzig.", question.Reply);
    }

    [Fact]
    public void What_waits_is_shown_by_a_moderator_and_not_answered_before()
    {
        var question = Asked(held: true);
        Assert.IsType<QuestionIsClosed>(Settle(question, GivenMeeting.Answered()));
        Assert.Null(question.Show());
        Assert.True(question.IsVisible);
    }

    [Fact]
    public void What_waits_can_be_refused_and_given_back()
    {
        var question = Asked(held: true);
        Assert.Null(question.Hide("Beleidigung.", A.Moment));
        Assert.False(question.IsHeld);
        Assert.IsType<ContentIsClosed>(question.Hide("Noch einmal.", A.Moment));
        Assert.Null(question.Restore());
        Assert.True(question.IsVisible);
    }

    [Fact]
    public void An_author_takes_an_open_question_back_and_its_words_go()
    {
        var (open, settled) = (Asked(), Asked());
        Assert.Null(open.Withdraw(A.Moment));
        Assert.Null(open.Withdraw(A.Moment));
        Assert.Equal(("", false), (open.Text, open.IsVisible));
        Assert.Null(Settle(settled, GivenMeeting.Answered()));
        Assert.IsType<QuestionIsClosed>(settled.Withdraw(A.Moment));
    }

    [Theory, InlineData("s13:4"), InlineData("s1:1")]
    public void A_place_of_a_question_reads_back(string text) => Assert.Equal(text, CaseRef.Parse(text, null).ToString());

    [Theory, InlineData("s13"), InlineData("s13:"), InlineData("s0:1"), InlineData("s13:a1"), InlineData("s13:1:1")]
    public void Other_places_in_meetings_are_none(string text) => Assert.False(CaseRef.TryParse(text, null, out _));
}
