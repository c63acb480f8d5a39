using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Web.Data;
using Participation.Web.Markdown;

namespace Participation.Web.Council.Oparl.Import;

/// <summary>Puts one object of a source into its place here; the same object again changes what is there. What cannot be understood is counted and passed over.</summary>
internal sealed class OparlPlacer(ParticipationDbContext db, OparlPlaces places, OparlFiles files, OparlClient client, MarkdownText markdown)
{
    private DateTimeOffset Now => places.Now;

    /// <summary>Places an object with what stands inside it.</summary>
    /// <param name="json">The object.</param>
    /// <param name="expected">The type that the list promised.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task PlaceAsync(JsonElement json, string expected, CancellationToken cancel)
    {
        if (Id(json, expected) is not { } id) return;
        places.Counts.Read++;
        await (expected switch
        {
            "LegislativeTerm" => TermAsync(id, json, cancel),
            "Location" => LocationAsync(id, json, cancel),
            "Organization" => OrganizationAsync(id, json, cancel),
            "Person" => PersonAsync(id, json, cancel),
            "Membership" => MembershipAsync(id, json, null, cancel),
            "Meeting" => MeetingAsync(id, json, cancel),
            "AgendaItem" => ItemAsync(id, json, null, cancel),
            "Paper" => PaperAsync(id, json, cancel),
            "Consultation" => ConsultationAsync(id, json, null, cancel),
            "File" => files.PlaceAsync(id, json, cancel),
            _ => Task.CompletedTask,
        });
    }

    /// <summary>The address of an object that is what it should be and lives on the source; copies of third systems are not copied again, or two systems that read each other would never end.</summary>
    private string? Id(JsonElement json, string expected)
    {
        var odd = json.Kind() != expected ? "wrong type" : json.Address("id") is not { Length: > 0 and <= CouncilRecord.OriginMaxLength } address || !client.IsOwn(address) ? "foreign id"
            : json.TryGetProperty("participation:origin", out _) ? "copy of a third system" : null;
        if (odd is null) return json.Address("id");
        places.Counts.Odd($"{expected}: {odd}");
        return null;
    }

    private async Task TermAsync(string id, JsonElement json, CancellationToken cancel)
    {
        var there = await places.FindAsync<LegislativeTerm>(id, cancel);
        if (json.IsDeleted()) places.Delete(there);
        else
        {
            var (from, to) = Span(json);
            var plan = new LegislativeTermPlan(json.Text("name", LegislativeTerm.NameMaxLength) ?? "Wahlperiode", from, to);
            if (there is null) db.Add(places.Add(id, LegislativeTerm.Add(await places.NextAsync(Counter.LegislativeTerms, cancel), plan, Now, id)));
            else places.Changed(there.Renew(plan, Now));
        }
    }

    private async Task<Location?> LocationAsync(string id, JsonElement json, CancellationToken cancel)
    {
        var there = await places.FindAsync<Location>(id, cancel);
        if (json.IsDeleted())
        {
            places.Delete(there);
            return null;
        }

        var (street, postal, locality) = (json.Text("streetAddress", Location.PartMaxLength), json.Text("postalCode", Location.PartMaxLength), json.Text("locality", Location.PartMaxLength));
        var (latitude, longitude) = Point(json);
        var description = json.Text("description", Location.DescriptionMaxLength) ?? string.Join(", ", new[] { street, string.Join(' ', new[] { postal, locality }.OfType<string>()) }.Where(part => !string.IsNullOrEmpty(part)));
        var plan = new LocationPlan(description, street, json.Text("room", Location.PartMaxLength), postal, locality, latitude, longitude);
        if (there is null) db.Add(there = places.Add(id, Location.Add(await places.NextAsync(Counter.Locations, cancel), plan, Now, id)));
        else places.Changed(there.Renew(plan, Now));
        return there;
    }

