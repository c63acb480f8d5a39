using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Strategy.Measures;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Measures;

/// <summary>The list of measures: by field of action, status, organisation, and only what is overdue.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Strategy, CacheTags.Organisations])]
public sealed class IndexModel(MeasureQueries queries, StrategyQueries strategy, ParticipationDbContext db) : PageModel
{
    private const int MostPages = Measure.Most / MeasureQueries.PageSize + 1;

    public MeasureFilter Filter { get; private set; } = new();

    public IReadOnlyList<MeasureRow> Measures { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>How many public measures have an overdue milestone, whatever is filtered.</summary>
    public int Overdue { get; private set; }

    public int Number { get; private set; }

    public int? Next { get; private set; }

    public IReadOnlyList<(string Name, string Label, IReadOnlyList<(string Value, string Text)> Options, string? Selected)> Selects { get; private set; } = [];

    public async Task OnGetAsync(int? feld, string? stand, string? wer, string? verzug, int? seite, CancellationToken cancel)
    {
        Filter = new MeasureFilter(feld, Enum.TryParse<MeasureStatus>(stand, out var status) && Enum.IsDefined(status) ? status : null, Word(wer), verzug == "ja");
        Number = Math.Clamp(seite ?? 1, 1, MostPages);
        (Measures, Count) = await queries.PageAsync(Filter, Number, cancel);
        Next = Number * MeasureQueries.PageSize < Count ? Number + 1 : null;
        Overdue = await queries.OverdueAsync(cancel);
        var fields = await strategy.FieldsAsync(drafts: false, cancel);
        var organisations = await db.Organisations.AsNoTracking().Where(organisation => db.Measures.Any(measure => measure.ResponsibleOrganisationId == organisation.Id))
            .OrderBy(organisation => organisation.Name).Take(200).Select(organisation => new { organisation.Slug, organisation.Name }).ToListAsync(cancel);
        Selects =
        [
            ("feld", MeasuresTexts.FilterField, [.. fields.Select(field => (Invariant(field.Order), field.Title))], feld is { } order ? Invariant(order) : null),
            ("stand", MeasuresTexts.FilterStatus, [.. MeasureWords.Statuses.Select(item => (item.Value, item.Text))], Filter.Status?.ToString()),
            ("wer", MeasuresTexts.FilterOrganisation, [.. organisations.Select(organisation => (organisation.Slug, organisation.Name))], Filter.Organisation),
        ];
    }

    /// <summary>The same list, another page.</summary>
    public string PageAddress(int number) => QueryHelpers.AddQueryString(Links.Measures, new Dictionary<string, string?>
    {
        ["feld"] = Filter.Field is { } field ? Invariant(field) : null, ["stand"] = Filter.Status?.ToString(), ["wer"] = Filter.Organisation, ["verzug"] = Filter.Overdue ? "ja" : null,
        ["seite"] = number > 1 ? Invariant(number) : null,
    }.Where(pair => pair.Value is not null));

    private static string? Word(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > Domain.Slug.MaxLength ? null : text;

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
