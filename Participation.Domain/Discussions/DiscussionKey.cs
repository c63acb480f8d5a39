using System.Globalization;

namespace Participation.Domain.Discussions;

/// <summary>What is discussed, by its public number: an idea, or a passage of a text. Written as its channel is named: <c>idea:17</c>, <c>passage:12</c>.</summary>
public readonly record struct DiscussionKey
{
    private const string IdeaPrefix = "idea:";
    private const string PassagePrefix = "passage:";

    private DiscussionKey(SubjectKind kind, int number) => (Kind, Number) = (kind, number);

    /// <summary>What it is.</summary>
    public SubjectKind Kind { get; }

    /// <summary>Its public number.</summary>
    public int Number { get; }

    /// <summary>Whether an idea is discussed.</summary>
    public bool IsIdea => Kind is SubjectKind.Idea;

    /// <summary>The idea's number, when one is discussed.</summary>
    public int? Idea => IsIdea ? Number : null;

    /// <summary>The passage's number, when one is discussed.</summary>
    public int? Passage => IsIdea ? null : Number;

    /// <summary>Channel of the discussion.</summary>
    public string Channel => (IsIdea ? IdeaPrefix : PassagePrefix) + Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The discussion of an idea.</summary>
    public static DiscussionKey OfIdea(int number) => new(SubjectKind.Idea, number);

    /// <summary>The discussion of a passage of a text.</summary>
    public static DiscussionKey OfPassage(int number) => new(SubjectKind.TextPassage, number);

    /// <summary>The same from what is kept of it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing of the kind is discussed.</exception>
    public static DiscussionKey Of(SubjectKind kind, int number) => kind switch
    {
        SubjectKind.Idea => OfIdea(number),
        SubjectKind.TextPassage => OfPassage(number),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The discussion whose channel it is, or null.</summary>
    public static DiscussionKey? OfChannel(string channel)
    {
        var kind = channel.StartsWith(IdeaPrefix, StringComparison.Ordinal) ? SubjectKind.Idea : SubjectKind.TextPassage;
        var prefix = kind is SubjectKind.Idea ? IdeaPrefix : PassagePrefix;
        return channel.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(channel.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new DiscussionKey(kind, number) : null;
    }

    /// <summary>A number alone means an idea, as it does in the interface and in the first version of the API.</summary>
    public static implicit operator DiscussionKey(int idea) => OfIdea(idea);

    /// <inheritdoc/>
    public override string ToString() => Channel;
}
