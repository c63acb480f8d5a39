using CsCheck;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Tests.Support;

namespace Participation.Tests.Ideas;

/// <summary>Who may take which stance, and that counts follow.</summary>
public sealed class StanceRuleTests
{
    private static readonly Process Open = A.Process();

    [Fact]
    public void Stances_are_taken_while_an_idea_is_open()
    {
        foreach (var status in Enum.GetValues<IdeaStatus>())
        {
            var refusal = An.Idea(status).CheckStance(StanceKind.For, Open, A.Person(), A.Moment);
            if (status is IdeaStatus.Published or IdeaStatus.UnderReview) Assert.Null(refusal);
            else Assert.IsType<StancesAreClosed>(refusal);
        }
    }

    [Fact]
    public void A_hidden_idea_takes_no_stance()
    {
        var idea = An.Idea();
        Assert.Null(idea.Hide("Beleidigung.", A.Moment));
        Assert.IsType<StancesAreClosed>(idea.CheckStance(StanceKind.For, Open, A.Person(), A.Moment));
    }

    [Fact]
    public void Stances_close_with_the_process()
    {
        var process = A.Process(closesAt: A.Moment);
        Assert.Null(An.Idea().CheckStance(StanceKind.For, process, A.Person(), A.Moment.AddTicks(-1)));
        Assert.IsType<StancesAreClosed>(An.Idea().CheckStance(StanceKind.For, process, A.Person(), A.Moment));
    }

    [Fact]
    public void Nobody_takes_a_stance_on_their_own_idea()
    {
        var author = A.Person();
        Assert.IsType<OwnIdeaHasNoStance>(An.Idea(author: author).CheckStance(StanceKind.Neutral, Open, author, A.Moment));
    }

    [Fact]
    public void A_stance_needs_the_level_of_trust_that_the_process_asks_for()
    {
        var process = A.Process(required: Verification.VerifiedResident);
        Assert.Equal(new VerificationTooLow(Verification.VerifiedResident), An.Idea().CheckStance(StanceKind.For, process, A.Person(Verification.SelfDeclaredResident), A.Moment));
        Assert.Null(An.Idea().CheckStance(StanceKind.For, process, A.Person(Verification.VerifiedResident), A.Moment));
    }

    [Theory, InlineData(StanceKind.For, true), InlineData(StanceKind.Neutral, false), InlineData(StanceKind.Against, false)]
    public void Where_only_support_counts_nobody_is_against(StanceKind kind, bool allowed)
    {
        var refusal = An.Idea().CheckStance(kind, A.Process(stances: StanceMode.SupportOnly), A.Person(), A.Moment);
        if (allowed) Assert.Null(refusal);
        else Assert.IsType<OnlySupportIsPossible>(refusal);
    }

    [Fact]
    public void A_changed_stance_says_when_and_on_which_text()
    {
        var stance = Stance.Take(IdeaId.New(A.Moment), A.Moderator, StanceKind.For, 1, A.Moment);
        stance.Change(StanceKind.Against, 2, A.Moment.AddDays(1));
        Assert.Equal((StanceKind.Against, 2, A.Moment.AddDays(1)), (stance.Kind, stance.OnVersion, stance.TakenAt));
    }

    [Fact]
    public void Counts_are_those_of_the_list_whatever_people_do() => Gen
        .Select(Gen.Int[0, 9], Gen.OneOf<StanceKind?>(StanceKind.For, StanceKind.Neutral, StanceKind.Against, null)).Array[0, 60]
        .Sample(steps =>
        {
            var (counts, list) = (default(StanceCounts), new Dictionary<int, StanceKind>());
            foreach (var (person, kind) in steps)
            {
                if (list.Remove(person, out var before)) counts = counts.With(before, -1);
                if (kind is not { } taken) continue;
                list.Add(person, taken);
                counts = counts.With(taken, 1);
            }

            int Of(StanceKind kind) => list.Values.Count(taken => taken == kind);
            Assert.Equal(new StanceCounts(Of(StanceKind.For), Of(StanceKind.Neutral), Of(StanceKind.Against)), counts);
            Assert.Equal((list.Count, Math.Min(counts.For, counts.Against)), (counts.Total, counts.Contention));
        });
}
