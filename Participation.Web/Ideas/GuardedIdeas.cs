using Participation.Domain;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation.Guards;
using Participation.Web.Moderation.Guards;

namespace Participation.Web.Ideas;

/// <summary>What the guard reads of an idea. A summary that was taken from the text says nothing twice.</summary>
internal static class GuardedIdeas
{
    /// <summary>An idea that is handed in.</summary>
    public static GuardedText Of(Idea idea) => new(WritingKind.Idea, idea.Body, [idea.Title, Own(idea.Summary, idea.Body), idea.Place ?? ""]);

    /// <summary>An idea that is changed.</summary>
    public static GuardedText Of(Idea before, IdeaText now) =>
        new(WritingKind.Edit, now.Body, [now.Title, Own(now.Summary, now.Body, before.Body), now.Place ?? ""]) { Replaces = new ReplacedText(Subject.Of(before.Id), Of(before).Text) };

    private static string Own(string summary, params ReadOnlySpan<FormattedText> bodies)
    {
        foreach (var body in bodies)
            if (IdeaInput.AutomaticSummary(body.Html) == summary) return "";
        return summary;
    }
}
