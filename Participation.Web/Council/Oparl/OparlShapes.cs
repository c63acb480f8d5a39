using Microsoft.Extensions.Options;
using Participation.Domain;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council.Oparl;

/// <summary>
/// Gives objects their OParl form. Inside another object (<c>inside</c>) the reference back to it is left out, as OParl asks for; everything else is the same in both places.
/// </summary>
internal sealed class OparlShapes(OparlAddresses addresses, CityClock clock, IOptions<CityOptions> city, IOptions<OparlOptions> options)
{
    public OparlGone Gone(OparlType type, OparlRow row) => new() { Id = addresses.Of(type, row.Number), Type = type.Name(), Created = row.CreatedAt, Modified = row.ChangedAt, Deleted = true };

    /// <summary>The beginning of everything. It changes when the city does.</summary>
    public OparlSystem System(DateTimeOffset modified) => new()
    {
        Id = addresses.System, Type = OparlType.System.Name(), OparlVersion = OparlTypes.Version, License = options.Value.License.AbsoluteUri, Body = addresses.Bodies,
        Name = $"{city.Value.Brand} {city.Value.BrandPlace}".Trim(), ContactEmail = Text(options.Value.ContactEmail), ContactName = Text(options.Value.ContactName), Website = addresses.Page(Links.Home),
        Created = Since, Modified = modified, Web = addresses.Page(Links.Bodies),
    };

    public OparlBody Body(IReadOnlyList<OparlObject>? terms, DateTimeOffset modified) => new()
    {
        Id = addresses.Body, Type = OparlType.Body.Name(), System = addresses.System, ShortName = city.Value.Name, Name = Text(options.Value.BodyName) ?? city.Value.Name, Website = addresses.Page(Links.Home),
        License = options.Value.License.AbsoluteUri, OparlSince = Since, Ags = Text(city.Value.Ags), Rgs = Text(city.Value.Ars), ContactEmail = Text(options.Value.ContactEmail), ContactName = Text(options.Value.ContactName),
        Organization = addresses.ListOf(OparlType.Organization), Person = addresses.ListOf(OparlType.Person), Meeting = addresses.ListOf(OparlType.Meeting), Paper = addresses.ListOf(OparlType.Paper),
        LegislativeTerm = terms, AgendaItem = addresses.ListOf(OparlType.AgendaItem), Consultation = addresses.ListOf(OparlType.Consultation), File = addresses.ListOf(OparlType.File),
        LocationList = addresses.ListOf(OparlType.Location), LegislativeTermList = addresses.ListOf(OparlType.LegislativeTerm), Membership = addresses.ListOf(OparlType.Membership),
        Created = Since, Modified = modified, Web = addresses.Page(Links.Bodies),
    };

    /// <summary>The instant since which there is the interface.</summary>
    public DateTimeOffset Since => clock.StartOf(options.Value.Since);

    public OparlLegislativeTerm Term(TermData row, bool inside) => new()
    {
        Id = addresses.Of(OparlType.LegislativeTerm, row.Number), Type = OparlType.LegislativeTerm.Name(), Body = inside ? null : addresses.Body, Name = Text(row.Name), StartDate = row.StartsOn, EndDate = row.EndsOn,
        Created = row.CreatedAt, Modified = row.ChangedAt, Origin = row.Origin, Web = addresses.Page(Links.Bodies),
    };

    public OparlOrganization Organization(OrganizationData row, IEnumerable<int> memberships, IEnumerable<int> terms) => new()
    {
        Id = addresses.Of(OparlType.Organization, row.Number), Type = OparlType.Organization.Name(), Body = addresses.Body, Name = Text(row.Name), ShortName = Text(row.ShortName), OrganizationType = OparlWords.Of(row.Kind),
        Classification = Text(row.Classification), Membership = Some(memberships.Select(number => addresses.Of(OparlType.Membership, number))), StartDate = row.StartsOn, EndDate = row.EndsOn,
        Meeting = addresses.ListOf(row.Number, OparlType.Meeting), Consultation = addresses.ListOf(row.Number, OparlType.Consultation), Note = Text(row.Note),
        Predecessor = addresses.Of(OparlType.Organization, row.Predecessor), Terms = Some(terms.Select(number => addresses.Of(OparlType.LegislativeTerm, number))),
        Created = row.CreatedAt, Modified = row.ChangedAt, Origin = row.Origin, Web = addresses.Page(Links.Body(row.Number, row.Name)),
    };

