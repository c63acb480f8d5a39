using CsCheck;
using Participation.Domain;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Tests.Support;

namespace Participation.Tests.Discussions;

/// <summary>From posting to deleting, and where a comment stands in its thread.</summary>
public sealed class CommentLifeCycleTests
{
    [Theory, InlineData(true, CommentStatus.Queued), InlineData(false, CommentStatus.Published)]
    public void A_comment_appears_at_once_unless_it_is_held(bool held, CommentStatus expected) => Assert.Equal((expected, !held), (A.Comment(held: held).Status, A.Comment(held: held).IsVisible));

    [Fact]
    public void Only_a_published_or_queued_comment_can_be_edited() =>
        PossibleOnlyFrom<CommentIsClosed>([CommentStatus.Published, CommentStatus.Queued], comment => comment.Edit(A.Text("Sehr gute Idee."), CommentLabel.For, A.Moment));

    [Fact]
    public void What_a_comment_said_before_stays_public_with_its_time()
    {
        var comment = A.Comment();
        Assert.Null(comment.Edit(A.Text("Sehr gute Idee."), CommentLabel.For, A.Moment.AddHours(1)));
        Assert.Null(comment.Edit(A.Text("Doch nicht."), CommentLabel.Against, A.Moment.AddHours(2)));
        Assert.Equal([("Gute Idee.", A.Moment), ("Sehr gute Idee.", A.Moment.AddHours(1))], comment.Versions.Select(version => (version.Body, version.WrittenAt)));
        Assert.Equal((3, "Doch nicht.", CommentLabel.Against), (comment.TextVersion, comment.Body.Markdown, comment.Label));
    }

    [Fact]
    public void The_same_words_are_no_edit_but_another_label_is()
    {
        Refused<NothingChanged>(A.Comment(), comment => comment.Edit(A.Text("Gute Idee."), CommentLabel.None, A.Moment));
        Assert.Null(A.Comment().Edit(A.Text("Gute Idee."), CommentLabel.Question, A.Moment));
    }

    [Fact]
    public void A_hidden_or_declined_comment_is_not_deleted_because_its_reasons_stay()
    {
        PossibleOnlyFrom<CommentIsClosed>([CommentStatus.Published, CommentStatus.Queued, CommentStatus.Deleted], comment => comment.Delete(A.Moment));
    }

    [Fact]
    public void A_deleted_text_goes_for_good_with_its_history()
    {
        var comment = A.Comment();
        Assert.Null(comment.Edit(A.Text("Sehr gute Idee."), CommentLabel.None, A.Moment));
        Assert.Null(comment.Delete(A.Moment.AddHours(1)));
        Assert.Empty(comment.Versions);
        Assert.Equal((FormattedText.Empty, A.Moment.AddHours(1)), (comment.Body, comment.RemovedAt));
    }

    [Fact]
    public void Deleting_twice_is_deleting_once()
    {
        var comment = A.Comment(CommentStatus.Deleted);
        var before = State(comment);
        Assert.Null(comment.Delete(A.Moment.AddDays(1)));
        Assert.Equal(before, State(comment));
    }

    [Fact]
    public void Queued_and_declined_comments_can_be_published() =>
        PossibleOnlyFrom<CommentIsClosed>([CommentStatus.Queued, CommentStatus.Declined], comment => comment.Publish());

    [Fact]
    public void Only_a_queued_comment_can_be_declined() => PossibleOnlyFrom<CommentIsClosed>([CommentStatus.Queued], comment => comment.Decline("Werbung.", A.Moment));

    [Fact]
    public void Only_a_published_comment_can_be_hidden() => PossibleOnlyFrom<CommentIsClosed>([CommentStatus.Published], comment => comment.Hide("Beleidigung.", A.Moment));

    [Fact]
    public void Only_a_hidden_comment_can_be_restored() => PossibleOnlyFrom<CommentIsClosed>([CommentStatus.Hidden], comment => comment.Restore());

