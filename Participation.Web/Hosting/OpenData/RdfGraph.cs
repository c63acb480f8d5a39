using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Participation.Web.Hosting.OpenData;

/// <summary>What stands in the place of an object: another thing, or a text.</summary>
/// <param name="Value">Address of the thing, or the text.</param>
/// <param name="IsResource">Whether it is a thing.</param>
/// <param name="Language">Language of a text, if it has one.</param>
/// <param name="Type">Type of a text that is none, such as a date; whole address.</param>
internal sealed record RdfTerm(string Value, bool IsResource, string? Language = null, string? Type = null)
{
    public static RdfTerm Resource(string address) => new(address, true);

    public static RdfTerm Text(string text, string? language = null) => new(text, false, language);

    public static RdfTerm Day(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), false, null, "http://www.w3.org/2001/XMLSchema#date");
}

/// <summary>A small graph, written as Turtle (W3C, 2014) and as JSON-LD 1.1 from the same statements. Things have whole addresses; names are shortened by the prefixes.</summary>
internal sealed class RdfGraph
{
    /// <summary>Prefixes of the vocabularies that DCAT-AP.de uses.</summary>
    public static IReadOnlyDictionary<string, string> Prefixes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["dcat"] = "http://www.w3.org/ns/dcat#", ["dcatde"] = "http://dcat-ap.de/def/dcatde/", ["dct"] = "http://purl.org/dc/terms/", ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", ["vcard"] = "http://www.w3.org/2006/vcard/ns#", ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
    };

    private readonly List<(string Subject, List<(string Predicate, RdfTerm Value)> Statements)> _things = [];

    /// <summary>Says things of a kind about something; values that are missing are left out.</summary>
    /// <param name="subject">Its address.</param>
    /// <param name="type">Its kind, with a prefix.</param>
    /// <param name="statements">What is said, predicates with a prefix.</param>
    public void Add(string subject, string type, params ReadOnlySpan<(string Predicate, RdfTerm? Value)> statements)
    {
        var said = new List<(string, RdfTerm)> { ("rdf:type", RdfTerm.Resource(Whole(type))) };
        foreach (var (predicate, value) in statements)
            if (value is not null) said.Add((predicate, value));
        _things.Add((subject, said));
    }

    /// <summary>The graph as Turtle.</summary>
    public string ToTurtle()
    {
        var text = new StringBuilder();
        foreach (var (prefix, address) in Prefixes) text.Append(CultureInfo.InvariantCulture, $"@prefix {prefix}: <{address}> .\n");
        foreach (var (subject, statements) in _things)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n<{Iri(subject)}>");
            for (var i = 0; i < statements.Count; i++)
            {
                var (predicate, value) = statements[i];
                text.Append(i == 0 ? " " : " ;\n    ").Append(predicate == "rdf:type" ? "a" : predicate).Append(' ').Append(Turtle(value));
            }

            text.Append(" .\n");
        }

        return text.ToString();
    }

    /// <summary>The graph as JSON-LD.</summary>
    public JsonObject ToJson()
    {
        var context = new JsonObject();
        foreach (var (prefix, address) in Prefixes) context[prefix] = address;
        var graph = new JsonArray();
        foreach (var (subject, statements) in _things)
        {
            var thing = new JsonObject { ["@id"] = subject };
            foreach (var same in statements.GroupBy(statement => statement.Predicate, StringComparer.Ordinal))
            {
                var isType = same.Key == "rdf:type";
                JsonNode[] values = [.. same.Select(statement => isType ? (JsonNode)JsonValue.Create(statement.Value.Value) : Json(statement.Value))];
                thing[isType ? "@type" : same.Key] = values.Length == 1 ? values[0] : new JsonArray(values);
            }

            graph.Add((JsonNode)thing);
        }

        return new JsonObject { ["@context"] = context, ["@graph"] = graph };
    }

    private static string Turtle(RdfTerm term)
    {
        if (term.IsResource) return $"<{Iri(term.Value)}>";
        var quoted = $"\"{Escaped(term.Value)}\"";
        if (term.Language is { } language) return $"{quoted}@{language}";
        return term.Type is { } type ? $"{quoted}^^<{Iri(type)}>" : quoted;
    }

    private static JsonObject Json(RdfTerm term)
    {
        if (term.IsResource) return new JsonObject { ["@id"] = term.Value };
        var value = new JsonObject { ["@value"] = term.Value };
        if (term.Language is { } language) value["@language"] = language;
        if (term.Type is { } type) value["@type"] = type;
        return value;
    }

    private static string Whole(string name) => name.Split(':', 2) is [var prefix, var local] ? Prefixes[prefix] + local : throw new ArgumentException(name, nameof(name));

    /// <summary>Signs that may not stand between angle brackets are written as in an address.</summary>
    private static string Iri(string address)
    {
        var iri = new StringBuilder(address.Length);
        foreach (var letter in address)
        {
            if (letter <= ' ' || "<>\"{}|^`\\".Contains(letter, StringComparison.Ordinal)) iri.Append(CultureInfo.InvariantCulture, $"%{(int)letter:X2}");
            else iri.Append(letter);
        }

        return iri.ToString();
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            escaped.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\u007f' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }
}
