using Participation.Web.Discussions;
using Participation.Web.Ideas;

namespace Participation.Web.Hosting.Api;

/// <summary>What requests look like.</summary>
internal static class ApiExamples
{
    private const string Idea = """
        "title": "Trinkbrunnen am Bahnhof Ost", "body": "An heißen Tagen fehlt dort **Wasser**. Ein Brunnen wie am Markt würde reichen.", "topic": "energie-klima", "district": "ost", "place": "Bahnhof Ost"
        """;

    public static string? Of(Type type) =>
        type == typeof(ApiNewIdea) ? "{ \"process\": \"smart-city\", " + Idea + " }"
        : type == typeof(ApiIdeaText) ? "{ " + Idea + " }"
        : type == typeof(ApiStanceChoice) ? """{ "stance": "for" }"""
        : type == typeof(ApiNewComment) ? """{ "idea": 17, "body": "Wer kümmert sich im Winter darum?", "label": "question" }"""
        : type == typeof(ApiCommentText) ? """{ "body": "Wer kümmert sich im Winter um die Leitung?", "label": "question" }"""
        : type == typeof(ApiStances) ? """{ "for": 41, "neutral": 6, "against": 3 }"""
        : null;
}