    public OparlPerson Person(PersonData row, IEnumerable<MembershipData> memberships) => new()
    {
        Id = addresses.Of(OparlType.Person, row.Number), Type = OparlType.Person.Name(), Body = addresses.Body, Name = Text(row.Name), FamilyName = Text(row.FamilyName), GivenName = Text(row.GivenName),
        Membership = Some(memberships.Select(membership => Membership(membership, inside: true))), Created = row.CreatedAt, Modified = row.ChangedAt, Origin = row.Origin,
    };

    public OparlObject Membership(MembershipData row, bool inside) => new OparlMembership
    {
        Id = addresses.Of(OparlType.Membership, row.Number), Type = OparlType.Membership.Name(), Person = inside ? null : addresses.Of(OparlType.Person, row.Person), Organization = addresses.Of(OparlType.Organization, row.Body),
        Role = Text(row.Role), VotingRight = row.VotingRight, StartDate = row.StartsOn, EndDate = row.EndsOn, Created = row.CreatedAt, Modified = row.ChangedAt, Origin = row.Origin,
        Web = addresses.Page(Links.Body(row.Body, row.BodyName)),
    };

    public OparlObject Location(LocationData row, IEnumerable<int>? meetings) => new OparlLocation
    {
        Id = addresses.Of(OparlType.Location, row.Number), Type = OparlType.Location.Name(), Description = Text(row.Plan.Description), StreetAddress = Text(row.Plan.StreetAddress), Room = Text(row.Plan.Room),
        PostalCode = Text(row.Plan.PostalCode), Locality = Text(row.Plan.Locality), Meetings = Some(meetings?.Select(number => addresses.Of(OparlType.Meeting, number)) ?? []),
        Geojson = row.Plan is { Latitude: { } latitude, Longitude: { } longitude } ? OparlFeature.At(latitude, longitude, row.Plan.Description) : null,
        Created = row.CreatedAt, Modified = row.ChangedAt, Origin = row.Origin,
    };

    public OparlMeeting Meeting(MeetingData row, IEnumerable<AgendaItemData> items, IEnumerable<FileData> files) => new()
    {
        Id = addresses.Of(OparlType.Meeting, row.Number), Type = OparlType.Meeting.Name(), Name = Text(row.Name), MeetingState = OparlWords.Of(row.State), Cancelled = row.Cancelled, Start = row.Start, End = row.End,
        Location = row.Location is { } location ? Location(location, null) : null, Organization = [addresses.Of(OparlType.Organization, row.Body)], Note = Text(row.Note),
        AuxiliaryFile = Some(files.Select(file => File(file, [], [], null))), AgendaItem = Some(items.Select(item => AgendaItem(item, inside: true))),
        Created = row.CreatedAt, Modified = row.ChangedAt, Origin = row.Origin, Web = addresses.Page(Links.Meeting(row.Number, row.Name)),
    };

