using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Council.Live;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.News;
using Participation.Domain.Notifications;
using Participation.Domain.Outcomes;
using Participation.Domain.Processes;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;
using Participation.Domain.Proposals.Suggestions;
using Participation.Domain.Proposals.Writing;
using Participation.Domain.Realtime;
using Participation.Domain.Strategy;
using Participation.Domain.Strategy.Measures;
using Participation.Domain.Strategy.Services;
using Participation.Domain.Texts;
using Participation.Domain.Uploads;
using Participation.Web.Accounts;
using Participation.Web.Accounts.Authorities;
using Participation.Web.Accounts.Factors;
using Participation.Web.Accounts.Sessions;

namespace Participation.Web.Data;

/// <summary>
/// The one unit of work and repository. Everything injects this; which database is behind it is known in
/// <c>Data/Sqlite</c> and <c>Data/PostgreSql</c> only.
/// </summary>
public abstract class ParticipationDbContext(DbContextOptions options, WriteGate gate)
    : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    private AuditSeal? _audit;
    private WriteTransaction? _open;

    public DbSet<Person> People => Set<Person>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<AccountSession> Sessions => Set<AccountSession>();

    public DbSet<ConnectedIdentity> Identities => Set<ConnectedIdentity>();

    public DbSet<AuthoritySession> AuthoritySessions => Set<AuthoritySession>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ResidenceProof> ResidenceProofs => Set<ResidenceProof>();

    public DbSet<LetterRequest> LetterRequests => Set<LetterRequest>();

    public DbSet<LetterBatch> LetterBatches => Set<LetterBatch>();

    public DbSet<DeskCode> DeskCodes => Set<DeskCode>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<DataExport> DataExports => Set<DataExport>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    public DbSet<SpentPuzzle> SpentPuzzles => Set<SpentPuzzle>();

    public DbSet<Process> Processes => Set<Process>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<District> Districts => Set<District>();

    public DbSet<Idea> Ideas => Set<Idea>();

    public DbSet<Stance> Stances => Set<Stance>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<DecisionMail> DecisionMails => Set<DecisionMail>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<ReportedVersion> ReportedVersions => Set<ReportedVersion>();

    public DbSet<Complaint> Complaints => Set<Complaint>();

    public DbSet<CaseClaim> CaseClaims => Set<CaseClaim>();

    public DbSet<CaseNote> CaseNotes => Set<CaseNote>();

    public DbSet<ReasonTemplate> ReasonTemplates => Set<ReasonTemplate>();

    public DbSet<GuardRulesVersion> GuardRules => Set<GuardRulesVersion>();

    public DbSet<Writing> Writings => Set<Writing>();

    public DbSet<Finding> Findings => Set<Finding>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<TransparencyRecord> TransparencyRecords => Set<TransparencyRecord>();

    public DbSet<ActiveMonth> ActiveMonths => Set<ActiveMonth>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<Page> Pages => Set<Page>();

    public DbSet<ContentVersion> ContentVersions => Set<ContentVersion>();

    public DbSet<KeptForm> KeptForms => Set<KeptForm>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<UploadFile> UploadFiles => Set<UploadFile>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<ProposalAuthor> ProposalAuthors => Set<ProposalAuthor>();

    public DbSet<SignReminder> SignReminders => Set<SignReminder>();

    public DbSet<ProposalPdf> ProposalPdfs => Set<ProposalPdf>();

    public DbSet<SignOff> SignOffs => Set<SignOff>();

    public DbSet<SharedText> SharedTexts => Set<SharedText>();

    public DbSet<SharedTextUpdate> SharedTextUpdates => Set<SharedTextUpdate>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<Suggestion> Suggestions => Set<Suggestion>();

    public DbSet<PassageComment> PassageComments => Set<PassageComment>();

    public DbSet<LegislativeTerm> LegislativeTerms => Set<LegislativeTerm>();

    public DbSet<Body> Bodies => Set<Body>();

    public DbSet<CouncilPerson> CouncilPeople => Set<CouncilPerson>();

    public DbSet<BodyMembership> BodyMemberships => Set<BodyMembership>();

    public DbSet<Location> Locations => Set<Location>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<AgendaItem> AgendaItems => Set<AgendaItem>();

    public DbSet<Paper> Papers => Set<Paper>();

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<Resolution> Resolutions => Set<Resolution>();

    public DbSet<PlannedResolution> PlannedResolutions => Set<PlannedResolution>();

    public DbSet<MeetingFloor> MeetingFloors => Set<MeetingFloor>();

    public DbSet<MeetingQuestion> MeetingQuestions => Set<MeetingQuestion>();

    public DbSet<QuestionLike> QuestionLikes => Set<QuestionLike>();

    public DbSet<OparlSource> OparlSources => Set<OparlSource>();

    public DbSet<OparlWaiting> OparlWaitings => Set<OparlWaiting>();

    public DbSet<ProcessResult> Results => Set<ProcessResult>();

    public DbSet<StrategyPaper> Strategies => Set<StrategyPaper>();

    public DbSet<FieldOfAction> FieldsOfAction => Set<FieldOfAction>();

    public DbSet<Domain.Strategy.Measures.Measure> Measures => Set<Domain.Strategy.Measures.Measure>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<MeasureIdea> MeasureIdeas => Set<MeasureIdea>();

    public DbSet<MeasureProposal> MeasureProposals => Set<MeasureProposal>();

    public DbSet<MeasurePaper> MeasurePapers => Set<MeasurePaper>();

    public DbSet<MeasureChange> MeasureChanges => Set<MeasureChange>();

    public DbSet<DiscussedText> DiscussedTexts => Set<DiscussedText>();

    public DbSet<TextPassage> TextPassages => Set<TextPassage>();

    public DbSet<OnlineService> OnlineServices => Set<OnlineService>();

    public DbSet<ServiceState> ServiceStates => Set<ServiceState>();

    public DbSet<Channel> Channels => Set<Channel>();

    public DbSet<ChannelEvent> ChannelEvents => Set<ChannelEvent>();

    public DbSet<Counter> Counters => Set<Counter>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Opens a transaction for writing; where writers would poll for the lock, they queue here instead.</summary>
    public async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancel)
    {
        var turn = QueuesWriters ? await gate.EnterAsync(cancel) : null;
        try
        {
            return _open = new WriteTransaction(await Database.BeginTransactionAsync(cancel), turn, SealAuditAsync, EndWrite);
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }

    /// <summary>Saves within the open write transaction, or takes its turn for a small one. What shows parts of the council counts as changed with them; entries of the audit log are chained when it commits.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (CouncilRipples.Of(ChangeTracker) is not { } ripples) return await SaveAuditedAsync(acceptAllChangesOnSuccess, cancellationToken);
        await using var own = Database.CurrentTransaction is null ? await BeginWriteAsync(cancellationToken) : null;
        var saved = await SaveAuditedAsync(acceptAllChangesOnSuccess, cancellationToken);
        await ripples.RaiseAsync(this, cancellationToken);
        if (own is not null) await own.CommitAsync(cancellationToken);
        return saved;
    }

    private async Task<int> SaveAuditedAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        if (!Audit.FindNew()) return await SaveUnauditedAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (_open is null && Database.CurrentTransaction is not null) throw new InvalidOperationException("Whoever writes into the audit log opens their transaction by BeginWriteAsync.");
        await using var own = _open is null ? await BeginWriteAsync(cancellationToken) : null;
        Audit.SetAside();
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null) await own.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>For what the framework saves on its own, such as its keys. Nothing of it is in the audit log.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        Audit.FindNew() ? throw new InvalidOperationException("The audit log is written by SaveChangesAsync.") : base.SaveChanges(acceptAllChangesOnSuccess);

    /// <summary>Locks a channel's row until the end of the transaction and says its newest sequence; makes the row if needed.</summary>
    public Task<long> LockChannelAsync(string key, CancellationToken cancel) => AdvanceChannelAsync(key, 0, cancel);

    /// <summary>Counts a channel's sequence up by <paramref name="by"/> and returns the new one.</summary>
    public async Task<long> AdvanceChannelAsync(string key, int by, CancellationToken cancel) =>
        (await Database.SqlQuery<long>(
            $"INSERT INTO channels (key, sequence) VALUES ({key}, {by}) ON CONFLICT (key) DO UPDATE SET sequence = channels.sequence + {by} RETURNING sequence AS \"Value\"")
            .ToListAsync(cancel))[0];

    /// <summary>The next public number of a kind of thing; numbers have no meaning beyond being short and never used twice.</summary>
    public async Task<int> NextNumberAsync(string counter, CancellationToken cancel) =>
        (await Database.SqlQuery<int>(
            $"INSERT INTO counters (name, value) VALUES ({counter}, 1) ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value AS \"Value\"")
            .ToListAsync(cancel))[0];

    /// <summary>Takes a piece of background work for a while, unless somebody else has it; the same holder may take it again to keep it.</summary>
    public async Task<bool> TakeLeaseAsync(string name, string holder, DateTimeOffset now, TimeSpan duration, CancellationToken cancel)
    {
        var (from, until) = (now.ToUnixTimeMilliseconds(), (now + duration).ToUnixTimeMilliseconds());
        await using var transaction = await BeginWriteAsync(cancel);
        var taken = await Database.ExecuteSqlAsync(
            $"INSERT INTO leases (name, holder, until) VALUES ({name}, {holder}, {until}) ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE leases.until < {from} OR leases.holder = excluded.holder", cancel);
        await transaction.CommitAsync(cancel);
        return taken == 1;
    }

    /// <summary>Whether an exception means that a unique index refused a second row.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>Ideas that contain every word of a text, by the database's own full-text search.</summary>
    public abstract IQueryable<Idea> SearchIdeas(string text);

    /// <summary>Ideas that sound like a title, best match first.</summary>
    public abstract IQueryable<Idea> SimilarIdeas(string title);

    /// <summary>Papers that contain every word of a text, in their name, summary or files.</summary>
    public abstract IQueryable<Paper> SearchPapers(string text);

    /// <summary>Brings the schema up to date.</summary>
    public abstract Task MigrateAsync(CancellationToken cancel);

    protected abstract bool QueuesWriters { get; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.UseOpenIddict<Guid>();
        builder.ApplyConfigurationsFromAssembly(typeof(ParticipationDbContext).Assembly);
        ConfigureProvider(builder);
        SnakeCase.Apply(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        EntityIdConverter.Register(configurationBuilder);
    }

    protected virtual void ConfigureProvider(ModelBuilder builder) { }

    private AuditSeal Audit => _audit ??= new AuditSeal(this);

    private async Task<int> SaveUnauditedAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel)
    {
        if (!QueuesWriters || Database.CurrentTransaction is not null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
        using var turn = await gate.EnterAsync(cancel);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
    }

    private async Task SealAuditAsync(CancellationToken cancel)
    {
        if (Audit.FindNew()) Audit.SetAside();
        if (Audit.HasWaiting) await Audit.WriteAsync(stop => base.SaveChangesAsync(acceptAllChangesOnSuccess: true, stop), cancel);
    }

    private void EndWrite(WriteTransaction ended)
    {
        if (_open != ended) return;
        _open = null;
        Audit.Drop();
    }
}
