using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Domain.Proposals.Writing;
using Participation.Tests.Accounts.Organisations;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Proposals.Suggestions;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals.Suggestions;

/// <summary>Citizens propose other words; those who write take them over once, or say why not.</summary>
public sealed class SuggestionTests
{
    public static TheoryData<string> All => Databases.All;

    [Theory, MemberData(nameof(All))]
    public async Task What_is_taken_over_becomes_part_of_the_text_and_its_author_is_told(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren sicher. Auch Kinder.");
        var citizen = await new Given(site).PersonAsync();
        Assert.Equal(1, (await given.SuggestAsync(citizen, "sicher", "sicher und gern", key: "einmal")).Value!.Number);
        Assert.Equal(1, (await given.SuggestAsync(citizen, "sicher", "sicher und gern", key: "einmal")).Value!.Number);
        Assert.Equal(["SuggestionMade"], await given.ToldAsync(given.Owner));
        // The text moves on around the passage; whoever has it open goes on typing in between.
        await given.WriteAsync(SectionKind.Goal, "In Ratingen: Alle fahren sicher. Auch Kinder.", given.Editor);
        var before = await given.TextAsync(SectionKind.Goal);
        Assert.Null(await given.AcceptAsync(given.Editor, 1));
        Assert.True((await given.PushAsync(SectionKind.Goal, before.Version, ChangeSet.Of(before.Text.Length, new TextEdit(before.Text.Length, before.Text.Length, " Ja.")), given.Owner)).Done);
        Assert.Equal("In Ratingen: Alle fahren sicher und gern. Auch Kinder. Ja.", (await given.TextAsync(SectionKind.Goal)).Text);
        var made = await given.SuggestionAsync(1);
        Assert.Equal((SuggestionStatus.Accepted, given.Editor.Person, given.Second.Id, 3), (made.Status, made.DecidedBy, made.DecidedFor, made.AcceptedVersion));
        Assert.Equal(["SuggestionAccepted"], await given.ToldAsync(citizen));
        Assert.Equal(["Person"], (await site.UseAsync<SuggestionQueries, IReadOnlyList<string>>(queries => queries.ThankedAsync(given.Id, default))).Select(name => name.Split(' ')[0]));
    }

