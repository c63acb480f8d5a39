using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Realtime;
using Participation.Web.Accounts;
using Participation.Web.Accounts.Levels;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>The list of ideas: filter, sorting, keyset paging.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Search), OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Ideas, CacheTags.Processes])]
public sealed class IndexModel(IdeaQueries queries, ParticipationDbContext db, ResidenceQueries residences) : PageModel
{
    public long Sequence { get; private set; }

    public IdeaFilter Filter { get; private set; } = new();

    public IdeaSort Sort { get; private set; }

    public int Count { get; private set; }

    /// <summary>What the process asks for whose ideas are shown.</summary>
    public Verification Required { get; private set; }

    /// <summary>The viewer's level; null for visitors.</summary>
    public Verification? Level { get; private set; }

    public IReadOnlyList<IdeaRow> Ideas { get; private set; } = [];

    public bool IsLater { get; private set; }

    public string? Next { get; private set; }

    public string First => Address(Filter, null);

    /// <summary>The filters in force, each with the address without it.</summary>
    public IReadOnlyList<(string Text, string Without)> Chips { get; private set; } = [];

    /// <summary>Feeds of the topic and the district that are chosen.</summary>
    public IReadOnlyList<(string Address, string Title)> Feeds { get; private set; } = [];

    public string Here => Request.Path + Request.QueryString;

    public IReadOnlyList<(string Name, string Label, string? All, IReadOnlyList<(string Value, string Text)> Options, string? Selected)> Selects { get; private set; } = [];

    public string SortText => SortWords.Single(word => word.Sort == Sort).Text();

    public string SortExplanation => SortWords.Single(word => word.Sort == Sort).Explanation();

    private static readonly (IdeaSort Sort, string Word, Func<string> Text, Func<string> Explanation)[] SortWords =
    [
        (IdeaSort.Active, "aktiv", () => IdeasTexts.SortActive, () => IdeasTexts.SortActiveWhy),
        (IdeaSort.Newest, "neu", () => IdeasTexts.SortNewest, () => IdeasTexts.SortNewestWhy),
        (IdeaSort.Supported, "dafuer", () => IdeasTexts.SortSupported, () => IdeasTexts.SortSupportedWhy),
        (IdeaSort.Contested, "umstritten", () => IdeasTexts.SortContested, () => IdeasTexts.SortContestedWhy),
    ];

    public async Task OnGetAsync(string? thema, string? stadtteil, string? stand, string? verfahren, string? q, string? sortierung, string? nach, CancellationToken cancel)
    {
        Filter = new IdeaFilter(Word(thema), Word(stadtteil), Enum.TryParse<IdeaStatus>(stand, out var status) && status.IsPublic() ? status : null, Word(verfahren), Text(q));
        Sort = SortWords.FirstOrDefault(word => word.Word == sortierung, SortWords[0]).Sort;
        var after = IdeaCursor.Parse(nach);
        Sequence = await db.Channels.Where(channel => channel.Key == Channel.Ideas).Select(channel => channel.Sequence).SingleOrDefaultAsync(cancel);
        var rows = await queries.ListAsync(Filter, Sort, after, IdeaQueries.PageSize + 1, cancel);
        Ideas = [.. rows.Take(IdeaQueries.PageSize)];
        Count = await queries.CountAsync(Filter, cancel);
        (IsLater, Next) = (after is not null, rows.Count > IdeaQueries.PageSize ? Address(Filter, IdeaCursor.After(Ideas[^1], Sort)) : null);
        await FillSelectsAsync(cancel);
    }

    private async Task FillSelectsAsync(CancellationToken cancel)
    {
        var topics = await db.Topics.AsNoTracking().OrderBy(topic => topic.Order).Take(100).Select(topic => new { topic.Key, topic.Name }).ToListAsync(cancel);
        var districts = await db.Districts.AsNoTracking().OrderBy(district => district.Order).Take(100).Select(district => new { district.Key, district.Name }).ToListAsync(cancel);
        var processes = await db.Processes.AsNoTracking().OrderByDescending(process => process.CreatedAt).Take(100).Select(process => new { process.Slug, process.Title, process.RequiredVerification }).ToListAsync(cancel);
        Required = processes.Find(process => process.Slug == Filter.Process)?.RequiredVerification ?? Verification.Email;
        Level = await residences.ForAsync(User.ActorOrNull(), Required, cancel);
        Selects =
        [
            ("thema", IdeasTexts.FilterTopic, IdeasTexts.AllTopics, [.. topics.Select(topic => (topic.Key, topic.Name))], Filter.Topic),
            ("stadtteil", IdeasTexts.FilterDistrict, IdeasTexts.AllDistricts, [.. districts.Select(district => (district.Key, district.Name))], Filter.District),
            ("stand", IdeasTexts.FilterStatus, IdeasTexts.AnyStatus, [.. IdeaStatuses.Public.Select(status => (status.ToString(), StatusBadge.Text(status)))], Filter.Status?.ToString()),
            ("verfahren", IdeasTexts.FilterProcess, IdeasTexts.AllProcesses, [.. processes.Select(process => (process.Slug, process.Title))], Filter.Process),
            ("sortierung", IdeasTexts.SortLabel, null, [.. SortWords.Select(word => (word.Word, word.Text()))], SortWords.Single(word => word.Sort == Sort).Word),
        ];
        Chips = ActiveChips();
        Feeds =
        [
            .. topics.Where(topic => topic.Key == Filter.Topic).Select(topic => (Links.TopicFeed(topic.Key), topic.Name)),
            .. districts.Where(district => district.Key == Filter.District).Select(district => (Links.DistrictFeed(district.Key), district.Name)),
        ];
    }

    private IReadOnlyList<(string Text, string Without)> ActiveChips()
    {
        (string? Text, IdeaFilter Without)[] all =
        [
            (Filter.Text is { } text ? IdeasTexts.ChipText.With(text) : null, Filter with { Text = null }),
            (Chosen("thema"), Filter with { Topic = null }), (Chosen("stadtteil"), Filter with { District = null }),
            (Chosen("stand"), Filter with { Status = null }), (Chosen("verfahren"), Filter with { Process = null }),
        ];
        return [.. all.Where(chip => chip.Text is not null).Select(chip => (chip.Text!, Address(chip.Without, null)))];
    }

    private string? Chosen(string name)
    {
        var select = Selects.Single(candidate => candidate.Name == name);
        return select.Options.Where(option => option.Value == select.Selected).Select(option => $"{select.Label}: {option.Text}").FirstOrDefault();
    }

    private string Address(IdeaFilter filter, IdeaCursor? after)
    {
        var query = new QueryString();
        (string Name, string? Value)[] parts =
        [
            ("thema", filter.Topic), ("stadtteil", filter.District), ("stand", filter.Status?.ToString()), ("verfahren", filter.Process), ("q", filter.Text),
            ("sortierung", Sort is IdeaSort.Active ? null : SortWords.Single(word => word.Sort == Sort).Word), ("nach", after?.ToString()),
        ];
        foreach (var (name, value) in parts) if (value is not null) query = query.Add(name, value);
        return Links.Ideas + query.ToString();
    }

    private static string? Word(string? value) => value is { Length: > 0 and <= Slug } ? value : null;

    private static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, IdeaFilter.TextMaxLength)] : null;

    private const int Slug = Domain.Slug.MaxLength;
}
