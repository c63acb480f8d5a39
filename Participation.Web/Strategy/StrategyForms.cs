using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Strategy;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Strategy;

/// <summary>What the form of the strategy needs to know: the strategy, the documents to choose from, and who saved last.</summary>
public sealed class StrategyForms(ParticipationDbContext db, Versions versions, Attachments attachments, CityClock clock)
{
    /// <summary>The strategy; for reading.</summary>
    public Task<StrategyPaper?> FindAsync(CancellationToken cancel) => StrategyQueries.Newest(db.Strategies.AsNoTracking()).Include(paper => paper.Fields).AsSplitQuery().FirstOrDefaultAsync(cancel);

    /// <summary>The documents that stand beside it, and those that may.</summary>
    public Task<AttachmentsField> DocumentsAsync(StrategyPaper? paper, AttachmentsInput? input, CancellationToken cancel) => attachments.FieldAsync(paper is null ? null : Subject.Of(paper.Id), input, cancel);

    /// <inheritdoc cref="Attachments.ReceiveAsync"/>
    public Task<Outcome<IReadOnlyList<int>>> ReceiveAsync(AttachmentsInput input, Domain.Accounts.Actor actor, CancellationToken cancel) => attachments.ReceiveAsync(input, actor, cancel);

    /// <summary>What somebody else saved meanwhile, beside what was typed.</summary>
    public async Task<EditConflict> ConflictAsync(StrategyPaper saved, StrategyInput mine, CancellationToken cancel)
    {
        var (theirs, (by, _)) = (StrategyInput.Of(saved, clock), await versions.LastAsync(Subject.Of(saved.Id), cancel));
        return EditConflict.Of(by, saved.ChangedAt,
        [
            new(StrategyFormTexts.FieldTitle, theirs.Title, mine.Title), new(StrategyFormTexts.FieldSubtitle, theirs.Subtitle, mine.Subtitle), new(StrategyTexts.Publisher, theirs.Publisher, mine.Publisher),
            new(StrategyFormTexts.FieldSummary, theirs.Summary, mine.Summary), new(StrategyTexts.NoticeLabel, theirs.Notice, mine.Notice),
            new(StrategyFormTexts.FieldFileAddress, theirs.FileAddress, mine.FileAddress), new(StrategyFormTexts.FieldFilePlace, theirs.FilePlace, mine.FilePlace), new(StrategyFormTexts.FieldFileFormat, theirs.FileFormat, mine.FileFormat),
            new(StrategyFormTexts.FieldFileSize, $"{theirs.FileKilobytes}", $"{mine.FileKilobytes}"), new(StrategyFormTexts.FieldFilePages, $"{theirs.FilePages}", $"{mine.FilePages}"), new(StrategyFormTexts.FieldFileDated, theirs.FileDated, mine.FileDated),
            new(StrategyTexts.WayTitle, Dates(theirs), Dates(mine)), new(StrategyTexts.FieldsTitle, Parts(theirs), Parts(mine)),
            await attachments.ConflictAsync(Subject.Of(saved.Id), mine.Documents, cancel), mine.Publish.Renew(saved.Publication, clock),
        ]);
    }

    private static string Dates(StrategyInput input) => string.Join("\n\n", input.StatusDates.Where(date => !date.IsEmpty).Select(date => $"{date.On}: {date.Label}{(string.IsNullOrWhiteSpace(date.Source) ? "" : $" ({date.Source.Trim()})")}"));

    private static string Parts(StrategyInput input) => string.Join("\n\n", input.Fields.Where(part => !part.IsEmpty).OrderBy(part => part.Order ?? int.MaxValue).Select(part => $"{part.Title}: {part.Description}"));
}
