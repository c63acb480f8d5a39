using Microsoft.EntityFrameworkCore;

namespace Participation.Web.Council.Oparl;

internal sealed class TermReader(OparlQueries queries, OparlShapes shapes) : OparlReader<TermData>(shapes)
{
    public override OparlType Type => OparlType.LegislativeTerm;

    protected override IQueryable<TermData> Rows() => queries.Terms();

    protected override Task<IEnumerable<OparlObject>> ShapeAsync(IReadOnlyList<TermData> rows, bool omitInternal, bool alone, CancellationToken cancel) =>
        Task.FromResult<IEnumerable<OparlObject>>(rows.Select(row => Shapes.Term(row, inside: false)));
}

internal sealed class OrganizationReader(OparlQueries queries, OparlShapes shapes) : OparlReader<OrganizationData>(shapes)
{
    public override OparlType Type => OparlType.Organization;

    protected override IQueryable<OrganizationData> Rows() => queries.Organizations();

    protected override async Task<IEnumerable<OparlObject>> ShapeAsync(IReadOnlyList<OrganizationData> rows, bool omitInternal, bool alone, CancellationToken cancel)
    {
        List<int> numbers = [.. rows.Select(row => row.Number)];
        var memberships = (await queries.Memberships().Where(membership => numbers.Contains(membership.Body) && !membership.Gone).OrderBy(membership => membership.Number)
            .Select(membership => new { membership.Body, membership.Number }).ToListAsync(cancel)).ToLookup(membership => membership.Body, membership => membership.Number);
        var terms = await queries.TermsOfAsync(numbers, cancel);
        return rows.Select(row => Shapes.Organization(row, memberships[row.Number], terms[row.Number]));
    }
}

internal sealed class PersonReader(OparlQueries queries, OparlShapes shapes) : OparlReader<PersonData>(shapes)
{
    public override OparlType Type => OparlType.Person;

    protected override IQueryable<PersonData> Rows() => queries.People();

    protected override async Task<IEnumerable<OparlObject>> ShapeAsync(IReadOnlyList<PersonData> rows, bool omitInternal, bool alone, CancellationToken cancel)
    {
        List<int> numbers = [.. rows.Select(row => row.Number)];
        var memberships = omitInternal ? [] : await queries.Memberships().Where(membership => numbers.Contains(membership.Person) && !membership.Gone).OrderBy(membership => membership.Number).ToListAsync(cancel);
        var ofPerson = memberships.ToLookup(membership => membership.Person);
        return rows.Select(row => Shapes.Person(row, ofPerson[row.Number]));
    }
}

internal sealed class MembershipReader(OparlQueries queries, OparlShapes shapes) : OparlReader<MembershipData>(shapes)
{
    public override OparlType Type => OparlType.Membership;

    protected override IQueryable<MembershipData> Rows() => queries.Memberships();

    protected override Task<IEnumerable<OparlObject>> ShapeAsync(IReadOnlyList<MembershipData> rows, bool omitInternal, bool alone, CancellationToken cancel) =>
        Task.FromResult(rows.Select(row => Shapes.Membership(row, inside: false)));
}

internal sealed class LocationReader(OparlQueries queries, OparlShapes shapes) : OparlReader<LocationData>(shapes)
{
    public override OparlType Type => OparlType.Location;

    protected override IQueryable<LocationData> Rows() => queries.Locations();

    protected override async Task<IEnumerable<OparlObject>> ShapeAsync(IReadOnlyList<LocationData> rows, bool omitInternal, bool alone, CancellationToken cancel)
    {
        var meetings = await queries.MeetingsAtAsync([.. rows.Select(row => row.Number)], cancel);
        return rows.Select(row => Shapes.Location(row, meetings[row.Number]));
    }
}

internal sealed class MeetingReader(OparlQueries queries, OparlShapes shapes) : OparlReader<MeetingData>(shapes)
{
    public override OparlType Type => OparlType.Meeting;

    public override bool BelongsToOrganizations => true;

    protected override IQueryable<MeetingData> Rows() => queries.Meetings();

    protected override IQueryable<MeetingData> RowsOf(int organization) => queries.Meetings().Where(meeting => meeting.Body == organization);

