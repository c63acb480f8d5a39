using Participation.Domain.Ideas;
using Participation.Tests.Support;

namespace Participation.Tests.Ideas;

/// <summary>Merging, hiding and restoring, and the counts kept on an idea.</summary>
public sealed class IdeaMergeAndHideTests
{
    private static readonly IdeaStatus[] Targets = [.. IdeaStatuses.Public.Where(status => status is not IdeaStatus.Withdrawn)];

    [Fact]
    public void Only_an_unanswered_idea_becomes_part_of_another() => IdeaState.PossibleOnlyFrom<StepNotPossible>(
        [IdeaStatus.Submitted, IdeaStatus.Published, IdeaStatus.UnderReview], idea => idea.MergeInto(An.Idea(), "Dieselbe Idee.", A.Moderator, A.Moment));

    [Fact]
    public void A_merge_leaves_a_trace_in_both_ideas()
    {
        var (idea, target) = (An.Idea(), An.Idea(IdeaStatus.UnderReview));
        Assert.Null(idea.MergeInto(target, "Dieselbe Idee.", A.Moderator, A.Moment));
        Assert.Equal((IdeaStatus.Merged, target.Id, IdeaStatus.UnderReview), (idea.Status, idea.MergedIntoId, target.Status));
        Assert.Equal((IdeaEventKind.Merged, target.Number, "Dieselbe Idee."), (idea.Events[^1].Kind, idea.Events[^1].OtherNumber, idea.Events[^1].Note));
        Assert.Equal((IdeaEventKind.TookIn, idea.Number, "Dieselbe Idee."), (target.Events[^1].Kind, target.Events[^1].OtherNumber, target.Events[^1].Note));
        Assert.Null(idea.NextDate);
    }

    [Fact]
    public void An_idea_cannot_become_part_of_itself()
    {
        var idea = An.Idea();
        IdeaState.Refused<CannotMergeIntoItself>(idea, same => same.MergeInto(idea, "Dieselbe.", A.Moderator, A.Moment));
    }

    [Fact]
    public void Only_an_idea_that_people_read_takes_another_one_in()
    {
        foreach (var status in Enum.GetValues<IdeaStatus>())
        {
            var (idea, target) = (An.Idea(), An.Idea(status));
            var before = IdeaState.Of(target);
            if (Targets.Contains(status)) Assert.Null(idea.MergeInto(target, "Dieselbe.", A.Moderator, A.Moment));
            else
            {
                IdeaState.Refused<MergeTargetMustBePublic>(idea, merged => merged.MergeInto(target, "Dieselbe.", A.Moderator, A.Moment));
                Assert.Equal(before, IdeaState.Of(target));
            }
        }
    }

    [Fact]
    public void A_hidden_idea_takes_no_other_one_in()
    {
        var target = An.Idea();
        Assert.Null(target.Hide("Beleidigung.", A.Moment));
        IdeaState.Refused<MergeTargetMustBePublic>(An.Idea(), idea => idea.MergeInto(target, "Dieselbe.", A.Moderator, A.Moment));
    }

    [Fact]
    public void A_hidden_idea_becomes_part_of_no_other_one()
    {
        var idea = An.Idea();
        Assert.Null(idea.Hide("Beleidigung.", A.Moment));
        IdeaState.Refused<StepNotPossible>(idea, hidden => hidden.MergeInto(An.Idea(), "Dieselbe.", A.Moderator, A.Moment));
    }

    [Fact]
    public void Ideas_of_two_processes_stay_apart() =>
        IdeaState.Refused<MergeNeedsSameProcess>(An.Idea(), idea => idea.MergeInto(An.Idea(process: A.Process()), "Dieselbe.", A.Moderator, A.Moment));

    [Theory, InlineData(""), InlineData(" ")]
    public void Merging_needs_a_reason(string reason) => IdeaState.Refused<ReasonIsMissing>(An.Idea(), idea => idea.MergeInto(An.Idea(), reason, A.Moderator, A.Moment));

