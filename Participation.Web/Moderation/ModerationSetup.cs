using Participation.Web.Accounts;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Editing;
using Participation.Web.Ideas.Assisted;
using Participation.Web.Moderation.Audit;
using Participation.Web.Moderation.Complaints;
using Participation.Web.Moderation.Desk;
using Participation.Web.Moderation.Guards;
using Participation.Web.Moderation.Notices;
using Participation.Web.Moderation.Proposals;
using Participation.Web.Moderation.Questions;
using Participation.Web.Moderation.Sanctions;
using Participation.Web.Moderation.Shortening;
using Participation.Web.Moderation.Transparency;
using Participation.Web.Moderation.Undoing;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Moderation;

/// <summary>Moderation.</summary>
public static class ModerationSetup
{
    public static IServiceCollection AddModeration(this IServiceCollection services) => services
        .AddScoped<IChannelFragments, ModerationFragments>().AddScoped<IPersonalData, RecordsOfPerson>()
        .AddScoped<IPersonalData, NoticesOfPerson>().AddScoped<ForgetNotifiers>().AddHostedService<NoticeRetention>().AddScoped<FileNotice>().AddScoped<ReportedVersions>().AddScoped<HoldContribution>().AddScoped<HoldReported>().AddGuards().AddScoped<SettleNotices>().AddScoped<NoticeMails>().AddScoped<MailNotifiers>().AddHostedService<NoticeMailRounds>().AddScoped<NoticeTargets>().AddScoped<NoticeQueries>()
        .AddScoped<StatementQuery>().AddScoped<ConcernedPeople>().AddScoped<MailDecisions>().AddHostedService<DecisionMailRounds>().AddScoped<FileComplaint>().AddScoped<SettleComplaint>().AddScoped<DecideComplaint>().AddScoped<ComplaintQueries>().AddScoped<KeepIdea>().AddScoped<KeepComment>()
        .AddDesk()
        .AddScoped<Contributions>().AddScoped<DecisionBook>().AddScoped<IdeaCase>().AddScoped<CommentCase>().AddScoped<ProposalItems>().AddScoped<ProposalItemSteps>().AddScoped<HoldSuggestion>().AddScoped<QuestionCases>().AddScoped<QuestionSteps>().AddScoped<HoldQuestion>().AddScoped<ReportedThings>().AddScoped<IdeaSteps>().AddScoped<CommentSteps>().AddScoped<CaseSteps>().AddScoped<QueueQueries>()
        .AddScoped<AuditSubjects>().AddScoped<AuditQueries>().AddScoped<VerifyAudit>()
        .AddScoped<ReportFigures>().AddScoped<TransparencyQueries>().AddScoped<KeepReports>().AddHostedService<ReportRounds>()
        .AddScoped<PublishIdea>().AddScoped<DeclineIdea>().AddScoped<HideIdea>().AddScoped<RestoreIdea>()
        .AddScoped<MergeIdeas>().AddScoped<MarkSeen>().AddScoped<SeeIdea>().AddScoped<SeeComment>().AddScoped<MergeQueries>().AddScoped<DecisionQueries>()
        .AddScoped<Matters>().AddScoped<Parties>().AddScoped<SanctionAuthor>().AddScoped<RevokeDecision>().AddScoped<SanctionQueries>().AddScoped<LiftSanction>().AddScoped<UndoDecision>().AddScoped<UndoComment>().AddScoped<UndoIdea>().AddScoped<UndoProposalItem>().AddScoped<UndoQuestion>().AddScoped<UndoQuery>().AddScoped<LockDiscussion>().AddScoped<LockThread>().AddScoped<ShortenText>().AddScoped<WholeTextQuery>()
        .AddScoped<BeginReview>().AddScoped<AnswerIdea>().AddScoped<BeginImplementation>().AddScoped<CompleteImplementation>()
        .AddScoped<PublishComment>().AddScoped<DeclineComment>().AddScoped<HideComment>().AddScoped<RestoreComment>()
        .AddSingleton(new OpenDataset(
            "transparenz", "Zahlen der Moderation", "Halbjährliche Zahlen zu Meldungen, Entscheidungen und Beschwerden nach dem Gesetz über digitale Dienste.", Links.Transparency, ["Moderation", "Transparenzbericht", "DSA"],
            [new OpenDataFile("json", "Berichte als JSON", Links.Transparency, "application/json", "JSON"), new OpenDataFile("csv", "Berichte als Tabelle", Links.Transparency, "text/csv", "CSV")]))
        .AddManaged(ManagedGroup.Participation, Links.Moderation, () => ModerationTexts.Title, () => ModerationTexts.AreaQueue)
        .AddManaged(ManagedGroup.Participation, Links.AssistedIdea, () => AssistedTexts.Title, () => ModerationTexts.AreaAssisted)
        .AddManaged(ManagedGroup.Participation, Links.ReasonTemplates, () => ModerationTexts.AreaTemplatesTitle, () => ModerationTexts.AreaTemplates)
        .AddManaged(ManagedGroup.Participation, Links.Rules, () => GuardTexts.Title, () => ModerationTexts.AreaRules, Policies.Administration)
        .AddManaged(ManagedGroup.Records, Links.AuditLog, () => AuditTexts.Title, () => ModerationTexts.AreaAudit, Policies.Administration);

    public static void MapModeration(this IEndpointRouteBuilder app)
    {
        app.MapAudit();
        app.MapTransparency();
    }
}