    private async Task OrganizationAsync(string id, JsonElement json, CancellationToken cancel)
    {
        var there = await places.FindAsync<Body>(id, cancel);
        if (json.IsDeleted())
        {
            places.Delete(there);
            return;
        }

        List<LegislativeTermId> terms = [];
        foreach (var address in json.Addresses("participation:legislativeTerm"))
        {
            if (await places.NamedAsync<LegislativeTerm>(address, cancel) is { } term) terms.Add(term.Id);
        }

        var predecessor = await places.NamedAsync<Body>(json.Address("participation:predecessor"), cancel);
        var (from, to) = Span(json);
        var plan = new BodyPlan(
            json.Text("name", Body.NameMaxLength) ?? json.Text("shortName", Body.NameMaxLength) ?? id.Split('/')[^1], json.Text("shortName", Body.ShortNameMaxLength),
            places.Value(json, "organizationType", OparlWords.Kind, BodyKind.Other), json.Text("classification", Body.ClassificationMaxLength), json.Text("participation:note", Body.NoteMaxLength),
            from, to, predecessor?.Id == there?.Id ? null : predecessor?.Id, terms);
        if (there is null) db.Add(places.Add(id, Body.Add(await places.NextAsync(Counter.Bodies, cancel), plan, Now, id)));
        else places.Changed(there.Renew(plan, Now));
    }

    private async Task PersonAsync(string id, JsonElement json, CancellationToken cancel)
    {
        var there = await places.FindAsync<CouncilPerson>(id, cancel);
        if (json.IsDeleted())
        {
            places.Delete(there);
            return;
        }

        var (given, family) = (json.Text("givenName", CouncilPerson.NameMaxLength), json.Text("familyName", CouncilPerson.NameMaxLength));
        var plan = new CouncilPersonPlan(json.Text("name", CouncilPerson.NameMaxLength) ?? (given is null && family is null ? "Ohne Namen" : $"{given} {family}".Trim()), family, given);
        if (plan.Name.Length > CouncilPerson.NameMaxLength) plan = plan with { Name = plan.Name[..CouncilPerson.NameMaxLength] };
        if (there is null) db.Add(there = places.Add(id, CouncilPerson.Add(await places.NextAsync(Counter.CouncilPeople, cancel), plan, Now, id)));
        else places.Changed(there.Renew(plan, Now));
        var inside = await InsideAsync(json, "membership", "Membership", (member, part) => MembershipAsync(member, part, there, cancel));
        if (inside is not null) await DropAsync(db.BodyMemberships.Where(membership => membership.PersonId == there.Id), inside, cancel);
    }

    private async Task MembershipAsync(string id, JsonElement json, CouncilPerson? person, CancellationToken cancel)
    {
        var there = await places.FindAsync<BodyMembership>(id, cancel);
        if (json.IsDeleted())
        {
            places.Delete(there);
            return;
        }

        person ??= await places.NamedAsync<CouncilPerson>(json.Address("person"), cancel);
        if (person is null || await places.NamedAsync<Body>(json.Address("organization"), cancel) is not { } body)
        {
            Incomplete("Membership", json.Address("person") is not null && json.Address("organization") is not null);
            return;
        }

        var (from, to) = Span(json);
        var plan = new BodyMembershipPlan(body.Id, json.Text("role", BodyMembership.RoleMaxLength), json.Flag("votingRight") ?? false, from, to);
        if (there is null) db.Add(places.Add(id, person.Join(await places.NextAsync(Counter.BodyMemberships, cancel), plan, Now, id)));
        else places.Changed(there.Renew(plan, Now));
    }

    private async Task MeetingAsync(string id, JsonElement json, CancellationToken cancel)
    {
        var there = await places.FindAsync<Meeting>(id, cancel);
        if (json.IsDeleted())
        {
            places.Delete(there);
            return;
        }

        var organization = json.Addresses("organization").Count > 0 ? json.Addresses("organization")[0] : null;
        if (json.Instant("start") is not { } start || await places.NamedAsync<Body>(organization, cancel) is not { } body)
        {
            Incomplete("Meeting", organization is not null && json.Instant("start") is not null);
            return;
        }

        var place = json.Object("location") is { } location && Id(location, "Location") is { } at ? await LocationAsync(at, location, cancel) : null;
        var plan = new MeetingPlan(
            body.Id, json.Text("name", Meeting.NameMaxLength) ?? body.Name, places.Value(json, "meetingState", OparlWords.State, MeetingState.Scheduled), json.Flag("cancelled") ?? false, start,
            json.Instant("end") is { } end && end > start ? end : null, place?.Id, markdown.Format(json.Text("participation:note", Meeting.NoteMaxLength)));
        if (there is null)
        {
            db.Add(there = places.Add(id, Meeting.Plan(await places.NextAsync(Counter.Meetings, cancel), plan, As(body), Now, id)));
            if (there.Publication.IsPublicAt(Now)) there.Announce(Now);
        }
        else places.Changed(there.Renew(plan, Now));
        Follow(there, body);
        var inside = await InsideAsync(json, "agendaItem", "AgendaItem", (item, part) => ItemAsync(item, part, there, cancel));
        if (inside is not null) await DropAsync(db.AgendaItems.Where(item => item.MeetingId == there.Id), inside, cancel);
        List<JsonElement> beside = [.. new[] { json.Object("invitation"), json.Object("resultsProtocol"), json.Object("verbatimProtocol") }.OfType<JsonElement>(), .. json.Objects("auxiliaryFile") ?? []];
        await files.PlaceBesideAsync(Subject.Of(there.Id), beside, part => Id(part, "File"), cancel);
    }

