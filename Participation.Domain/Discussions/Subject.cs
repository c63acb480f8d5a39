namespace Participation.Domain.Discussions;

/// <summary>Kinds of things that can be discussed, decided on or followed.</summary>
public enum SubjectKind
{
    /// <summary>An idea.</summary>
    Idea,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A process.</summary>
    Process,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>An application that signs people in here.</summary>
    Application,

    /// <summary>A proposal.</summary>
    Proposal,

    /// <summary>Other words that somebody suggests for a passage of a proposal.</summary>
    Suggestion,

    /// <summary>A remark of an organisation on a passage of a proposal.</summary>
    PassageComment,

    /// <summary>A committee, the council, or another body.</summary>
    Body,

    /// <summary>A meeting of a body.</summary>
    Meeting,

    /// <summary>An item of a meeting.</summary>
    AgendaItem,

    /// <summary>A paper that a body deliberates on.</summary>
    Paper,

    /// <summary>The way of a paper through one meeting.</summary>
    Consultation,

    /// <summary>What a body decided.</summary>
    Resolution,

    /// <summary>A strategy of the city.</summary>
    Strategy,

    /// <summary>A field of action of a strategy.</summary>
    FieldOfAction,

    /// <summary>A measure of a strategy.</summary>
    Measure,

    /// <summary>A service of the administration.</summary>
    OnlineService,

    /// <summary>A news article.</summary>
    Article,

    /// <summary>A text page.</summary>
    Page,

    /// <summary>What came of a process.</summary>
    Result,

    /// <summary>A question of a citizen to a meeting.</summary>
    MeetingQuestion,

    /// <summary>A text that is discussed passage by passage.</summary>
    DiscussedText,

    /// <summary>A passage of such a text.</summary>
    TextPassage,
}

/// <summary>A reference to anything that can be discussed, reported or followed: the seam between capabilities.</summary>
public readonly record struct Subject(SubjectKind Kind, Guid Id)
{
    /// <summary>An idea as subject.</summary>
    public static Subject Of(Ideas.IdeaId id) => new(SubjectKind.Idea, id.Value);

    /// <summary>A comment as subject.</summary>
    public static Subject Of(CommentId id) => new(SubjectKind.Comment, id.Value);

    /// <summary>A process as subject.</summary>
    public static Subject Of(Processes.ProcessId id) => new(SubjectKind.Process, id.Value);

    /// <summary>A person as subject.</summary>
    public static Subject Of(Accounts.PersonId id) => new(SubjectKind.Person, id.Value);

    /// <summary>A proposal as subject.</summary>
    public static Subject Of(Proposals.ProposalId id) => new(SubjectKind.Proposal, id.Value);

    /// <summary>A suggestion as subject.</summary>
    public static Subject Of(Proposals.Suggestions.SuggestionId id) => new(SubjectKind.Suggestion, id.Value);

    /// <summary>A remark as subject.</summary>
    public static Subject Of(Proposals.Suggestions.PassageCommentId id) => new(SubjectKind.PassageComment, id.Value);

    /// <summary>A result as subject.</summary>
    public static Subject Of(Outcomes.ProcessResultId id) => new(SubjectKind.Result, id.Value);

    /// <summary>A body as subject.</summary>
    public static Subject Of(Council.BodyId id) => new(SubjectKind.Body, id.Value);

    /// <summary>A meeting as subject.</summary>
    public static Subject Of(Council.MeetingId id) => new(SubjectKind.Meeting, id.Value);

    /// <summary>An agenda item as subject.</summary>
    public static Subject Of(Council.AgendaItemId id) => new(SubjectKind.AgendaItem, id.Value);

    /// <summary>A paper as subject.</summary>
    public static Subject Of(Council.PaperId id) => new(SubjectKind.Paper, id.Value);

    /// <summary>A consultation as subject.</summary>
    public static Subject Of(Council.ConsultationId id) => new(SubjectKind.Consultation, id.Value);

    /// <summary>A resolution as subject.</summary>
    public static Subject Of(Council.ResolutionId id) => new(SubjectKind.Resolution, id.Value);

    /// <summary>An article as subject.</summary>
    public static Subject Of(News.ArticleId id) => new(SubjectKind.Article, id.Value);

    /// <summary>A text page as subject.</summary>
    public static Subject Of(News.PageId id) => new(SubjectKind.Page, id.Value);

    /// <summary>A strategy as subject.</summary>
    public static Subject Of(Strategy.StrategyPaperId id) => new(SubjectKind.Strategy, id.Value);

    /// <summary>A measure as subject.</summary>
    public static Subject Of(Strategy.MeasureId id) => new(SubjectKind.Measure, id.Value);

    /// <summary>An online service as subject.</summary>
    public static Subject Of(Strategy.OnlineServiceId id) => new(SubjectKind.OnlineService, id.Value);

    /// <summary>A question to a meeting as subject.</summary>
    public static Subject Of(Council.Live.MeetingQuestionId id) => new(SubjectKind.MeetingQuestion, id.Value);

    /// <summary>A discussed text as subject.</summary>
    public static Subject Of(Texts.DiscussedTextId id) => new(SubjectKind.DiscussedText, id.Value);

    /// <summary>A passage of a text as subject.</summary>
    public static Subject Of(Texts.TextPassageId id) => new(SubjectKind.TextPassage, id.Value);

    /// <summary>An organisation as subject.</summary>
    public static Subject Of(Accounts.OrganisationId id) => new(SubjectKind.Organisation, id.Value);
}
