using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;
using Participation.Domain.Proposals.Writing;
using Participation.Tests.Accounts.Organisations;
using Participation.Tests.Support;
using Participation.Web.Proposals;
using Participation.Web.Proposals.Revisions;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals.Revisions;

/// <summary>Revisions are kept by name, at pauses and when a text is frozen, and can be brought back.</summary>
public sealed class RevisionTests
{
    public static TheoryData<string> All => Databases.All;

    [Theory, MemberData(nameof(All))]
    public async Task A_named_revision_says_what_the_text_said_and_who_wrote_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren sicher.", given.Editor);
        await given.ChangeAsync((proposal, now) => proposal.SetCosts([new CostLine("Farbe", 125_050, null)], now));
        Assert.Equal(1, (await NameAsync(given, "Ziel steht", given.Owner)).Value);
        // The same form again, and the same text under another name.
        Assert.Equal(1, (await NameAsync(given, "Ziel steht", given.Owner)).Value);
        Assert.Equal(new SameAsRevision(1), (await NameAsync(given, "Anders", given.Owner)).Refusal);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren sicher und gern.");
        Assert.Equal(2, (await NameAsync(given, "Ziel ergänzt", given.Editor)).Value);

        var revisions = await RevisionsAsync(given);
        var first = ProposalContent.Read(revisions[0].Content);
        Assert.Equal(("Alle fahren sicher.", "Sichere Radwege", 125_050L), (first.Sections[SectionKind.Goal], first.Title, first.Costs.Single().OneOff));
        Assert.Equal((first.Hash(), 1), (revisions[0].ContentHash, revisions[0].VersionOf(SectionKind.Goal)));
        Assert.Equal([given.Second.Id], revisions[0].Writers.Select(writer => writer.OrganisationId));
        Assert.Equal([given.Lead.Id], revisions[1].Writers.Select(writer => writer.OrganisationId));
        Assert.Equal((given.Editor.Person, given.Second.Id), (revisions[1].By, revisions[1].OrganisationId));
    }

    [Theory, MemberData(nameof(All))]
    public async Task Only_those_who_write_name_and_restore(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await NameAsync(given, "Anfang", given.Owner);
        var citizen = await new Given(site).PersonAsync();
        var viewer = await site.MemberAsync(given.Second, MembershipRole.Viewer);
        foreach (var stranger in new[] { citizen, viewer, await new Given(site).PersonAsync(Role.Moderator) })
        {
            Assert.IsType<NotAllowed>((await NameAsync(given, "Fremd", stranger)).Refusal);
            Assert.IsType<NotAllowed>((await RestoreAsync(given, 1, stranger)).Refusal);
        }

        await given.ChangeAsync((proposal, now) => proposal.Withdraw(now));
        await Assert.ThrowsAsync<Web.Hosting.NotFoundException>(() => NameAsync(given, "Fremd", citizen));
        Assert.False((await NameAsync(given, "Zu spät", given.Editor)).Done);
        Assert.Single(await RevisionsAsync(given));
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_pause_keeps_a_revision_once_on_however_many_nodes(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Frisch getippt.");
        Assert.Empty(await PauseAsync(site));
        await RestAsync(given, minutes: 11);
        await Task.WhenAll(PauseAsync(site), PauseAsync(site), PauseAsync(site));
        var kept = Assert.Single(await RevisionsAsync(given));
        Assert.Equal((RevisionKind.Automatic, null, "Frisch getippt."), (kept.Kind, kept.By, ProposalContent.Read(kept.Content).Sections[SectionKind.Goal]));
        Assert.Empty(await PauseAsync(site));

        // Typed and taken back: looked at once, nothing new is kept.
        await given.WriteAsync(SectionKind.Goal, "Frisch getippt. Doch nicht.");
        await given.WriteAsync(SectionKind.Goal, "Frisch getippt.");
        await RestAsync(given, minutes: 11, standing: 20);
        Assert.Single(await PauseAsync(site));
        Assert.Empty(await PauseAsync(site));
        Assert.Single(await RevisionsAsync(given));

        // A name makes it stay.
        Assert.Equal(1, (await NameAsync(given, "Erster Satz", given.Owner)).Value);
        Assert.Equal((RevisionKind.Named, "Erster Satz"), (await RevisionsAsync(given)).Select(revision => (revision.Kind, revision.Note)).Single());
    }

    [Theory, MemberData(nameof(All))]
    public async Task Restoring_is_a_change_like_any_other_and_loses_nothing(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren sicher.\n\nAuch Kinder.");
        await given.ChangeAsync((proposal, now) => proposal.SetCosts([new CostLine("Farbe", 100, null)], now));
        await NameAsync(given, "Gut", given.Owner);
        await given.WriteAsync(SectionKind.Goal, "Alles anders.", given.Editor);
        await given.WriteAsync(SectionKind.Schedule, "Ab Mai.", given.Editor);
        await given.ChangeAsync((proposal, now) => proposal.Describe("Ein anderer Titel", "", readAlong: true, now) ?? proposal.SetCosts([], now));

        Assert.Equal(3, (await RestoreAsync(given, 1, given.Editor)).Value);
        var (goal, schedule, proposal) = (await given.TextAsync(SectionKind.Goal), await given.TextAsync(SectionKind.Schedule), await given.ReadAsync());
        Assert.Equal(("Alle fahren sicher.\n\nAuch Kinder.", 3, ""), (goal.Text, goal.Version, schedule.Text));
        Assert.Equal(("Sichere Radwege", "Farbe"), (proposal.Title, proposal.Costs.Single().Label));
        var revisions = await RevisionsAsync(given);
        Assert.Equal([RevisionKind.Named, RevisionKind.Automatic, RevisionKind.Named], revisions.Select(revision => revision.Kind));
        Assert.Equal(("Alles anders.", revisions[0].ContentHash), (ProposalContent.Read(revisions[1].Content).Sections[SectionKind.Goal], revisions[2].ContentHash));
        Assert.Equal("Wiederhergestellt aus Fassung 1", revisions[2].Note.Replace('\u00a0', ' '));
        // Again: nothing to do. Whoever had the text open before goes on from there.
        Assert.IsType<SaysSoAlready>((await RestoreAsync(given, 1, given.Editor)).Refusal);
        Assert.Equal(4, (await given.PushAsync(SectionKind.Goal, 2, ChangeSet.Of(13, new TextEdit(13, 13, " Ganz.")), given.Owner)).Value);
        Assert.Contains(" Ganz.", (await given.TextAsync(SectionKind.Goal)).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(All))]
    public async Task Typing_while_somebody_restores_is_not_lost(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alt.");
        await NameAsync(given, "Alt", given.Owner);
        await given.WriteAsync(SectionKind.Goal, "Neu.");
        var typing = Enumerable.Range(0, 20).Select(async i =>
        {
            var now = await given.TextAsync(SectionKind.Measures);
            Assert.True((await given.PushAsync(SectionKind.Measures, now.Version, ChangeSet.Of(now.Text.Length, new TextEdit(now.Text.Length, now.Text.Length, $"<{i}>")), given.Editor)).Done);
        });
        var restored = RestoreAsync(given, 1, given.Owner);
        await Task.WhenAll([.. typing, restored]);
        Assert.True((await restored).Done);
        Assert.Equal("Alt.", (await given.TextAsync(SectionKind.Goal)).Text);
        // What was typed before the restoring stands in the revision before it, what came later in the text; each update is stored.
        var all = (await given.TextAsync(SectionKind.Measures)).Text + string.Concat((await RevisionsAsync(given)).Select(revision => ProposalContent.Read(revision.Content).Sections[SectionKind.Measures]));
        Assert.All(Enumerable.Range(0, 20), i => Assert.Contains($"<{i}>", all, StringComparison.Ordinal));
        Assert.Equal((await given.TextAsync(SectionKind.Measures)).Version, await site.WithDbAsync(db => db.SharedTextUpdates.CountAsync(update => update.TextId == given.TextOf(SectionKind.Measures))));
    }

    [Theory, MemberData(nameof(All))]
    public async Task What_is_frozen_is_kept_with_the_hash_that_is_signed(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        foreach (var section in ProposalContent.Needed) await given.WriteAsync(section, "Etwas.");
        await NameAsync(given, "Fertig", given.Owner);
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(10);
        var order = new ProposalOrder(given.Number, (await given.ReadAsync()).Version, given.Owner);
        Assert.Null(await site.UseAsync<FreezeProposal, Refusal?>(freeze => freeze.ExecuteAsync(order, day, default)));
        var frozen = (await RevisionsAsync(given))[^1];
        Assert.Equal((RevisionKind.Frozen, (await given.ReadAsync()).ContentHash), (frozen.Kind, frozen.ContentHash));
        Assert.IsType<TextIsClosed>((await RestoreAsync(given, 1, given.Owner)).Refusal);
    }

    private static Task<Outcome<int>> NameAsync(GivenProposals given, string note, Actor by) => given.Site.UseAsync<NameRevision, Outcome<int>>(name => name.ExecuteAsync(given.Number, note, by, default));

    private static Task<Outcome<int>> RestoreAsync(GivenProposals given, int revision, Actor by) => given.Site.UseAsync<RestoreRevision, Outcome<int>>(restore => restore.ExecuteAsync(given.Number, revision, by, default));

    private static Task<IReadOnlyList<int>> PauseAsync(TestSite site) => site.UseAsync<KeepAtPauses, IReadOnlyList<int>>(keep => keep.ExecuteAsync(default));

    private static Task<List<Revision>> RevisionsAsync(GivenProposals given) => given.Site.WithDbAsync(db => db.Revisions.AsNoTracking().Include(revision => revision.Writers).Where(revision => revision.ProposalId == given.Id).OrderBy(revision => revision.Number).ToListAsync());

    /// <summary>Everything was written some minutes ago.</summary>
    private static Task<int> RestAsync(GivenProposals given, int minutes, int standing = 0) => given.Site.WithDbAsync(async db =>
    {
        var (written, kept) = (TimeProvider.System.GetUtcNow().AddMinutes(-minutes), TimeProvider.System.GetUtcNow().AddMinutes(-standing));
        await db.SharedTextUpdates.ExecuteUpdateAsync(set => set.SetProperty(update => update.At, written));
        return await db.Revisions.ExecuteUpdateAsync(set => set.SetProperty(revision => revision.StandsAt, kept));
    });
}
