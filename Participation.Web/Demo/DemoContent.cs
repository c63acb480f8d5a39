using System.Text.Json;
using System.Text.Json.Serialization;

namespace Participation.Web.Demo;

/// <summary>The invented city as it lies in the assembly, in the order of the files.</summary>
internal static class DemoContent
{
    /// <summary>The day that the content calls today.</summary>
    public static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Reads one file.</summary>
    public static IReadOnlyList<T> Read<T>(string file)
    {
        using var stream = Open($"Demo/{file}.json");
        return JsonSerializer.Deserialize<List<T>>(stream, Json) ?? [];
    }

    /// <summary>Reads a file that holds one object.</summary>
    public static T ReadOne<T>(string file)
    {
        using var stream = Open($"Demo/{file}.json");
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new FormatException(file);
    }

    /// <summary>The text pages that are written in Markdown: the first line is the title.</summary>
    public static IEnumerable<DemoPage> MarkdownPages()
    {
        const string folder = "Demo/Pages/";
        foreach (var name in typeof(DemoContent).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(Open(name));
            var title = reader.ReadLine()?.TrimStart('#', ' ') ?? "";
            yield return new DemoPage(Path.GetFileNameWithoutExtension(name[folder.Length..]), title, reader.ReadToEnd().Trim());
        }
    }

    /// <summary>Pages of the knowledge area: title, section and summary in the first three lines.</summary>
    public static IEnumerable<DemoKnowledge> KnowledgePages()
    {
        const string folder = "Demo/Knowledge/";
        foreach (var name in typeof(DemoContent).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(Open(name));
            string Line() => reader.ReadLine() ?? throw new InvalidDataException(name);
            yield return new DemoKnowledge(Path.GetFileNameWithoutExtension(name[folder.Length..]), Line().TrimStart('#', ' '), Line(), Line(), reader.ReadToEnd().Trim());
        }
    }

    /// <summary>Texts that are discussed: the title in the first line, the introduction, and below a line of equals signs the text.</summary>
    public static IEnumerable<DemoDiscussedText> Texts()
    {
        const string folder = "Demo/Texts/";
        foreach (var name in typeof(DemoContent).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(Open(name));
            var title = reader.ReadLine()?.TrimStart('#', ' ') ?? throw new InvalidDataException(name);
            if (reader.ReadToEnd().Split("\n===\n") is not [var lead, var whole]) throw new InvalidDataException(name);
            yield return new DemoDiscussedText(title, lead.Trim(), whole.Trim());
        }
    }

    private static Stream Open(string name) => typeof(DemoContent).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
}

internal sealed record DemoTopic(string Key, string Name, string Description);

internal sealed record DemoDistrict(string Key, string Name, double? Latitude, double? Longitude);

internal sealed record DemoOrganisation(string Key, string Name, string Kind, string? Website, string About);

internal sealed record DemoPerson(string Key, string DisplayName, Domain.Accounts.Role Role, string? OrganisationKey, string? DistrictKey);

internal sealed record DemoPage(string Slug, string Title, string BodyMarkdown);

internal sealed record DemoKnowledge(string Slug, string Title, string Section, string Summary, string BodyMarkdown);

internal sealed record DemoDiscussedText(string Title, string LeadMarkdown, string WholeMarkdown);

internal sealed record DemoArticle(string Key, string Title, string Teaser, string BodyMarkdown, DateTimeOffset PublishedAt, IReadOnlyList<string> Keywords, string? SourceName, string? SourceUrl);

internal sealed record DemoIdea(
    string Key, string Title, string Summary, string BodyMarkdown, string AuthorKey, string TopicKey, string? DistrictKey, double? Latitude, double? Longitude,
    DateTimeOffset? SubmittedAt, Domain.Ideas.IdeaStatus Status, string? OfficialAnswerMarkdown, DateTimeOffset? OfficialAnswerAt, string? MergedIntoKey,
    IReadOnlyList<string> SupporterKeys);

internal sealed record DemoTextComment(string Key, int Paragraph, string? ParentKey, string AuthorKey, Domain.Discussions.CommentLabel Label, string BodyMarkdown, DateTimeOffset PostedAt);

internal sealed record DemoComment(
    string Key, string IdeaKey, string? ParentKey, string AuthorKey, string BodyMarkdown, Domain.Ideas.StanceKind Stance, DateTimeOffset PostedAt,
    string? HiddenReason, DateTimeOffset? HiddenAt, string? HiddenByKey);