    /// <summary>Of an item that is not public: that there is one, and where it stands.</summary>
    public OparlObject AgendaItem(AgendaItemData row, bool inside)
    {
        var (resolution, shown) = (row.IsPublic ? row.Resolution : null, row.IsPublic);
        return new OparlAgendaItem
        {
            Id = addresses.Of(OparlType.AgendaItem, row.Number), Type = OparlType.AgendaItem.Name(), Meeting = inside ? null : addresses.Of(OparlType.Meeting, row.Meeting), Number = Text(row.Sign), Order = row.Order,
            Name = Text(shown ? row.Name : row.Sign), Public = shown, Consultation = shown ? addresses.Of(OparlType.Consultation, row.Consultation) : null,
            Result = resolution is null ? null : OparlWords.Of(resolution.Result), ResolutionText = Text(resolution?.Text), Start = shown ? row.CalledAt : null,
            Votes = resolution is { Votes: not null } or { Unanimous: not null } ? new OparlVotes(resolution.Yes, resolution.No, resolution.Abstentions, resolution.Unanimous) : null,
            Created = row.CreatedAt, Modified = row.ChangedAt, Origin = row.Origin, Web = addresses.Page(Links.AgendaItem(row.Meeting, row.MeetingName, row.Number)),
        };
    }

    public OparlPaper Paper(PaperData row, IEnumerable<ConsultationData> consultations, IReadOnlyList<FileData> files) => new()
    {
        Id = addresses.Of(OparlType.Paper, row.Number), Type = OparlType.Paper.Name(), Body = addresses.Body, Name = Text(row.Name), Reference = Text(row.Reference), Date = row.Date, PaperType = Text(row.PaperType),
        UnderDirectionOf = row.UnderDirectionOf is { } body ? [addresses.Of(OparlType.Organization, body)] : null, Summary = Text(row.Summary),
        MainFile = files.Count > 0 ? File(files[0], [], [], null) : null, AuxiliaryFile = Some(files.Skip(1).Select(file => File(file, [], [], null))),
        Consultation = Some(consultations.Select(step => Consultation(step, inside: true))), Created = row.CreatedAt, Modified = row.ChangedAt, Origin = row.Origin, Web = addresses.Page(Links.Paper(row.Number, row.Name)),
    };

    public OparlObject Consultation(ConsultationData row, bool inside) => new OparlConsultation
    {
        Id = addresses.Of(OparlType.Consultation, row.Number), Type = OparlType.Consultation.Name(), Paper = inside ? null : addresses.Of(OparlType.Paper, row.Paper),
        AgendaItem = addresses.Of(OparlType.AgendaItem, row.AgendaItem), Meeting = addresses.Of(OparlType.Meeting, row.Meeting), Organization = [addresses.Of(OparlType.Organization, row.Body)],
        Authoritative = row.Authoritative, Role = OparlWords.Of(row.Role), Created = row.CreatedAt, Modified = row.ChangedAt, Origin = row.Origin, Web = addresses.Page(Links.Paper(row.Paper, row.PaperName)),
    };

    /// <summary>A file; its words stand at its own address alone, they can be long.</summary>
    public OparlObject File(FileData row, IEnumerable<int> papers, IEnumerable<int> meetings, string? text)
    {
        var download = row.ExternalUrl ?? addresses.Page(Links.Document(row.Number, row.Title));
        return new OparlFile
        {
            Id = addresses.Of(OparlType.File, row.Number), Type = OparlType.File.Name(), Name = Text(row.Title), FileName = Text(row.FileName) ?? (row.ExternalUrl is null ? Slug.From(row.Title) + ".pdf" : null),
            MimeType = Text(row.MimeType) ?? (row.ExternalUrl is null ? "application/pdf" : null), Date = DateOnly.FromDateTime(clock.Local(row.CreatedAt).DateTime), Size = row.Bytes > 0 ? row.Bytes : null,
            Sha512Checksum = Text(row.Sha512), Text = Text(text), HasText = row.HasText ? true : null, AccessUrl = row.ExternalUrl ?? addresses.Page(Links.DocumentInside(row.Number, row.Title)), DownloadUrl = download,
            Paper = Some(papers.Select(number => addresses.Of(OparlType.Paper, number))), Meeting = Some(meetings.Select(number => addresses.Of(OparlType.Meeting, number))),
            Created = row.CreatedAt, Modified = row.ChangedAt, Origin = row.Origin,
        };
    }

    private static List<T>? Some<T>(IEnumerable<T> values) => values.ToList() is { Count: > 0 } some ? some : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