    [Theory, MemberData(nameof(All))]
    public async Task Of_two_editors_at_once_the_second_sees_what_the_first_decided(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren.");
        await given.SuggestAsync(await new Given(site).PersonAsync(), "fahren", "fahren sicher");
        var decided = await Task.WhenAll(given.AcceptAsync(given.Owner, 1), given.AcceptAsync(given.Editor, 1), given.DeclineAsync(given.Owner, 1), given.AcceptAsync(given.Owner, 1));
        Assert.Single(decided, refusal => refusal is null);
        Assert.All(decided.Where(refusal => refusal is not null), refusal => Assert.IsType<SuggestionIsClosed>(refusal));
        var (made, text) = (await given.SuggestionAsync(1), await given.TextAsync(SectionKind.Goal));
        Assert.Equal(made.Status is SuggestionStatus.Accepted ? "Alle fahren sicher." : "Alle fahren.", text.Text);
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_suggestion_whose_passage_is_gone_or_changed_can_be_declined_only(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Eins.\n\nZwei ist lang genug.");
        var citizen = await new Given(site).PersonAsync();
        await given.SuggestAsync(citizen, "Eins.", "Erstens.");
        await given.SuggestAsync(citizen, "Zwei ist lang genug.", "Zweitens auch.");
        await given.WriteAsync(SectionKind.Goal, "Zwei war lang genug.");
        Assert.IsType<PassageIsGone>(await given.AcceptAsync(given.Owner, 1));
        Assert.IsType<PassageHasChanged>(await given.AcceptAsync(given.Owner, 2));
        Assert.Equal("Zwei war lang genug.", (await given.TextAsync(SectionKind.Goal)).Text);
        Assert.Null(await given.DeclineAsync(given.Editor, 1, "Der Absatz ist gestrichen."));
        Assert.Equal((SuggestionStatus.Declined, "Der Absatz ist gestrichen.", "Eins."), await given.SuggestionAsync(1) is var made ? (made.Status, made.Answer, made.Passage.Quote) : default);
        Assert.Equal(["SuggestionDeclined"], await given.ToldAsync(citizen));
        // Once more as it was, the second one can be taken over.
        await given.WriteAsync(SectionKind.Goal, "Zwei ist lang genug.");
        Assert.Null(await given.AcceptAsync(given.Owner, 2));
    }

    [Theory, MemberData(nameof(All))]
    public async Task Only_those_who_write_decide_and_nothing_is_taken_over_into_a_frozen_text(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren.");
        var citizen = await new Given(site).PersonAsync();
        await given.SuggestAsync(citizen, "Alle", "Wir");
        foreach (var stranger in new[] { citizen, await new Given(site).PersonAsync(Role.Moderator), await site.MemberAsync(given.Second, MembershipRole.Viewer) })
        {
            Assert.IsType<NotAllowed>(await given.AcceptAsync(stranger, 1));
            Assert.IsType<NotAllowed>(await given.DeclineAsync(stranger, 1));
        }

        await given.ChangeAsync((proposal, now) => proposal.Freeze("0", [], DateOnly.FromDateTime(now.UtcDateTime).AddDays(9), DateOnly.FromDateTime(now.UtcDateTime), now));
        Assert.IsType<TextIsClosed>(await given.AcceptAsync(given.Owner, 1));
        Assert.IsType<Domain.Ideas.ReasonIsMissing>(await given.DeclineAsync(given.Owner, 1, " "));
        Assert.Null(await given.DeclineAsync(given.Owner, 1));
    }

    [Theory, MemberData(nameof(All))]
    public async Task What_somebody_may_not_or_cannot_suggest_is_refused(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren. Ruf 02102 123456.");
        var citizen = await new Given(site).PersonAsync();
        Assert.IsType<Domain.Ideas.NothingChanged>((await given.SuggestAsync(citizen, "Alle", "Alle")).Refusal);
        Assert.IsType<Domain.Ideas.ReasonIsMissing>((await given.SuggestAsync(citizen, "Alle", "Wir", " ")).Refusal);
        Assert.IsType<NoSuchPassage>((await given.SuggestAsync(citizen, "gibt es nicht", "Wir")).Refusal);
        Assert.IsType<ContainsPersonalData>((await given.SuggestAsync(citizen, "Alle", "Wir", "Rufen Sie mich an: 0171 2345678")).Refusal);
        // What stands in the passage already is not held against anyone.
        Assert.True((await given.SuggestAsync(citizen, "Alle fahren. Ruf 02102 123456.", "Wir fahren. Ruf 02102 123456.")).Done);
        Assert.IsType<CannotSpeakForOrganisation>((await given.SuggestAsync(citizen, "Alle", "Wir", organisation: given.Lead.Id.Value)).Refusal);
        Assert.Equal(given.Second.Id, (await given.SuggestionAsync((await given.SuggestAsync(given.Editor, "Alle", "Wir", organisation: given.Second.Id.Value)).Value!.Number)).OrganisationId);

        await given.ChangeAsync((proposal, now) => proposal.Withdraw(now));
        Assert.IsType<SuggestionsAreClosed>((await given.SuggestAsync(given.Owner, "Alle", "Wir")).Refusal);
        await Assert.ThrowsAsync<Web.Hosting.NotFoundException>(() => given.SuggestAsync(citizen, "Alle", "Wir"));
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_listed_word_holds_a_suggestion_which_somebody_else_lets_through(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren.");
        var (citizen, visitor) = (await new Given(site).PersonAsync(), Browsing.Visitor(site));
        Assert.True((await given.SuggestAsync(citizen, "Alle", "Nur Arschlöcher")).Value!.IsHeld);
        await visitor.GetAsync(Links.Suggestion(1, 1));
        Assert.Equal(404, (int)visitor.Last.StatusCode);
        Assert.IsType<NotAllowed>(await ShowAsync(1, citizen));
        Assert.Null(await ShowAsync(1, given.Editor));
        await visitor.GetAsync(Links.Suggestion(1, 1));
        Assert.Equal(200, (int)visitor.Last.StatusCode);

        // Whoever writes the text does not let through what waits of their own.
        Assert.True((await given.SuggestAsync(given.Editor, "fahren", "fahren, ihr Arschlöcher")).Value!.IsHeld);
        Assert.IsType<NotAllowed>(await ShowAsync(2, given.Editor));
        Assert.Null((await (await Browsing.AsAsync(site, given.Editor)).GetAsync(Links.Suggestion(1, 2))).QuerySelector("#zeigen"));
        Assert.True((await given.SuggestionAsync(2)).IsHeld);

        Task<Refusal?> ShowAsync(int suggestion, Actor by) => site.UseAsync<SettleSuggestion, Refusal?>(settle => settle.ShowAsync(1, suggestion, by, default));
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_person_has_so_many_open_ones_and_the_passages_of_all_are_written_down_in_time(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren.");
        for (var i = 0; i < Suggestion.MostOpenOfPerson; i++) Assert.True((await given.SuggestAsync(given.Editor, "fahren", $"gehen {i}", organisation: given.Second.Id.Value)).Done);
        Assert.IsType<TooManySuggestions>((await given.SuggestAsync(given.Editor, "fahren", "laufen", organisation: given.Second.Id.Value)).Refusal);
        Assert.Null(await site.UseAsync<SettleSuggestion, Refusal?>(settle => settle.WithdrawAsync(1, 1, given.Editor, default)));
        Assert.True((await given.SuggestAsync(given.Editor, "fahren", "laufen", organisation: given.Second.Id.Value)).Done);
        for (var i = 0; i <= MovePassages.Behind; i++)
        {
            var now = await given.TextAsync(SectionKind.Goal);
            await given.PushAsync(SectionKind.Goal, now.Version, ChangeSet.Of(now.Text.Length, new TextEdit(0, 0, "x")), given.Owner);
        }

        Assert.Equal(1, await site.UseAsync<MovePassages, int>(move => move.ExecuteAsync(default)));
        Assert.Equal(0, await site.UseAsync<MovePassages, int>(move => move.ExecuteAsync(default)));
        Assert.Equal((5 + MovePassages.Behind + 1, MovePassages.Behind + 2), await given.SuggestionAsync(2) is var made ? (made.Passage.From, made.Passage.Version) : default);
        Assert.Null(await given.AcceptAsync(given.Owner, 2));
        Assert.EndsWith("Alle gehen 1.", (await given.TextAsync(SectionKind.Goal)).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(All))]
    public async Task What_waits_or_was_hidden_is_not_seen_by_everybody(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren.");
        var (citizen, moderator) = (await new Given(site).PersonAsync(), await new Given(site).PersonAsync(Role.Moderator));
        await given.SuggestAsync(citizen, "Alle", "Wir");
        await site.WithDbAsync(db => db.Suggestions.ExecuteUpdateAsync(set => set.SetProperty(made => made.IsHeld, true)));
        Assert.Equal("false true true true", await SeenAsync(given, citizen, moderator));
        Assert.IsType<NotAllowed>(await site.UseAsync<SettleSuggestion, Refusal?>(settle => settle.ShowAsync(1, 1, citizen, default)));
        Assert.Null(await site.UseAsync<SettleSuggestion, Refusal?>(settle => settle.ShowAsync(1, 1, given.Editor, default)));
        Assert.Equal("true true true true", await SeenAsync(given, citizen, moderator));
        Assert.IsType<NotAllowed>(await given.StepAsync(CaseStep.Hide, CaseRef.OfSuggestion(1, 1), given.Owner));
        Assert.Null(await given.StepAsync(CaseStep.Hide, CaseRef.OfSuggestion(1, 1), moderator));
        Assert.Equal("false true false true", await SeenAsync(given, citizen, moderator));
        Assert.Equal(["SuggestionHidden"], await given.ToldAsync(citizen));
    }

    /// <summary>Whether a visitor, the author, somebody inside and a moderator find it.</summary>
    private static async Task<string> SeenAsync(GivenProposals given, Actor author, Actor moderator)
    {
        var seen = new List<string>();
        foreach (var viewer in new[] { null, author, given.Owner, moderator })
        {
            var (open, text) = (await given.Site.UseAsync<Web.Proposals.ReadProposal, Web.Proposals.ReadableProposal>(read => read.OpenAsync(given.Number, viewer, default)), await given.TextAsync(SectionKind.Goal));
            seen.Add(await given.Site.UseAsync<SuggestionQueries, SuggestionView?>(queries => queries.FindAsync(open, viewer, 1, [text], default)) is null ? "false" : "true");
        }

        return string.Join(' ', seen);
    }
}