    private async Task ItemAsync(string id, JsonElement json, Meeting? meeting, CancellationToken cancel)
    {
        var there = await places.FindAsync<AgendaItem>(id, cancel);
        if (json.IsDeleted())
        {
            places.Delete(there);
            return;
        }

        meeting ??= await places.NamedAsync<Meeting>(json.Address("meeting"), cancel);
        if (meeting is null)
        {
            Incomplete("AgendaItem", json.Address("meeting") is not null);
            return;
        }

        var (sign, shown) = (json.Text("number", AgendaItem.SignMaxLength) ?? "", json.Flag("public") ?? true);
        var plan = new AgendaItemPlan(sign, json.Number("order") ?? 0, json.Text("name", AgendaItem.NameMaxLength) ?? sign, shown);
        if (there is null) db.Add(there = places.Add(id, meeting.AddItem(await places.NextAsync(Counter.AgendaItems, cancel), plan, Now, id)));
        else places.Changed(there.Renew(plan, Now));
        await ResolveAsync(id + "#result", there, json, cancel);
    }

    /// <summary>What was decided stands on the item in OParl; here it is a thing of its own.</summary>
    private async Task ResolveAsync(string origin, AgendaItem item, JsonElement json, CancellationToken cancel)
    {
        if (origin.Length > CouncilRecord.OriginMaxLength) return;
        var there = await places.FindAsync<Resolution>(origin, cancel);
        var word = json.Text("result", 60);
        if (word is null || OparlWords.Result(word) is not { } result)
        {
            if (word is not null) places.Counts.Odd($"result={word}");
            places.Delete(there);
            return;
        }

        var told = json.Object("participation:votes");
        var votes = told is { } counted && counted.Number("yes") is { } yes && counted.Number("no") is { } no && counted.Number("abstentions") is { } abstentions ? new VoteCount(yes, no, abstentions) : null;
        var plan = new ResolutionPlan(json.Text("resolutionText", Resolution.TextMaxLength) ?? "", result, votes, told?.Flag("unanimous"));
        if (plan.Check() is not null) plan = plan with { Votes = null, Unanimous = null };
        if (there is null) db.Add(places.Add(origin, Resolution.Publish(await places.NextAsync(Counter.Resolutions, cancel), item.Id, plan, null, Now, origin)));
        else places.Changed(there.Renew(plan, Now));
    }

    private async Task PaperAsync(string id, JsonElement json, CancellationToken cancel)
    {
        var there = await places.FindAsync<Paper>(id, cancel);
        if (json.IsDeleted())
        {
            places.Delete(there);
            return;
        }

        var body = await places.NamedAsync<Body>(json.Addresses("underDirectionOf") is [var first, ..] ? first : null, cancel);
        var plan = new PaperPlan(
            json.Text("name", Paper.NameMaxLength) ?? json.Text("reference", Paper.NameMaxLength) ?? id.Split('/')[^1], json.Text("reference", Paper.ReferenceMaxLength), json.Day("date"),
            json.Text("paperType", Paper.TypeMaxLength), body?.Id, markdown.Format(json.Text("participation:summary", Paper.SummaryMaxLength)));
        if (there is null)
        {
            db.Add(there = places.Add(id, Paper.Introduce(await places.NextAsync(Counter.Papers, cancel), plan, As(body), Now, id)));
            if (there.Publication.IsPublicAt(Now)) there.Announce(Now);
        }
        else places.Changed(there.Renew(plan, Now));
        Follow(there, body);
        var inside = await InsideAsync(json, "consultation", "Consultation", (step, part) => ConsultationAsync(step, part, there, cancel));
        if (inside is not null) await DropAsync(db.Consultations.Where(step => step.PaperId == there.Id), inside, cancel);
        await files.PlaceBesideAsync(Subject.Of(there.Id), [.. new[] { json.Object("mainFile") }.OfType<JsonElement>(), .. json.Objects("auxiliaryFile") ?? []], part => Id(part, "File"), cancel);
    }

