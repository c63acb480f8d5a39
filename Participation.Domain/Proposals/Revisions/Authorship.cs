using Participation.Domain.Proposals.Writing;

namespace Participation.Domain.Proposals.Revisions;

/// <summary>Who wrote which part of a text, found by following every update from its beginning.</summary>
/// <typeparam name="T">Who.</typeparam>
public sealed class Authorship<T> where T : IEquatable<T>
{
    private List<Written<T>> _parts = [];

    /// <summary>A text that one author began.</summary>
    public Authorship(int length, T author)
    {
        if (length > 0) _parts.Add(new Written<T>(length, author));
    }

    /// <summary>The parts in the order of the text.</summary>
    public IReadOnlyList<Written<T>> Parts => _parts;

    /// <summary>Somebody changed the text: what is kept stays theirs who wrote it, what is new belongs to the author.</summary>
    public void Follow(ChangeSet update, T author)
    {
        var next = new List<Written<T>>(_parts.Count + update.Sections.Length);
        var (part, taken) = (0, 0);
        foreach (var section in update.Sections)
        {
            if (section.Inserted is { Length: > 0 } inserted) Add(next, inserted.Length, author);
            for (var left = section.Old; left > 0;)
            {
                var piece = Math.Min(left, _parts[part].Length - taken);
                if (section.IsKept) Add(next, piece, _parts[part].Author);
                left -= piece;
                taken += piece;
                if (taken == _parts[part].Length) (part, taken) = (part + 1, 0);
            }
        }

        _parts = next;
    }

    private static void Add(List<Written<T>> parts, int length, T author)
    {
        if (parts is [.., var last] && last.Author.Equals(author)) parts[^1] = last with { Length = last.Length + length };
        else parts.Add(new Written<T>(length, author));
    }
}

/// <summary>A stretch of text by one author.</summary>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
/// <param name="Author">Who wrote it.</param>
public sealed record Written<T>(int Length, T Author);
