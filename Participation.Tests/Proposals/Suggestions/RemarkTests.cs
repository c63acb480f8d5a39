using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Tests.Accounts.Organisations;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Proposals.Suggestions;

namespace Participation.Tests.Proposals.Suggestions;

/// <summary>Those who take part talk about passages; what they say moves with the text and outlives it.</summary>
public sealed class RemarkTests
{
    public static TheoryData<string> All => Databases.All;

    [Theory, MemberData(nameof(All))]
    public async Task A_remark_is_answered_settled_and_opened_again(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren.");
        Assert.Equal(1, (await given.RemarkAsync(given.Editor, "Alle", "Wirklich alle?", "einmal")).Value);
        Assert.Equal(1, (await given.RemarkAsync(given.Editor, "Alle", "Wirklich alle?", "einmal")).Value);
        Assert.Equal(2, (await given.ReplyAsync(given.Owner, 1, "Ja.")).Value);
        Assert.IsType<RemarkIsClosed>((await given.ReplyAsync(given.Owner, 2, "Doch nicht.")).Refusal);
        Assert.Equal(["RemarkMade"], await given.ToldAsync(given.Owner));
        Assert.Equal(["RemarkReplied"], await given.ToldAsync(given.Editor));
        Assert.Null(await SettleAsync(given, settle => settle.ResolveAsync(1, 1, given.Owner, default)));
        Assert.Null(await SettleAsync(given, settle => settle.ResolveAsync(1, 1, given.Editor, default)));
        Assert.Equal((given.Owner.Person, given.Second.Id), await given.RemarkAsync(1) is var settled ? (settled.ResolvedBy, settled.OrganisationId) : default);
        Assert.Null(await SettleAsync(given, settle => settle.ReopenAsync(1, 1, given.Editor, default)));
        Assert.Null((await given.RemarkAsync(1)).ResolvedAt);
        Assert.IsType<NotAllowed>(await SettleAsync(given, settle => settle.DeleteAsync(1, 1, given.Owner, default)));
        Assert.Null(await SettleAsync(given, settle => settle.DeleteAsync(1, 1, given.Editor, default)));
        Assert.Equal("", (await given.RemarkAsync(1)).Body);
        Assert.IsType<RemarkIsClosed>(await SettleAsync(given, settle => settle.ResolveAsync(1, 1, given.Owner, default)));
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_remark_moves_with_its_passage_and_outlives_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren.\n\nAuch Kinder.");
        await given.RemarkAsync(given.Editor, "Auch Kinder.", "Ab wann?");
        await given.WriteAsync(SectionKind.Goal, "Vorher.\n\nAlle fahren.\n\nAuch Kinder.");
        Assert.Equal((23, false), await NowAsync(given) is var moved ? (moved.From, moved.IsGone) : default);
        await given.WriteAsync(SectionKind.Goal, "Vorher.\n\nAlle fahren.");
        Assert.Equal((true, "Auch Kinder."), await NowAsync(given) is var gone ? (gone.IsGone, gone.Quote) : default);
        Assert.True((await given.ReplyAsync(given.Owner, 1, "Gestrichen.")).Done);
    }

    [Theory, MemberData(nameof(All))]
    public async Task Only_those_who_take_part_remark_and_read_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren.");
        var (adviser, moderator) = (await site.OrganisationAsync("rat", "Jugendrat Ratingen"), await new Given(site).PersonAsync(Role.Moderator));
        var advising = await site.MemberAsync(adviser, MembershipRole.Editor);
        await given.ChangeAsync((proposal, now) => proposal.Invite(adviser.Id, AuthorRole.Adviser, now) ?? proposal.Join(adviser.Id, now));
        Assert.Equal(1, (await given.RemarkAsync(advising, "Alle", "Wer zählt dazu?")).Value);
        foreach (var stranger in new[] { await new Given(site).PersonAsync(), moderator, await site.MemberAsync(given.Lead, MembershipRole.Viewer) })
            Assert.IsType<NotAllowed>((await given.RemarkAsync(stranger, "Alle", "Hallo")).Refusal);
        Assert.Null(await SettleAsync(given, settle => settle.ResolveAsync(1, 1, advising, default)));
        Assert.Equal(2, (await given.RemarkAsync(given.Owner, "fahren", "Womit?")).Value);
        Assert.IsType<NotAllowed>(await SettleAsync(given, settle => settle.ResolveAsync(1, 2, advising, default)));
        Assert.Null(await given.StepAsync(CaseStep.Hide, CaseRef.OfRemark(1, 1), moderator));
        Assert.Equal(["RemarkHidden"], await given.ToldAsync(advising));

        var citizen = await new Given(site).PersonAsync();
        await Assert.ThrowsAsync<Web.Hosting.NotFoundException>(() => SettleAsync(given, settle => settle.ResolveAsync(1, 1, citizen, default)));
        await given.ChangeAsync((proposal, now) => proposal.Withdraw(now));
        Assert.IsType<SuggestionsAreClosed>((await given.RemarkAsync(given.Owner, "Alle", "Zu spät")).Refusal);
    }

    private static Task<Refusal?> SettleAsync(GivenProposals given, Func<SettleRemark, Task<Refusal?>> step) => given.Site.UseAsync(step);

    private static async Task<Passage> NowAsync(GivenProposals given)
    {
        var (remark, text) = (await given.RemarkAsync(1), await given.TextAsync(SectionKind.Goal));
        return (await given.Site.UseAsync<FollowPassages, IReadOnlyList<Passage>>(follow => follow.ToAsync([text], [remark.Passage], default)))[0];
    }
}
