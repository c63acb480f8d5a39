using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Proposals;
using Participation.Tests.Proposals.Suggestions;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Complaints;

namespace Participation.Tests.Moderation;

/// <summary>Open desks are told of everything that comes into the queue or leaves it.</summary>
public sealed class QueueNewsTests
{
    [Fact]
    public async Task Notices_complaints_held_words_and_suggestions_are_announced()
    {
        await using var site = await TestSite.StartAsync();
        var (given, author, moderator) = (new Given(site), await new Given(site).PersonAsync(), await new Given(site).PersonAsync(Role.Moderator));
        var idea = await given.IdeaAsync();
        var comment = await site.CommentAsync(idea, author);
        await AnnouncedAsync(() => site.ReportAsync(idea, comment, null));
        await AnnouncedAsync(() => site.StepAsync(CaseStep.Hide, idea, comment, moderator));
        await AnnouncedAsync(() => site.UseAsync<FileComplaint, Domain.Refusal?>(file => file.ByAuthorAsync(1, "Das war sachlich.", author, default)));
        await AnnouncedAsync(() => site.CommentAsync(idea, author, "Du Wichser."));
        var proposal = await GivenProposals.InAsync(site);
        await proposal.WriteAsync(SectionKind.Goal, "Alle fahren.");
        await AnnouncedAsync(() => proposal.SuggestAsync(author, "Alle", "Alle Wichser"));
        await AnnouncedAsync(() => proposal.DeclineAsync(proposal.Owner, 1));

        async Task AnnouncedAsync(Func<Task> step)
        {
            var before = await SequenceAsync();
            await step();
            Assert.True(await SequenceAsync() > before);
        }

        Task<long> SequenceAsync() => site.UseAsync<QueueQueries, long>(queries => queries.SequenceAsync(default));
    }
}
