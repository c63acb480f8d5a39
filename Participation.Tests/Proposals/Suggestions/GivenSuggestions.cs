using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Proposals;
using Participation.Web.Proposals.Suggestions;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals.Suggestions;

/// <summary>What people write about the text of a proposal.</summary>
internal static class GivenSuggestions
{
    private static int _forms;

    /// <summary>Somebody proposes other words for words that stand in the goal now.</summary>
    public static async Task<Outcome<Suggested>> SuggestAsync(this GivenProposals given, Actor by, string quote, string replacement, string reason = "So ist es klarer.", string? key = null, Guid? organisation = null)
    {
        var input = new SuggestionInput(await given.PlaceAsync(quote), quote, replacement, reason, key ?? $"form-{Interlocked.Increment(ref _forms)}", organisation);
        return await given.Site.UseAsync<SuggestChange, Outcome<Suggested>>(suggest => suggest.ExecuteAsync(given.Number, input, by, default));
    }

    /// <summary>Somebody remarks something on words that stand in the goal now.</summary>
    public static async Task<Outcome<int>> RemarkAsync(this GivenProposals given, Actor by, string quote, string body, string? key = null)
    {
        var (place, input) = (await given.PlaceAsync(quote), new RemarkInput(body, key ?? $"form-{Interlocked.Increment(ref _forms)}"));
        return await given.Site.UseAsync<WriteRemark, Outcome<int>>(write => write.ExecuteAsync(given.Number, place, input, by, default));
    }

    public static Task<Outcome<int>> ReplyAsync(this GivenProposals given, Actor by, int remark, string body) =>
        given.Site.UseAsync<WriteRemark, Outcome<int>>(write => write.ReplyAsync(given.Number, remark, new RemarkInput(body, $"form-{Interlocked.Increment(ref _forms)}"), by, default));

    public static Task<Refusal?> AcceptAsync(this GivenProposals given, Actor by, int suggestion) => given.Site.UseAsync<DecideSuggestion, Refusal?>(decide => decide.AcceptAsync(given.Number, suggestion, by, default));

    public static Task<Refusal?> DeclineAsync(this GivenProposals given, Actor by, int suggestion, string reason = "Das steht schon im Zeitplan.") =>
        given.Site.UseAsync<DecideSuggestion, Refusal?>(decide => decide.DeclineAsync(given.Number, suggestion, reason, by, default));

    public static Task<Suggestion> SuggestionAsync(this GivenProposals given, int number) => given.Site.WithDbAsync(db => db.Suggestions.AsNoTracking().SingleAsync(made => made.ProposalId == given.Id && made.Number == number));

    public static Task<PassageComment> RemarkAsync(this GivenProposals given, int number) => given.Site.WithDbAsync(db => db.PassageComments.AsNoTracking().SingleAsync(remark => remark.ProposalId == given.Id && remark.Number == number));

    /// <summary>A moderator takes a step with what is about a proposal.</summary>
    public static Task<Refusal?> StepAsync(this GivenProposals given, CaseStep step, CaseRef at, Actor moderator, string facts = "Der Text wertet jemanden ab.") => given.Site.UseAsync<ProposalItemSteps, Refusal?>(async steps =>
    {
        var version = await given.Site.UseAsync<ProposalItems, int>(async items => (await items.FindAsync(at, default)).What.Version);
        return await steps.TakeAsync(step, at, new CaseOrder(at.Number, version, moderator), Ground.Respect, facts, default);
    });

    private static async Task<PassageAddress> PlaceAsync(this GivenProposals given, string quote)
    {
        var now = await given.TextAsync(SectionKind.Goal);
        var at = now.Text.IndexOf(quote, StringComparison.Ordinal);
        return new PassageAddress(SectionKind.Goal, now.Version, at, at + quote.Length);
    }
}
