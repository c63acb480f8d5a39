using System.Globalization;
using System.Text;

namespace Participation.Tests.News;

/// <summary>One statement: the object is an address in angle brackets, or a text in quotation marks with its language or type behind it.</summary>
internal sealed record Triple(string Subject, string Predicate, string Object);

/// <summary>Reads Turtle as strictly as the recommendation (W3C, 25 February 2014) wants it, as much of it as the catalogue uses; anything else is an error.</summary>
internal sealed class Turtle(string text)
{
    private const string Type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);
    private readonly List<Triple> _triples = [];
    private int _at;

    public static IReadOnlyList<Triple> Read(string text) => new Turtle(text).All();

    private List<Triple> All()
    {
        for (Space(); _at < text.Length; Space())
        {
            if (Is("@prefix"))
            {
                Space();
                var name = Until(':');
                Space();
                _prefixes.Add(name, Iri());
                Expect('.');
            }
            else
            {
                Statements();
            }
        }

        return _triples;
    }

    private void Statements()
    {
        var subject = Iri();
        do
        {
            Space();
            var predicate = Is("a ") ? Type : Name();
            do
            {
                Space();
                _triples.Add(new Triple(subject, predicate, Object()));
                Space();
            }
            while (Is(","));
        }
        while (Is(";"));
        Expect('.');
    }

    private string Object()
    {
        if (text[_at] == '<') return $"<{Iri()}>";
        if (text[_at] != '"') return $"<{Name()}>";
        var value = Literal();
        if (Is("@"))
        {
            var start = _at;
            while (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '-') _at++;
            return _at > start ? $"\"{value}\"@{text[start.._at]}" : throw Wrong();
        }

        return Is("^^") ? $"\"{value}\"^^{Iri()}" : $"\"{value}\"";
    }

    private string Literal()
    {
        var value = new StringBuilder();
        for (_at++; text[_at] != '"'; _at++)
        {
            if (text[_at] is '\n' or '\r') throw Wrong();
            if (text[_at] != '\\')
            {
                value.Append(text[_at]);
                continue;
            }

            _at++;
            if (text[_at] == 'u')
            {
                value.Append((char)int.Parse(text.AsSpan(_at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                _at += 4;
            }
            else
            {
                value.Append("tbnrf\"'\\".IndexOf(text[_at], StringComparison.Ordinal) is >= 0 and var escape ? "\t\b\n\r\f\"'\\"[escape] : throw Wrong());
            }
        }

        _at++;
        return value.ToString();
    }

    private string Iri()
    {
        if (text[_at] != '<') throw Wrong();
        _at++;
        var iri = Until('>');
        return iri.Any(letter => letter <= ' ' || "<\"{}|^`\\".Contains(letter, StringComparison.Ordinal)) || !Uri.TryCreate(iri, UriKind.Absolute, out _) ? throw Wrong() : iri;
    }

    private string Name()
    {
        var prefix = Until(':');
        var start = _at;
        while (char.IsLetterOrDigit(text[_at]) || text[_at] is '-' or '_') _at++;
        return _prefixes.TryGetValue(prefix, out var address) && _at > start ? address + text[start.._at] : throw Wrong();
    }

    private string Until(char end)
    {
        var start = _at;
        while (text[_at] != end) _at++;
        return text[start.._at++];
    }

    private bool Is(string word)
    {
        if (!text.AsSpan(_at).StartsWith(word)) return false;
        _at += word.Length;
        return true;
    }

    private void Expect(char letter)
    {
        Space();
        if (_at >= text.Length || text[_at++] != letter) throw Wrong();
    }

    private void Space()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
    }

    private FormatException Wrong() => new(string.Create(CultureInfo.InvariantCulture, $"No Turtle at {_at}: {text[Math.Max(0, _at - 20)..Math.Min(text.Length, _at + 20)]}"));
}
