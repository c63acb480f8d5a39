using Participation.Domain.Accounts;
using Participation.Domain.Discussions;

namespace Participation.Domain.Moderation;

/// <summary>What moderators tell each other about a case. Never public; the person it is about may ask to read it.</summary>
public sealed class CaseNote
{
    /// <summary>Longest text, in characters.</summary>
    public const int TextMaxLength = 2000;

    /// <summary>Most notes on one case.</summary>
    public const int MostOfOneCase = 100;

    /// <summary>How long whoever wrote it can take it back.</summary>
    public static readonly TimeSpan TakeBackTime = TimeSpan.FromMinutes(15);

    private CaseNote() { }

    /// <summary>Internal identity.</summary>
    public CaseNoteId Id { get; private set; }

    /// <summary>The contribution.</summary>
    public SubjectKind SubjectKind { get; private set; }

    /// <summary>The contribution.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Whose contribution it is.</summary>
    public PersonId AboutId { get; private set; }

    /// <summary>Who wrote the note.</summary>
    public PersonId WriterId { get; private set; }

    /// <summary>The text, as it was typed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Made by the form; two notes with the same key are one.</summary>
    public string SubmissionKey { get; private set; } = "";

    /// <summary>Somebody notes something.</summary>
    public static CaseNote Write(Subject subject, PersonId about, PersonId writer, string text, string submissionKey, DateTimeOffset now) => new()
    {
        Id = CaseNoteId.New(now), SubjectKind = subject.Kind, SubjectId = subject.Id, AboutId = about, WriterId = writer, Text = text.Trim(), WrittenAt = now, SubmissionKey = submissionKey,
    };

    /// <summary>Why somebody cannot take it back, or null.</summary>
    public Refusal? CheckTakeBack(PersonId by, DateTimeOffset now) => by != WriterId ? new NotAllowed() : now - WrittenAt > TakeBackTime ? new NoteStays((int)TakeBackTime.TotalMinutes) : null;

    /// <summary>Those whose name stands in a text behind an @, as whole words; of two names that begin alike the longer one.</summary>
    public static IReadOnlyList<PersonId> Mentioned(string text, IEnumerable<(PersonId Id, string Name)> people)
    {
        var found = new List<PersonId>();
        // A name of several words may stand in quotation marks, as everywhere else on the site.
        text = text.Replace("@\"", "@", StringComparison.Ordinal).Replace("@„", "@", StringComparison.Ordinal);
        foreach (var (id, name) in people.OrderByDescending(person => person.Name.Length))
        {
            for (var at = Find(text, name, 0); at >= 0; at = Find(text, name, at + 1))
            {
                if (IsInWord(text, at - 1) || IsInWord(text, at + 1 + name.Length)) continue;
                found.Add(id);
                text = text.Remove(at, name.Length + 1).Insert(at, new string(' ', name.Length + 1));
            }
        }

        return [.. found.Distinct()];
    }

    private static int Find(string text, string name, int from) => text.IndexOf("@" + name, from, StringComparison.OrdinalIgnoreCase);

    private static bool IsInWord(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);
}

/// <summary>A note cannot be taken back any more.</summary>
public sealed record NoteStays(int Minutes) : Refusal;

/// <summary>A case has as many notes as anyone can read.</summary>
public sealed record TooManyNotes(int Most) : Refusal;
