using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation.Guards;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Guards;

/// <summary>Reads the rules and what they once were.</summary>
public sealed class RulesQueries(ParticipationDbContext db)
{
    /// <summary>Versions on one page.</summary>
    public const int PageSize = 30;

    /// <summary>The rules that hold; version 0 while nobody changed anything.</summary>
    public async Task<RulesView> NewestAsync(CancellationToken cancel) =>
        await Rows().OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel) ?? RulesView.Untouched;

    /// <summary>The rules of a version; null when there was none. 0 is what holds without anybody's doing.</summary>
    public async Task<RulesView?> FindAsync(int number, CancellationToken cancel) =>
        number == 0 ? RulesView.Untouched : await Rows().SingleOrDefaultAsync(row => row.Number == number, cancel);

    /// <summary>Versions, newest first, with one more than a page has.</summary>
    public async Task<IReadOnlyList<RulesRow>> HistoryAsync(int? before, CancellationToken cancel) => await db.GuardRules.AsNoTracking()
        .Where(version => before == null || version.Number < before).OrderByDescending(version => version.Number).Take(PageSize + 1)
        .Select(version => new RulesRow(version.Number, version.Note, version.ChangedAt, db.People.Where(person => person.Id == version.ChangedBy).Select(person => person.DisplayName).First())).ToListAsync(cancel);

    private IQueryable<RulesView> Rows() => db.GuardRules.AsNoTracking().Select(version => new RulesView
    {
        Number = version.Number, Rules = version.Rules, Note = version.Note, ChangedAt = version.ChangedAt,
        ChangedBy = db.People.Where(person => person.Id == version.ChangedBy).Select(person => person.DisplayName).First(),
    });
}

/// <summary>A version as it is read.</summary>
public sealed record RulesView
{
    /// <summary>What holds without anybody's doing.</summary>
    public static RulesView Untouched { get; } = new() { Rules = GuardRules.Default };

    public int Number { get; init; }

    public required GuardRules Rules { get; init; }

    public string Note { get; init; } = "";

    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Public name; somebody who left has none any more.</summary>
    public string ChangedBy { get; init; } = Person.ErasedName;
}

/// <summary>A version in the list.</summary>
public sealed record RulesRow(int Number, string Note, DateTimeOffset ChangedAt, string ChangedBy);