    private async Task ConsultationAsync(string id, JsonElement json, Paper? paper, CancellationToken cancel)
    {
        var there = await places.FindAsync<Consultation>(id, cancel);
        if (json.IsDeleted())
        {
            places.Delete(there);
            return;
        }

        paper ??= await places.NamedAsync<Paper>(json.Address("paper"), cancel);
        var meeting = await places.NamedAsync<Meeting>(json.Address("meeting"), cancel);
        var item = await places.NamedAsync<AgendaItem>(json.Address("agendaItem"), cancel);
        var named = json.Addresses("organization") is [var first, ..] ? first : null;
        var body = (await places.NamedAsync<Body>(named, cancel))?.Id ?? (named is null ? meeting?.BodyId : null);
        if (paper is null || body is not { } deliberating)
        {
            Incomplete("Consultation", json.Address("paper") is not null && (named ?? json.Address("meeting")) is not null);
            return;
        }

        var role = places.Value(json, "role", OparlWords.Role, json.Flag("authoritative") == true ? ConsultationRole.Decision : ConsultationRole.Recommendation);
        var plan = new ConsultationPlan(deliberating, meeting?.Id, item?.Id, role, json.Flag("authoritative") ?? false);
        if (there is null) db.Add(places.Add(id, paper.Consult(await places.NextAsync(Counter.Consultations, cancel), plan, Now, id)));
        else places.Changed(there.Renew(plan, Now));
    }

    /// <summary>What is new is public at once, unless the body whose it is was taken out of view here; then it waits for the body.</summary>
    private Publication As(Body? body) => body is { Publication.WithdrawnAt: not null } ? Publication.Draft : Publication.At(Now);

    /// <summary>What goes over to a body that was taken out of view goes with it.</summary>
    private void Follow(IShown record, Body? body)
    {
        if (body is { Publication: { WithdrawnAt: not null } away } && record.Publication.IsPublicAt(Now)) record.Show(new(PublicationStep.Withdraw, Reason: away.Reason), PublicationState.Published, Now);
    }

    /// <summary>Places what stands inside an object; null when the source has no such list there.</summary>
    private async Task<HashSet<string>?> InsideAsync(JsonElement json, string name, string type, Func<string, JsonElement, Task> place)
    {
        if (json.Objects(name) is not { } parts) return null;
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (Id(part, type) is not { } id || !ids.Add(id)) continue;
            await place(id, part);
        }

        return ids;
    }

    /// <summary>Lists inside are whole: what is not in them any more is gone.</summary>
    private async Task DropAsync<T>(IQueryable<T> parts, HashSet<string> kept, CancellationToken cancel) where T : CouncilRecord
    {
        foreach (var part in await parts.Where(part => part.Origin != null && part.DeletedAt == null).ToListAsync(cancel))
        {
            if (!kept.Contains(part.Origin!)) places.Delete(part);
        }
    }

    /// <summary>What it needs is not there yet; or it does not even say what it needs.</summary>
    private void Incomplete(string type, bool named)
    {
        if (!named) places.Counts.Odd($"{type}: incomplete");
    }

    private static (DateOnly? From, DateOnly? To) Span(JsonElement json) => (json.Day("startDate"), json.Day("endDate")) is var (from, to) && to < from ? (from, null) : (from, to);

    private static (double? Latitude, double? Longitude) Point(JsonElement json)
    {
        if (json.Object("geojson") is not { } geojson) return (null, null);
        var geometry = geojson.Object("geometry") ?? geojson;
        if (geometry.Address("type") != "Point" || !geometry.TryGetProperty("coordinates", out var at) || at.ValueKind is not JsonValueKind.Array || at.GetArrayLength() < 2) return (null, null);
        return at[0].ValueKind is JsonValueKind.Number && at[1].ValueKind is JsonValueKind.Number && at[1].GetDouble() is >= -90 and <= 90 and var latitude && at[0].GetDouble() is >= -180 and <= 180 and var longitude
            ? (latitude, longitude) : (null, null);
    }
}
