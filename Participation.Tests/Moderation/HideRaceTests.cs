using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Moderation;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation;

public sealed class HideRaceTests
{
    /// <summary>A reply is there or refused, never half: counts say what rows say, while the comment is hidden and when it is back.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Replies_that_race_with_hiding_are_posted_or_refused_and_everything_counts_right_afterwards(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, author, moderator) = (await given.IdeaAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var people = new List<Actor>();
        for (var i = 0; i < 10; i++) people.Add(await given.PersonAsync());
        for (var round = 0; round < 3; round++)
        {
            var comment = await site.CommentAsync(idea, author, $"Runde {round}: Sie haben doch keine Ahnung.");
            var replies = people.Take(5).Select(person => ReplyAsync(person, comment, round)).ToList();
            var hide = site.StepAsync(CaseStep.Hide, idea, comment, moderator);
            replies.AddRange(people.Skip(5).Select(person => ReplyAsync(person, comment, round)));
            var hidden = await hide; // A reply in between may have changed the comment's version: then the moderator looks again.
            var outcomes = await Task.WhenAll(replies);
            if (hidden is not null)
            {
                Assert.IsType<ChangedMeanwhile>(hidden);
                Assert.Null(await site.StepAsync(CaseStep.Hide, idea, comment, moderator));
            }

            Assert.All(outcomes.Where(outcome => !outcome.Done), outcome => Assert.IsType<ParentIsGone>(outcome.Refusal));
            Assert.Equal(CommentStatus.Hidden, await site.StatusAsync(comment));
            await AssertCountsAsync();
            Assert.IsType<ParentIsGone>((await ReplyAsync(people[0], comment, 100 + round)).Refusal);
            Assert.Null(await site.StepAsync(CaseStep.Restore, idea, comment, moderator));
            await AssertCountsAsync();
            var posted = outcomes.Count(outcome => outcome.Done);
            Assert.Equal(posted, await site.WithDbAsync(db => db.Comments.Where(c => c.Number == comment).Select(c => c.ReplyCount).SingleAsync()));
            Assert.Equal(2, await site.WithDbAsync(db => db.Decisions.CountAsync()) - (2 * round));
        }

        async Task<Outcome<PostedComment>> ReplyAsync(Actor person, int parent, int round) => await site.UseAsync<PostComment, Outcome<PostedComment>>(post =>
            post.ExecuteAsync(new CommentInput(idea, parent, CommentLabel.None, $"Doch, Runde {round}.", GivenNotices.Key()), person, default));

        async Task AssertCountsAsync()
        {
            var (count, comments) = await site.WithDbAsync(async db => (await db.Ideas.Where(i => i.Number == idea).Select(i => i.CommentCount).SingleAsync(), await db.Comments.AsNoTracking().ToListAsync()));
            Assert.Equal(comments.Count(comment => comment.IsVisible), count);
            Assert.All(comments, comment => Assert.Equal(comments.Count(reply => reply.ParentId == comment.Id && reply.IsVisible), comment.ReplyCount));
        }
    }
}
