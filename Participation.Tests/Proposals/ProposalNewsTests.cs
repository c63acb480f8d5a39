using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Tests.Accounts.Organisations;
using Participation.Tests.Proposals.Suggestions;
using Participation.Tests.Support;
using Participation.Web.Proposals;
using Participation.Web.Proposals.Suggestions;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals;

/// <summary>Who is told what of a proposal, and who is named with it.</summary>
public sealed class ProposalNewsTests
{
    private static readonly DateOnly Soon = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(10);

    public static TheoryData<string> All => Databases.All;

    [Theory, MemberData(nameof(All))]
    public async Task Authors_of_ideas_are_told_once_when_anybody_may_read_it_and_named_on_page_print_and_file(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await site.ProposalAsync(readAlong: false);
        var author = await site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == given.Idea).Select(idea => new { idea.AuthorId, Name = db.People.Where(person => person.Id == idea.AuthorId).Select(person => person.DisplayName).First() }).SingleAsync());
        Assert.Equal(0, await ToldAsync());
        foreach (var readAlong in new[] { true, false, true }) Assert.Null(await DescribeAsync(given, readAlong));
        Assert.Equal(1, await ToldAsync());
        await given.PublishedAsync(Soon);
        Assert.Equal(1, await ToldAsync());
        var visitor = Browsing.Visitor(site);
        Assert.Contains(author.Name, (await visitor.GetAsync(Links.Proposal(given.Number, "Sichere Radwege"))).QuerySelector("section[aria-labelledby=quellen]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(author.Name, (await visitor.GetAsync(Links.ProposalPrint(given.Number))).QuerySelector("section[aria-labelledby=quellen]")!.TextContent, StringComparison.Ordinal);
        using var file = UglyToad.PdfPig.PdfDocument.Open(await visitor.Client.GetByteArrayAsync(Links.ProposalPdf(given.Number)));
        Assert.Contains(author.Name.Replace(" ", "", StringComparison.Ordinal), string.Concat(file.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        Task<int> ToldAsync() => site.WithDbAsync(db => db.Notifications.CountAsync(told => told.PersonId == author.AuthorId && told.Kind == NotificationKind.ProposalFromIdea));
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_closed_draft_tells_them_when_it_is_published(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await site.ProposalAsync(readAlong: false);
        await given.PublishedAsync(Soon);
        Assert.Equal(1, await site.WithDbAsync(db => db.Notifications.CountAsync(told => told.Kind == NotificationKind.ProposalFromIdea)));
    }

    [Theory, MemberData(nameof(All))]
    public async Task Going_on_writing_says_whose_signatures_do_not_count_any_more(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await site.ProposalAsync();
        Assert.Null(await given.FreezeAsync(Soon));
        Assert.Null(await given.SignAsync(given.Lead, given.City));
        var partner = await Browsing.AsAsync(site, given.Partner);
        Assert.Contains("STADT", (await partner.GetAsync(Links.SignProposal(given.Number))).QuerySelector("#betroffen")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await site.UseAsync<ReopenProposal, Refusal?>(async reopen => await reopen.ReopenAsync(await given.OrderAsync(given.Partner), default)));
        Assert.Contains("STADT", await DetailAsync(given.Lead, NotificationKind.ProposalReopened), StringComparison.Ordinal);
        Assert.Contains("gilt nicht mehr", (await partner.GetAsync(Links.Proposal(given.Number, "Sichere Radwege"))).QuerySelector(".signoff__list")!.TextContent, StringComparison.Ordinal);

        Assert.Null(await given.FreezeAsync(Soon));
        Assert.Null(await given.SignAsync(given.Lead, given.City));
        Assert.Null(await site.UseAsync<SignProposal, Refusal?>(async sign => await sign.DeclineAsync(await given.OrderAsync(given.Partner), given.Works.Id, "Die Kosten fehlen.", default)));
        var declined = await DetailAsync(given.Lead, NotificationKind.ProposalDeclined);
        Assert.Contains("Die Kosten fehlen.", declined, StringComparison.Ordinal);
        Assert.Contains("STADT", declined, StringComparison.Ordinal);

        Task<string> DetailAsync(Actor who, NotificationKind kind) => site.WithDbAsync(db => db.Notifications.Where(told => told.PersonId == who.Person && told.Kind == kind).Select(told => told.Detail ?? "").SingleAsync());
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_change_for_a_signed_text_is_kept_for_its_deliberation_or_declined(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = await GivenProposals.InAsync(site);
        await given.WriteAsync(SectionKind.Goal, "Alle fahren.");
        var hash = new string('a', SignOff.HashLength);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await given.ChangeAsync((proposal, now) => proposal.Freeze(hash, [], today.AddDays(9), today, now));
        foreach (var organisation in new[] { given.Lead, given.Second }) await given.ChangeAsync((proposal, now) => proposal.Sign(organisation.Id, given.Owner.Person, hash, today, now));
        var citizen = await new Given(site).PersonAsync();
        Assert.True((await given.SuggestAsync(citizen, "Alle", "Wir alle")).Done);
        Assert.IsType<NotAllowed>(await NoteAsync(citizen));
        var owner = await Browsing.AsAsync(site, given.Owner);
        await owner.SubmitAsync(Links.Suggestion(1, 1), "#vormerken", []);
        Assert.IsType<SuggestionIsClosed>(await NoteAsync(given.Editor));
        var noted = await given.SuggestionAsync(1);
        Assert.Equal((SuggestionStatus.Accepted, true, "Alle fahren."), (noted.Status, noted.IsNoted, (await given.TextAsync(SectionKind.Goal)).Text));
        Assert.Equal(["SuggestionNoted"], await given.ToldAsync(citizen));
        Assert.Equal(noted.Id.Value, await site.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Action == "proposal.note-suggestion").Select(entry => entry.SubjectId).SingleAsync()));
        var page = await Browsing.Visitor(site).GetAsync(Links.Proposal(1, "Sichere Radwege"));
        Assert.NotNull(page.QuerySelector("#vorgemerkt"));
        Assert.Null(page.QuerySelector("#dank"));
        Assert.Contains("vorgemerkt", (await Browsing.Visitor(site).GetAsync(Links.Suggestion(1, 1))).QuerySelector("#stand")!.TextContent, StringComparison.Ordinal);

        Task<Refusal?> NoteAsync(Actor who) => site.UseAsync<DecideSuggestion, Refusal?>(decide => decide.NoteAsync(1, 1, who, default));
    }

    [Fact]
    public async Task A_moderator_starts_one_for_an_organisation_and_a_citizen_does_not()
    {
        await using var site = await TestSite.StartAsync();
        var organisation = await site.OrganisationAsync();
        var (moderator, citizen) = (await new Given(site).PersonAsync(Role.Moderator), await new Given(site).PersonAsync());
        Assert.IsType<NotAllowed>((await StartAsync(citizen)).Refusal);
        Assert.True((await StartAsync(moderator)).Done);
        var page = await Browsing.Visitor(site).GetAsync(Links.Proposal(1, "Sichere Radwege"));
        Assert.Contains("Alle können mitlesen", page.QuerySelector("#wer-liest")!.TextContent, StringComparison.Ordinal);

        Task<Outcome<int>> StartAsync(Actor who) => site.UseAsync<StartProposal, Outcome<int>>(start => start.ExecuteAsync(new ProposalStart("Sichere Radwege", "Wege.", organisation.Slug, [], true, "neu"), who, default));
    }

    private static async Task<Refusal?> DescribeAsync(GivenProposal given, bool readAlong)
    {
        var order = await given.OrderAsync(given.Lead);
        return await given.Site.UseAsync<ChangeProposal, Refusal?>(change => change.ExecuteAsync(order, new ProposalDetails("Sichere Radwege", "Wege für alle.", readAlong, []), default));
    }
}