    [Fact]
    public void Whoever_stood_on_both_ideas_keeps_the_stance_taken_here_and_the_author_gets_none()
    {
        var (author, both, other) = (A.Person(), A.Person(), A.Person());
        var (target, merged) = (An.Idea(author: author), An.Idea());
        target.Count(new StanceCounts(1, 0, 0));
        Stance On(Domain.Accounts.Person person) => Stance.Take(merged.Id, person.Id, StanceKind.Against, 1, A.Moment);
        var added = Assert.Single(target.Unite([On(author), On(both), On(other)], new HashSet<Domain.Accounts.PersonId> { both.Id }));
        Assert.Equal((target.Id, other.Id, StanceKind.Against), (added.IdeaId, added.PersonId, added.Kind));
        Assert.Equal(new StanceCounts(1, 0, 1), target.Stances);
    }

    [Fact]
    public void Comments_are_numbered_on_in_the_order_in_which_they_were_posted()
    {
        var target = An.Idea();
        Assert.Equal(1, target.NextCommentNumber());
        var root = A.Comment(number: 3);
        var (reply, hidden) = (A.Comment(root, number: 9), A.Comment(root, number: 5));
        Assert.Null(hidden.Hide("Beleidigung.", A.Moment));
        target.TakeIn([reply, root, hidden]);
        Assert.Equal(["0000002", "00000020000003", "00000020000004"], new[] { root, hidden, reply }.Select(comment => comment.Path));
        Assert.All(new[] { root, hidden, reply }, comment => Assert.Equal(target.Id.Value, comment.SubjectId));
        Assert.Equal((2, 4), (target.CommentCount, target.LastCommentNumber));
    }

    [Fact]
    public void Only_what_people_read_can_be_hidden() =>
        IdeaState.PossibleOnlyFrom<StepNotPossible>([.. IdeaStatuses.Public, IdeaStatus.Merged], idea => idea.Hide("Beleidigung.", A.Moment));

    [Theory, InlineData(""), InlineData("\t")]
    public void Hiding_needs_a_reason(string reason) => IdeaState.Refused<ReasonIsMissing>(An.Idea(), idea => idea.Hide(reason, A.Moment));

    [Fact]
    public void A_hidden_idea_is_not_hidden_again()
    {
        var idea = An.Idea();
        Assert.Null(idea.Hide("Beleidigung.", A.Moment));
        IdeaState.Refused<StepNotPossible>(idea, hidden => hidden.Hide("Werbung.", A.Moment));
        Assert.Equal(("Beleidigung.", false), (idea.RemovalReason, idea.IsPublic));
    }

    [Fact]
    public void Restoring_brings_an_idea_back_as_it_was()
    {
        foreach (var status in IdeaStatuses.Public)
        {
            var idea = An.Idea(status);
            var before = IdeaState.Of(idea);
            Assert.Null(idea.Hide("Beleidigung.", A.Moment));
            Assert.Null(idea.Restore());
            Assert.Equal(before with { Version = idea.Version }, IdeaState.Of(idea));
            Assert.True(idea.IsPublic);
        }
    }

    [Fact]
    public void Only_a_hidden_idea_can_be_restored() => IdeaState.PossibleOnlyFrom<StepNotPossible>([], idea => idea.Restore());

    [Fact]
    public void A_new_comment_makes_an_idea_active_and_an_older_one_does_not()
    {
        var idea = An.Idea();
        idea.CountComment(1, A.Moment.AddDays(2));
        idea.CountComment(1, A.Moment.AddDays(1));
        idea.CountComment(-1, null);
        Assert.Equal((1, A.Moment.AddDays(2)), (idea.CommentCount, idea.ActiveAt));
        Assert.Equal((1, 2), (idea.NextCommentNumber(), idea.NextCommentNumber()));
    }

    [Fact]
    public void Counts_are_kept_with_the_smaller_camp()
    {
        var idea = An.Idea();
        idea.Count(new StanceCounts(7, 2, 3));
        Assert.Equal((new StanceCounts(7, 2, 3), 3, 12), (idea.Stances, idea.Contention, idea.Stances.Total));
    }
}
