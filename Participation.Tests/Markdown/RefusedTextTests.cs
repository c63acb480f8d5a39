using Participation.Domain.Discussions;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Tests.Markdown;

/// <summary>A text that cannot be kept is refused with words at its field, and stands there still.</summary>
public sealed class RefusedTextTests
{
    private static readonly string Intricate = new string('>', 3_000) + " Wichtiges";

    [Fact]
    public async Task A_comment_is_refused_and_stays_in_the_form()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (idea, writer) = (await given.IdeaAsync(), await given.PersonAsync());
        var browsing = await Browsing.AsAsync(site, writer);
        foreach (var (body, words) in new[] { (Intricate, "vereinfachen"), (new string('x', Comment.BodyMaxLength + 1), "höchstens") })
        {
            var answer = await browsing.SubmitAsync($"/ideen/{idea}/beitraege", "form[data-comment-form]", new() { ["Body"] = body });
            Assert.Equal(400, (int)browsing.Last.StatusCode);
            Assert.Contains(words, answer.QuerySelector("#Body-error")?.TextContent, StringComparison.Ordinal);
            Assert.Equal(body, answer.QuerySelector("textarea#Body")?.TextContent.Trim());
        }

        // Whoever passes the form by is refused all the same.
        var outcome = await site.UseAsync<PostComment, Outcome<PostedComment>>(post => post.ExecuteAsync(new CommentInput(idea, null, CommentLabel.None, new string('x', Comment.BodyMaxLength + 1), "key-too-long"), writer, default));
        Assert.Equal(new TextIsTooLong(Comment.BodyMaxLength), outcome.Refusal);
        Assert.Equal(0, await site.WithDbAsync(db => Task.FromResult(db.Comments.Count())));
    }

    [Fact]
    public async Task A_line_break_counts_once()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (idea, browsing) = (await given.IdeaAsync(), await Browsing.AsAsync(site, await given.PersonAsync()));
        var body = string.Concat(Enumerable.Repeat("ab\r\n", Comment.BodyMaxLength / 3));
        await browsing.SubmitAsync($"/ideen/{idea}/beitraege", "form[data-comment-form]", new() { ["Body"] = body });
        Assert.Equal(302, (int)browsing.Last.StatusCode);
    }

    [Fact]
    public async Task An_idea_is_refused_when_it_is_looked_at_and_when_it_is_handed_in()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        await given.ProcessAsync();
        var browsing = await Browsing.AsAsync(site, await given.PersonAsync());
        foreach (var action in new[] { "vorschau", "entwurf", "einreichen" })
        {
            var answer = await browsing.SubmitAsync("/ideen/neu", "form[data-idea-form]", new()
            {
                ["Input.Title"] = "Mehr Bänke am Markt", ["Input.Body"] = Intricate, ["Input.Topic"] = await site.WithDbAsync(db => Task.FromResult(db.Topics.First().Key)), ["Input.Rules"] = "true", ["aktion"] = action,
            });
            Assert.Equal((action, 400), (action, (int)browsing.Last.StatusCode));
            Assert.Contains("vereinfachen", answer.QuerySelector("#Input_Body-error")?.TextContent, StringComparison.Ordinal);
            Assert.Equal(Intricate, answer.QuerySelector("#Input_Body")?.TextContent.Trim());
        }
    }
}
