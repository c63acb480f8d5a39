using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Tests.Support;

namespace Participation.Tests.Ideas;

/// <summary>From the draft to the public: writing, handing in, publishing, declining.</summary>
public sealed class IdeaLifeCycleTests
{
    private static readonly Process Open = A.Process();

    [Fact]
    public void A_draft_can_be_written_on_and_move_to_another_process()
    {
        var (draft, other) = (An.Idea(IdeaStatus.Draft), A.Process());
        Assert.Null(draft.EditDraft(A.IdeaText("Weniger Bänke am Markt"), other.Id, null, A.Moment.AddHours(1)));
        Assert.Equal(("Weniger Bänke am Markt", other.Id, A.Moment.AddHours(1)), (draft.Title, draft.ProcessId, draft.ActiveAt));
        Assert.Empty(draft.Versions);
    }

    [Fact]
    public void Only_a_draft_can_be_written_on_without_a_version() =>
        IdeaState.PossibleOnlyFrom<StepNotPossible>([IdeaStatus.Draft], idea => idea.EditDraft(A.IdeaText("Weniger Bänke am Markt"), idea.ProcessId, null, A.Moment));

    [Fact]
    public void A_draft_has_no_number_and_nobody_else_reads_it()
    {
        var draft = An.Idea(IdeaStatus.Draft);
        Assert.Null(draft.Number);
        Assert.False(draft.IsPublic);
        Assert.Empty(draft.Events);
    }

    [Fact]
    public void Half_a_place_on_the_map_is_no_place()
    {
        Assert.Equal((null, null), Place(A.IdeaText() with { Latitude = 51.3 }));
        Assert.Equal((51.3, 6.85), Place(A.IdeaText() with { Latitude = 51.3, Longitude = 6.85 }));

        static (double?, double?) Place(IdeaText text) => (An.Idea(text: text).Latitude, An.Idea(text: text).Longitude);
    }

    [Fact]
    public void A_submitted_idea_is_public_at_once_where_the_process_holds_nothing_back()
    {
        var author = A.Person();
        var idea = An.Idea(IdeaStatus.Draft, Open, author);
        Assert.Null(idea.Submit(17, Open, author, A.Moment));
        Assert.Equal((IdeaStatus.Published, 17, true), (idea.Status, idea.Number, idea.IsPublic));
        Assert.Equal([IdeaEventKind.Submitted, IdeaEventKind.Published], idea.Events.Select(step => step.Kind));
        Assert.Null(idea.Events[1].By);
        Assert.Equal(new DateOnly(2026, 4, 27), idea.NextDate);
    }

    [Theory, InlineData(ModerationMode.PreModerateIdeas), InlineData(ModerationMode.PreModerateAll)]
    public void A_submitted_idea_waits_for_a_moderator_where_the_process_says_so(ModerationMode moderation)
    {
        var (process, author) = (A.Process(moderation), A.Person());
        var idea = An.Idea(IdeaStatus.Draft, process, author);
        Assert.Null(idea.Submit(17, process, author, A.Moment));
        Assert.Equal((IdeaStatus.Submitted, false), (idea.Status, idea.IsPublic));
        Assert.Null(idea.NextDate);
        Assert.Equal((1, 1), (Assert.Single(idea.Versions).Number, idea.TextVersion));
    }

    [Fact]
    public void An_idea_is_handed_in_once() =>
        IdeaState.PossibleOnlyFrom<StepNotPossible>([IdeaStatus.Draft], idea => idea.Submit(99, A.Process(), A.Person(), A.Moment));

    [Fact]
    public void Nothing_is_handed_in_once_collecting_is_closed()
    {
        var process = A.Process(closesAt: A.Moment);
        IdeaState.Refused<CollectingIsClosed>(An.Idea(IdeaStatus.Draft), idea => idea.Submit(1, process, A.Person(), A.Moment));
        Assert.Null(An.Idea(IdeaStatus.Draft).Submit(1, process, A.Person(), A.Moment.AddTicks(-1)));
    }

    [Fact]
    public void Handing_in_needs_the_level_of_trust_that_the_process_asks_for()
    {
        var process = A.Process(required: Verification.SelfDeclaredResident);
        var refusal = IdeaState.Refused<VerificationTooLow>(An.Idea(IdeaStatus.Draft), idea => idea.Submit(1, process, A.Person(Verification.Email), A.Moment));
        Assert.Equal(Verification.SelfDeclaredResident, refusal.Required);
        Assert.Null(An.Idea(IdeaStatus.Draft).Submit(1, process, A.Person(Verification.VerifiedResident), A.Moment));
    }

    [Theory]
    [InlineData("Zu kurz", "Auf dem Marktplatz fehlen Bänke.", "umwelt")]
    [InlineData("Mehr Bänke", "Zu wenig gesagt.    ", "umwelt")]
    [InlineData("Mehr Bänke", "Auf dem Marktplatz fehlen Bänke.", null)]
    public void An_unfinished_idea_cannot_be_handed_in(string title, string body, string? topic) =>
        IdeaState.Refused<IdeaIsIncomplete>(An.Idea(IdeaStatus.Draft, text: A.IdeaText(title, body, topic)), idea => idea.Submit(1, Open, A.Person(), A.Moment));

    [Fact]
    public void A_title_of_eight_and_a_text_of_twenty_letters_are_enough() =>
        Assert.Null(An.Idea(IdeaStatus.Draft, text: A.IdeaText("Acht Zei", "Zwanzig Buchstaben !")).Submit(1, Open, A.Person(), A.Moment));

    [Fact]
    public void Submitted_and_declined_ideas_can_be_published() =>
        IdeaState.PossibleOnlyFrom<StepNotPossible>([IdeaStatus.Submitted, IdeaStatus.Declined], idea => idea.Publish(Open, A.Moderator, A.Moment));

    [Fact]
    public void Publishing_a_declined_idea_takes_its_reason_away_and_promises_an_answer()
    {
        var idea = An.Idea(IdeaStatus.Declined);
        Assert.Null(idea.Publish(Open, A.Moderator, A.Moment));
        Assert.Null(idea.RemovalReason);
        Assert.Equal((new DateOnly(2026, 4, 27), A.Moderator), (idea.NextDate, idea.Events[^1].By));
    }

    [Fact]
    public void Only_a_submitted_idea_can_be_declined() =>
        IdeaState.PossibleOnlyFrom<StepNotPossible>([IdeaStatus.Submitted], idea => idea.Decline("Werbung.", A.Moderator, A.Moment));

    [Theory, InlineData(""), InlineData("  ")]
    public void Declining_needs_a_reason(string reason) =>
        IdeaState.Refused<ReasonIsMissing>(An.Idea(IdeaStatus.Submitted), idea => idea.Decline(reason, A.Moderator, A.Moment));

    [Fact]
    public void An_import_knows_submitted_published_and_declined_ideas_only()
    {
        foreach (var status in Enum.GetValues<IdeaStatus>())
        {
            var past = new ImportedPast(Open.Id, A.Moderator, status, "Auf pol.is entschieden.", "polis-1", A.Moment);
            Idea Import() => Idea.Import(IdeaId.New(A.Moment), 1, past, A.IdeaText("Kurz"));
            if (status is IdeaStatus.Submitted or IdeaStatus.Published or IdeaStatus.Declined) Assert.Equal((status, A.Moment), (Import().Status, Import().ActiveAt));
            else Assert.Throws<ArgumentException>("past", Import);
        }
    }
}
