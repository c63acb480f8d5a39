using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Participation.Domain.Discussions;

namespace Participation.Domain.Moderation;

/// <summary>
/// Where a case is, in public numbers: an idea, a comment under one or under a passage of a text, a proposal, a suggestion for one, a remark on one, or a question to a meeting. Written <c>17</c>,
/// <c>17:5</c>, <c>t12:5</c>, <c>v3</c>, <c>v3:2</c>, <c>v3:a2</c> and <c>s13:4</c>.
/// </summary>
public readonly record struct CaseRef : IParsable<CaseRef>
{
    private CaseRef(SubjectKind kind, int number, int part, SubjectKind home = SubjectKind.Idea) => (Kind, Number, Part, Home) = (kind, number, part, home);

    /// <summary>What it is.</summary>
    public SubjectKind Kind { get; }

    /// <summary>What a comment is about: an idea or a passage. Of anything else an idea, which means nothing.</summary>
    public SubjectKind Home { get; }

    /// <summary>Number of the idea, the passage, the proposal or the meeting.</summary>
    public int Number { get; }

    /// <summary>Number of the comment, the suggestion, the remark or the question in it; 0 for the idea or the proposal itself.</summary>
    public int Part { get; }

    /// <summary>The same, or null for the idea or the proposal itself.</summary>
    public int? PartOrNull => Part > 0 ? Part : null;

    /// <summary>Whether it is a proposal, or belongs to one.</summary>
    public bool IsOfProposal => Kind is SubjectKind.Proposal or SubjectKind.Suggestion or SubjectKind.PassageComment;

    /// <summary>Whether it is an idea, or a comment under one.</summary>
    public bool IsOfIdea => Kind is SubjectKind.Idea or SubjectKind.Comment && Home is SubjectKind.Idea;

    /// <summary>The discussion that an idea or a comment belongs to.</summary>
    public DiscussionKey Discussion => DiscussionKey.Of(Home, Number);

    /// <summary>An idea.</summary>
    public static CaseRef OfIdea(int number) => new(SubjectKind.Idea, number, 0);

    /// <summary>A comment under an idea or a passage.</summary>
    public static CaseRef OfComment(DiscussionKey discussion, int number) => new(SubjectKind.Comment, discussion.Number, number, discussion.Kind);

    /// <summary>A proposal.</summary>
    public static CaseRef OfProposal(int number) => new(SubjectKind.Proposal, number, 0);

    /// <summary>A suggestion for a proposal.</summary>
    public static CaseRef OfSuggestion(int proposal, int number) => new(SubjectKind.Suggestion, proposal, number);

    /// <summary>A remark on a proposal.</summary>
    public static CaseRef OfRemark(int proposal, int number) => new(SubjectKind.PassageComment, proposal, number);

    /// <summary>A question to a meeting.</summary>
    public static CaseRef OfQuestion(int meeting, int number) => new(SubjectKind.MeetingQuestion, meeting, number);

    /// <summary>The same from what is kept of it.</summary>
    public static CaseRef Of(SubjectKind kind, int number, int part, SubjectKind home = SubjectKind.Idea) => new(kind, number, part, home);

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        SubjectKind.Comment => string.Create(CultureInfo.InvariantCulture, $"{(Home is SubjectKind.Idea ? "" : "t")}{Number}:{Part}"),
        SubjectKind.Proposal => string.Create(CultureInfo.InvariantCulture, $"v{Number}"),
        SubjectKind.Suggestion => string.Create(CultureInfo.InvariantCulture, $"v{Number}:{Part}"),
        SubjectKind.PassageComment => string.Create(CultureInfo.InvariantCulture, $"v{Number}:a{Part}"),
        SubjectKind.MeetingQuestion => string.Create(CultureInfo.InvariantCulture, $"s{Number}:{Part}"),
        _ => Number.ToString(CultureInfo.InvariantCulture),
    };

    /// <inheritdoc/>
    public static CaseRef Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var place) ? place : throw new FormatException(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CaseRef result)
    {
        var text = s ?? "";
        var (isOfProposal, isOfMeeting, isOfPassage) = (text.StartsWith('v'), text.StartsWith('s'), text.StartsWith('t'));
        var parts = text[(isOfProposal || isOfMeeting || isOfPassage ? 1 : 0)..].Split(':', 3);
        var isRemark = isOfProposal && parts.Length == 2 && parts[1].StartsWith('a');
        if (isRemark) parts[1] = parts[1][1..];
        int[] numbers = [.. parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        result = numbers switch
        {
            [> 0 and var meeting, > 0 and var question] when isOfMeeting => OfQuestion(meeting, question),
            [> 0 and var passage, > 0 and var comment] when isOfPassage => OfComment(DiscussionKey.OfPassage(passage), comment),
            _ when isOfMeeting || isOfPassage => default,
            [> 0 and var number] => isOfProposal ? OfProposal(number) : OfIdea(number),
            [> 0 and var number, > 0 and var part] => isRemark ? OfRemark(number, part) : isOfProposal ? OfSuggestion(number, part) : OfComment(number, part),
            _ => default,
        };
        return result != default;
    }
}
