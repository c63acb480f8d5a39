using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;

namespace Participation.Web.Proposals.Revisions;

/// <summary>A section in passages of one author each; without any when it is not known who wrote what.</summary>
/// <param name="Kind">Which section.</param>
/// <param name="Text">What it says, as typed.</param>
/// <param name="Passages">Its passages in the order of the text.</param>
public sealed record WrittenSection(SectionKind Kind, string Text, IReadOnlyList<WrittenPassage> Passages)
{
    /// <summary>Puts passages of one author together, and what is blank to what stands before it.</summary>
    public static WrittenSection Of(SectionKind kind, string text, IReadOnlyList<Written<TextAuthor>>? parts)
    {
        if (parts is null || parts.Sum(part => part.Length) != text.Length) return new WrittenSection(kind, text, []);
        var (passages, at) = (new List<WrittenPassage>(), 0);
        foreach (var part in parts)
        {
            var piece = text.Substring(at, part.Length);
            at += part.Length;
            if (passages is [.., var last])
            {
                var kept = last.Author == part.Author ? piece.Length : piece.Length - piece.AsSpan().TrimStart().Length;
                passages[^1] = last with { Text = last.Text + piece[..kept] };
                piece = piece[kept..];
            }

            if (piece.Length > 0) passages.Add(new WrittenPassage(piece, part.Author));
        }

        return new WrittenSection(kind, text, passages);
    }
}

/// <summary>A passage by one author.</summary>
public sealed record WrittenPassage(string Text, TextAuthor Author);

/// <summary>An author in the legend: the number stands at each of their passages, beside colour and line.</summary>
/// <param name="Number">From 1, in the order in which they first appear.</param>
/// <param name="Name">Who.</param>
public sealed record LegendEntry(int Number, string Name)
{
    private const int Colours = 6;
    private const int Lines = 5;

    /// <summary>Colour and kind of line: thirty pairs before one comes again.</summary>
    public string Classes => FormattableString.Invariant($"written--c{(Number - 1) % Colours} written--l{(Number - 1) % Lines}");
}
