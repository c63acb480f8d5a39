using Participation.Domain.Moderation.Guards;
using Participation.Tests.Support;

namespace Participation.Tests.Moderation.Guards;

public sealed class PaceTests
{
    private static readonly DateTimeOffset Now = A.Moment;
    private static readonly DateTimeOffset LongAgo = Now.AddDays(-100);

    [Theory]
    [InlineData(4.2, 2)]
    [InlineData(1, 4)]
    [InlineData(0, 5)]
    public void Between_two_comments_are_five_seconds(double ago, int seconds) =>
        Assert.Equal(new WriteAgainIn(seconds), Of(LongAgo, Comment(ago)).Check(WritingKind.Comment, "neu", Now));

    [Fact]
    public void After_the_pause_one_may_write()
    {
        Assert.Null(Of(LongAgo, Comment(5)).Check(WritingKind.Comment, "neu", Now));
        Assert.Null(Of(LongAgo, Idea(15)).Check(WritingKind.Idea, "neu", Now));
        Assert.Null(Of(Now, Comment(30)).Check(WritingKind.Comment, "neu", Now));
    }

    [Fact]
    public void Ideas_and_new_people_wait_longer()
    {
        Assert.Equal(new WriteAgainIn(9), Of(LongAgo, Idea(6)).Check(WritingKind.Idea, "neu", Now));
        Assert.Null(Of(LongAgo, Idea(6)).Check(WritingKind.Comment, "neu", Now));
        Assert.Equal(new WriteAgainIn(25), Of(Now, Comment(5)).Check(WritingKind.Comment, "neu", Now));
        Assert.Equal(new WriteAgainIn(110), Of(Now, Idea(10)).Check(WritingKind.Idea, "neu", Now));
    }

    [Fact]
    public void A_new_person_submits_three_ideas_and_posts_ten_comments()
    {
        var joined = Now.AddHours(-20);
        Assert.Null(Of(joined, Idea(4000), Idea(5000)).Check(WritingKind.Idea, "neu", Now));
        Assert.Equal(new TooManyIdeasAtFirst(3, 4), Of(joined, Idea(4000), Idea(5000), Idea(6000)).Check(WritingKind.Idea, "neu", Now));
        Assert.Equal(new TooManyCommentsAtFirst(10, 4), Of(joined, [.. Enumerable.Range(1, 10).Select(i => Comment(i * 100))]).Check(WritingKind.Comment, "neu", Now));
        Assert.Null(Of(joined, [.. Enumerable.Range(1, 9).Select(i => Comment(i * 100))]).Check(WritingKind.Comment, "neu", Now));
    }

    [Fact]
    public void Others_submit_twenty_ideas_in_any_day()
    {
        RecentWriting[] ideas = [.. Enumerable.Range(1, 20).Select(i => Idea(i * 3600))];
        Assert.Equal(new TooManyIdeasToday(20, 4), Of(LongAgo, ideas).Check(WritingKind.Idea, "neu", Now));
        Assert.Null(Of(LongAgo, ideas[..19]).Check(WritingKind.Idea, "neu", Now));
        Assert.Null(Of(LongAgo, ideas).Check(WritingKind.Comment, "neu", Now));
    }

    [Fact]
    public void Thirty_changes_a_day_without_a_pause()
    {
        var text = WritingId.New(Now).Value;
        RecentWriting[] edits = [.. Enumerable.Range(0, 30).Select(i => new RecentWriting(WritingKind.Edit, Now.AddSeconds(-i), "gleich", text))];
        Assert.Equal(new TooManyEditsToday(30, 24), Of(LongAgo, edits).Check(WritingKind.Edit, "gleich", Now, text));
        Assert.Null(Of(LongAgo, edits[..29]).Check(WritingKind.Edit, "gleich", Now, text));
        Assert.Null(Of(LongAgo, edits).Check(WritingKind.Comment, "neu", Now));
    }

    [Fact]
    public void The_same_text_comes_again_after_five_minutes()
    {
        Assert.Equal(new SameTextAgain(3), Of(LongAgo, Comment(150, "gleich")).Check(WritingKind.Comment, "gleich", Now));
        Assert.Null(Of(LongAgo, Comment(300, "gleich")).Check(WritingKind.Comment, "gleich", Now));
        Assert.Null(Of(LongAgo, Comment(150, "anders")).Check(WritingKind.Comment, "gleich", Now));
    }

    [Fact]
    public void A_change_repeats_no_other_text_but_may_go_back_or_leave_the_words_as_they_are()
    {
        var (one, other) = (WritingId.New(Now).Value, WritingId.New(Now).Value);
        var pace = Of(LongAgo, new RecentWriting(WritingKind.Comment, Now.AddSeconds(-150), "gleich", one));
        Assert.Equal(new SameTextAgain(3), pace.Check(WritingKind.Edit, "gleich", Now, other));
        Assert.Null(pace.Check(WritingKind.Edit, "gleich", Now, one));
        Assert.Null(pace.Check(WritingKind.Edit, null, Now, other));
        Assert.Equal(new SameTextAgain(5), Of(LongAgo, new RecentWriting(WritingKind.Edit, Now, "gleich", one)).Check(WritingKind.Comment, "gleich", Now));
    }

    [Fact]
    public void A_refusal_says_when_it_ends()
    {
        Assert.Equal(TimeSpan.FromSeconds(25), ((IMustWait)new WriteAgainIn(25)).Wait);
        Assert.Equal(TimeSpan.FromMinutes(3), ((IMustWait)new SameTextAgain(3)).Wait);
        Assert.Equal(TimeSpan.FromHours(4), ((IMustWait)new TooManyIdeasToday(20, 4)).Wait);
    }

    private static Pace Of(DateTimeOffset joined, params RecentWriting[] lately) => new(GuardRules.Default, joined, lately);

    private static RecentWriting Comment(double secondsAgo, string hash = "alt") => new(WritingKind.Comment, Now.AddSeconds(-secondsAgo), hash);

    private static RecentWriting Idea(double secondsAgo) => new(WritingKind.Idea, Now.AddSeconds(-secondsAgo), "alt");
}