    protected override async Task<IEnumerable<OparlObject>> ShapeAsync(IReadOnlyList<MeetingData> rows, bool omitInternal, bool alone, CancellationToken cancel)
    {
        List<int> numbers = [.. rows.Select(row => row.Number)];
        var items = omitInternal ? [] : await queries.AgendaItems().Where(item => numbers.Contains(item.Meeting) && !item.Gone).OrderBy(item => item.Order).ThenBy(item => item.Number).ToListAsync(cancel);
        var files = omitInternal ? [] : await queries.FilesOfMeetings().Where(place => numbers.Contains(place.Owner)).ToListAsync(cancel);
        var (ofMeeting, beside) = (items.ToLookup(item => item.Meeting), files.ToLookup(place => place.Owner, place => place.File));
        return rows.Select(row => Shapes.Meeting(row, ofMeeting[row.Number], beside[row.Number]));
    }
}

internal sealed class AgendaItemReader(OparlQueries queries, OparlShapes shapes) : OparlReader<AgendaItemData>(shapes)
{
    public override OparlType Type => OparlType.AgendaItem;

    protected override IQueryable<AgendaItemData> Rows() => queries.AgendaItems();

    protected override Task<IEnumerable<OparlObject>> ShapeAsync(IReadOnlyList<AgendaItemData> rows, bool omitInternal, bool alone, CancellationToken cancel) =>
        Task.FromResult(rows.Select(row => Shapes.AgendaItem(row, inside: false)));
}

internal sealed class PaperReader(OparlQueries queries, OparlShapes shapes) : OparlReader<PaperData>(shapes)
{
    public override OparlType Type => OparlType.Paper;

    protected override IQueryable<PaperData> Rows() => queries.Papers();

    protected override async Task<IEnumerable<OparlObject>> ShapeAsync(IReadOnlyList<PaperData> rows, bool omitInternal, bool alone, CancellationToken cancel)
    {
        List<int> numbers = [.. rows.Select(row => row.Number)];
        // Steps and the main file belong to a paper also where lists inside may be left out.
        var steps = await queries.Consultations().Where(step => numbers.Contains(step.Paper) && !step.Gone).OrderBy(step => step.Number).ToListAsync(cancel);
        var files = await queries.FilesOfPapers().Where(place => numbers.Contains(place.Owner)).ToListAsync(cancel);
        var (ofPaper, beside) = (steps.ToLookup(step => step.Paper), files.ToLookup(place => place.Owner, place => place.File));
        return rows.Select(row => Shapes.Paper(row, ofPaper[row.Number], [.. omitInternal ? beside[row.Number].Take(1) : beside[row.Number]]));
    }
}

internal sealed class ConsultationReader(OparlQueries queries, OparlShapes shapes) : OparlReader<ConsultationData>(shapes)
{
    public override OparlType Type => OparlType.Consultation;

    public override bool BelongsToOrganizations => true;

    protected override IQueryable<ConsultationData> Rows() => queries.Consultations();

    protected override IQueryable<ConsultationData> RowsOf(int organization) => queries.Consultations().Where(step => step.Body == organization);

    protected override Task<IEnumerable<OparlObject>> ShapeAsync(IReadOnlyList<ConsultationData> rows, bool omitInternal, bool alone, CancellationToken cancel) =>
        Task.FromResult(rows.Select(row => Shapes.Consultation(row, inside: false)));
}

internal sealed class FileReader(OparlQueries queries, OparlShapes shapes) : OparlReader<FileData>(shapes)
{
    public override OparlType Type => OparlType.File;

    protected override IQueryable<FileData> Rows() => queries.Files();

    protected override async Task<IEnumerable<OparlObject>> ShapeAsync(IReadOnlyList<FileData> rows, bool omitInternal, bool alone, CancellationToken cancel)
    {
        List<int> numbers = [.. rows.Select(row => row.Number)];
        var places = await queries.FilesOfPapers().Where(place => numbers.Contains(place.File.Number)).Concat(queries.FilesOfMeetings().Where(place => numbers.Contains(place.File.Number)))
            .Select(place => new { place.File.Number, place.IsPaper, place.Owner }).ToListAsync(cancel);
        var text = alone ? await queries.TextAsync(numbers[0], cancel) : null;
        return rows.Select(row => Shapes.File(row, Owners(row, papers: true), Owners(row, papers: false), text));

        IEnumerable<int> Owners(FileData row, bool papers) => places.Where(place => place.Number == row.Number && place.IsPaper == papers).Select(place => place.Owner).Order();
    }
}
