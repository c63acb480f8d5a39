using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain.Ideas;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Hosting.Api;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>Checks what an author sends to the API before any rule is asked.</summary>
internal sealed class IdeasApiCheck(ParticipationDbContext db, IOptions<CityOptions> city)
{
    /// <summary>Collects everything that is wrong with a text.</summary>
    public async Task<ApiFields> TextAsync(ApiIdeaText text, CancellationToken cancel)
    {
        var fields = new ApiFields();
        fields.Text("title", text.Title, IdeaText.TitleMinLength, IdeaText.TitleMaxLength);
        fields.Text("summary", text.Summary, 0, IdeaText.SummaryMaxLength);
        fields.Text("body", text.Body, IdeaText.BodyMinLength, IdeaText.BodyMaxLength);
        fields.Text("place", text.Place, 0, IdeaText.PlaceMaxLength);
        fields.Text("topic", text.Topic, 1, Topic.KeyMaxLength);
        fields.Text("district", text.District, 0, District.KeyMaxLength);
        if (fields.Any) return fields;
        if (!await db.Topics.AnyAsync(topic => topic.Key == text.Topic, cancel)) Unknown(fields, "topic", text.Topic);
        if (!string.IsNullOrWhiteSpace(text.District) && !await db.Districts.AnyAsync(district => district.Key == text.District, cancel)) Unknown(fields, "district", text.District);
        Place(fields, text.Latitude, text.Longitude);
        return fields;
    }

    /// <summary>The same for a new idea, with the organisation's id.</summary>
    public async Task<(ApiFields Fields, Guid? Organisation)> NewAsync(ApiNewIdea idea, CancellationToken cancel)
    {
        var fields = await TextAsync(idea, cancel);
        fields.Text("process", idea.Process, 1, Domain.Slug.MaxLength);
        if (fields.Any) return (fields, null);
        if (!await db.Processes.AnyAsync(process => process.Slug == idea.Process, cancel)) Unknown(fields, "process", idea.Process);
        return (fields, await OrganisationAsync(fields, idea.Organisation, cancel));
    }

    /// <summary>The id behind an organisation's address.</summary>
    public async Task<Guid?> OrganisationAsync(ApiFields fields, string? slug, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(slug)) return null;
        fields.Text("organisation", slug, 0, Domain.Slug.MaxLength);
        if (fields.Any) return null;
        var found = await db.Organisations.AsNoTracking().Where(organisation => organisation.Slug == slug).Select(organisation => organisation.Id).ToListAsync(cancel);
        if (found.Count == 0) Unknown(fields, "organisation", slug);
        return found.Count == 0 ? null : found[0].Value;
    }

    private void Place(ApiFields fields, double? latitude, double? longitude)
    {
        if (latitude is null != longitude is null) fields.Invalid(latitude is null ? "latitude" : "longitude");
        if (latitude is not { } north || longitude is not { } east || city.Value.Bounds is not [var minNorth, var minEast, var maxNorth, var maxEast]) return;
        if (north < minNorth || north > maxNorth) fields.Add("latitude", ApiTexts.Outside);
        if (east < minEast || east > maxEast) fields.Add("longitude", ApiTexts.Outside);
    }

    private static void Unknown(ApiFields fields, string name, string? value) =>
        fields.Add(name, ApiTexts.Unknown.With(value));
}
