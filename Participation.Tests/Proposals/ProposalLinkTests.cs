using Participation.Domain;
using Participation.Tests.Support;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals;

/// <summary>From where one comes to a proposal: only when everybody may read it.</summary>
public sealed class ProposalLinkTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_public_proposal_is_named_where_it_comes_from_and_by_whom_it_is_written(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var open = await site.ProposalAsync();
        var visitor = Browsing.Visitor(site);
        var address = Links.Proposal(open.Number, "Sichere Radwege");
        foreach (var page in new[] { Links.Home, Links.Idea(open.Idea, "Mehr Bänke am Markt"), Links.Organisation("stadt"), Links.Organisation("werke"), "/suche?q=radwege" })
        {
            var document = await visitor.GetAsync(page);
            Assert.True(document.QuerySelector($"main a[href='{address}']") is not null, page);
        }

        Assert.Equal($"<p>Wie in <a class=\"reference\" href=\"{Links.Proposal(open.Number)}\">!{open.Number}</a>, nicht !999.</p>", await FormatAsync(site, $"Wie in !{open.Number}, nicht !999."));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_draft_that_is_not_read_along_is_named_nowhere(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var hidden = await site.ProposalAsync(readAlong: false);
        var browsing = await Browsing.AsAsync(site, hidden.Lead);
        foreach (var page in new[] { Links.Home, Links.Idea(hidden.Idea, "Mehr Bänke am Markt"), Links.Organisation("stadt"), "/suche?q=radwege" })
        {
            var document = await browsing.GetAsync(page);
            Assert.True(document.QuerySelector($"main a[href*='/vorhaben/{hidden.Number}']") is null, page);
        }

        Assert.Equal($"<p>Wie in !{hidden.Number}.</p>", await FormatAsync(site, $"Wie in !{hidden.Number}."));
    }

    private static async Task<string> FormatAsync(TestSite site, string text) =>
        (await site.UseAsync<TextFormatter, Outcome<FormattedText>>(texts => texts.FormatAsync(text, 1_000, default))).Value!.Html.Trim();
}
