using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;

namespace Participation.Web.Council.Desk;

/// <summary>What the forms of the council's side offer for choice.</summary>
public sealed class DeskLists(ParticipationDbContext db, CityClock clock)
{
    private const int Most = 300;

    /// <summary>Bodies by name; those of today first. Of one that is not public its state is told.</summary>
    public async Task<IReadOnlyList<SelectListItem>> BodiesAsync(string empty, CancellationToken cancel) =>
    [
        new(empty, ""), .. (await db.Bodies.AsNoTracking().Where(body => body.DeletedAt == null).OrderBy(body => body.EndsOn != null).ThenBy(body => body.Name).Take(Most).Select(body => new { body.Number, body.Name, body.Publication }).ToListAsync(cancel))
            .Select(body => new SelectListItem(body.Publication.StateAt(clock.Now) is var state && state is PublicationState.Published ? body.Name : $"{body.Name} ({StateText.Word(state)})", Number(body.Number))),
    ];

    /// <summary>The id behind a number that was chosen, or null.</summary>
    public Task<BodyId?> BodyAsync(int? number, CancellationToken cancel) =>
        db.Bodies.AsNoTracking().Where(body => body.Number == number && body.DeletedAt == null).Select(body => (BodyId?)body.Id).SingleOrDefaultAsync(cancel);

    /// <summary>Organisations that take care of something.</summary>
    public async Task<IReadOnlyList<SelectListItem>> OrganisationsAsync(string empty, CancellationToken cancel) =>
        [new(empty, ""), .. (await db.Organisations.AsNoTracking().OrderBy(organisation => organisation.Name).Take(Most).Select(organisation => new { organisation.Id, organisation.Name }).ToListAsync(cancel)).Select(organisation => new SelectListItem(organisation.Name, organisation.Id.Value.ToString()))];

    /// <summary>Values of a list with their words.</summary>
    public static IReadOnlyList<SelectListItem> Of<T>(Func<T, string> word) where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new SelectListItem(word(value), value.ToString()))];

    internal static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Numbers as they are typed: „17, 23“; null when something else stands there.</summary>
    internal static IReadOnlyList<int>? Numbers(string? text)
    {
        var parts = (text ?? "").Split([',', ' ', ';', '#', '!'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var numbers = parts.Select(part => int.TryParse(part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 0).ToList();
        return numbers.Contains(0) ? null : [.. numbers.Distinct()];
    }
}