    [Theory, InlineData(""), InlineData(" ")]
    public void Declining_and_hiding_need_a_reason(string reason)
    {
        Refused<ReasonIsMissing>(A.Comment(held: true), comment => comment.Decline(reason, A.Moment));
        Refused<ReasonIsMissing>(A.Comment(), comment => comment.Hide(reason, A.Moment));
    }

    [Fact]
    public void A_restored_comment_carries_no_reason_any_more()
    {
        var comment = A.Comment(CommentStatus.Hidden);
        Assert.Equal("Beleidigung.", comment.RemovalReason);
        Assert.Null(comment.Restore());
        Assert.Equal((CommentStatus.Published, null, null), (comment.Status, comment.RemovalReason, comment.RemovedAt));
    }

    [Fact]
    public void A_reply_to_the_deepest_level_joins_its_siblings()
    {
        var chain = new List<Comment> { A.Comment() };
        for (var i = 0; i < 6; i++) chain.Add(A.Comment(chain[^1]));
        Assert.Equal([0, 1, 2, 3, 3, 3, 3], chain.Select(comment => comment.Depth));
        Assert.All(chain.Skip(4), deep => Assert.Equal(chain[2].Id, deep.ParentId));
        Assert.All(chain, comment => Assert.Equal(chain[0].Id, comment.RootId));
    }

    [Fact]
    public void Sorting_by_path_reads_every_thread_depth_first() => Gen.Int[0, 1000].Array[1, 40].Sample(picks =>
    {
        var all = new List<Comment>();
        foreach (var pick in picks) all.Add(A.Comment(pick % (all.Count + 1) is var i && i < all.Count ? all[i] : null, number: all.Count + 1));
        var read = all.OrderBy(comment => comment.Path, StringComparer.Ordinal).ToList();
        Assert.Equal(DepthFirst(all, null), read.Select(comment => comment.Number));
        Assert.All(all, comment => Assert.True(comment.Path.Length == Comment.PathDigits * (comment.Depth + 1) && comment.Path.Length <= Comment.PathMaxLength));
    });

    [Fact]
    public void A_thread_is_as_young_as_its_youngest_post()
    {
        var root = A.Comment();
        root.Touch(A.Moment.AddDays(2));
        root.Touch(A.Moment.AddDays(1));
        root.CountReply(1);
        Assert.Equal((A.Moment.AddDays(2), 1), (root.ThreadActiveAt, root.ReplyCount));
    }

    [Fact]
    public void A_moved_comment_keeps_its_place_under_its_parent()
    {
        var (comment, subject) = (A.Comment(A.Comment(number: 4), number: 7), Subject.Of(IdeaId.New(A.Moment)));
        comment.MoveTo(subject, new Dictionary<int, int> { [4] = 11, [7] = 12 });
        Assert.Equal((subject.Id, 12, "00000110000012"), (comment.SubjectId, comment.Number, comment.Path));
    }

    private static IEnumerable<int> DepthFirst(List<Comment> all, CommentId? parent) =>
        all.Where(comment => comment.ParentId == parent).OrderBy(comment => comment.Number).SelectMany(comment => DepthFirst(all, comment.Id).Prepend(comment.Number));

    private static void PossibleOnlyFrom<T>(CommentStatus[] allowed, Func<Comment, Refusal?> step) where T : Refusal
    {
        foreach (var status in Enum.GetValues<CommentStatus>())
        {
            if (allowed.Contains(status)) Assert.Null(step(A.Comment(status)));
            else Refused<T>(A.Comment(status), step);
        }
    }

    private static void Refused<T>(Comment comment, Func<Comment, Refusal?> step) where T : Refusal
    {
        var before = State(comment);
        Assert.IsType<T>(step(comment));
        Assert.Equal(before, State(comment));
    }

    private static (CommentStatus, string, CommentLabel, int, int, string?, DateTimeOffset?, DateTimeOffset?, int) State(Comment comment) => (
        comment.Status, comment.Body.Markdown, comment.Label, comment.Version, comment.TextVersion, comment.RemovalReason, comment.RemovedAt, comment.EditedAt, comment.Versions.Count);
}
