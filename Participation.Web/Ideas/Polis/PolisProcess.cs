using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Processes;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Realtime;

namespace Participation.Web.Ideas.Polis;

/// <summary>The process an import goes into.</summary>
internal sealed class PolisProcess(ParticipationDbContext db, Changes changes, MarkdownText markdown, CityClock clock)
{
    private const int AnswerWithinDays = 56;

    /// <summary>The process at this address, or a new one whose activities ended with the last vote: readable, but over.</summary>
    public async Task<Process> FindOrCreateAsync(PolisConversation conversation, string slug, CancellationToken cancel)
    {
        if (await db.Processes.AsNoTracking().SingleOrDefaultAsync(process => process.Slug == slug, cancel) is { } there) return there;
        await using var change = await changes.BeginAsync([], cancel);
        var process = Process.Create(ProcessId.New(change.Now), slug, Plan(conversation, slug), change.Now);
        db.Processes.Add(process);
        change.Evict(CacheTags.Processes);
        await change.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return process;
    }

    private ProcessPlan Plan(PolisConversation conversation, string slug)
    {
        var (topic, description) = conversation.Summary;
        if (topic.Length == 0) topic = slug;
        var plain = PlainText.Of(markdown.Format(description).Html);
        var (first, last) = (DayOf(conversation.FirstAt), DayOf(conversation.LastAt));
        var closed = conversation.LastAt.AddMilliseconds(1);
        return new ProcessPlan(
            PolisTitle.Cut(topic, Process.TitleMaxLength), PolisTitle.Of(plain.Length == 0 ? topic : plain, Process.QuestionMaxLength),
            PolisTitle.Cut(plain, Process.SummaryMaxLength), Rules(description), first, last, StanceMode.ForNeutralAgainst, ModerationMode.PreModerateIdeas,
            Verification.Email, AnswerWithinDays, [new Phase(0, PolisTexts.PhaseTitle, null, first, last)],
            [new Activity(ActivityKind.CollectIdeas, conversation.FirstAt, closed), new Activity(ActivityKind.TakeStances, conversation.FirstAt, closed)]);
    }

    /// <summary>The whole description, which is longer than a summary may be, under a word on where all this comes from.</summary>
    private FormattedText Rules(string description)
    {
        var whole = $"{PolisTexts.Origin}\n\n{description}".Trim();
        return markdown.Format(whole.Length <= Process.RulesMaxLength ? whole : PolisTitle.Cut(whole, Process.RulesMaxLength));
    }

    private DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(clock.Local(instant).DateTime);
}
