using System.Globalization;
using System.Text.RegularExpressions;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Domain.Proposals;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;

namespace Participation.Web.Demo;

/// <summary>
/// The council of the demo city: what is documented keeps its days, what is invented moves with the calendar, by whole weeks, so that nobody meets on a Sunday.
/// </summary>
internal sealed partial class DemoCouncil(ParticipationDbContext db, MarkdownText markdown, DemoCalendar calendar, DemoIdeas ideas, IReadOnlyDictionary<string, Proposal> proposals, CityClock clock)
{
    private readonly DemoCouncilContent _content = DemoContent.ReadOne<DemoCouncilContent>("council");
    private readonly Dictionary<string, LegislativeTerm> _terms = [];
    private readonly Dictionary<string, Body> _bodies = [];
    private readonly Dictionary<string, Meeting> _meetings = [];
    private readonly Dictionary<string, AgendaItem> _items = [];
    private readonly Dictionary<string, Paper> _papers = [];
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>How many of each kind there are, by the name of their counter.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>The papers by their keys.</summary>
    public IReadOnlyDictionary<string, Paper> Papers => _papers;

    /// <summary>The meetings by their keys.</summary>
    public IReadOnlyDictionary<string, Meeting> Meetings => _meetings;

    /// <summary>An item by its key.</summary>
    public AgendaItem ItemOf(string key) => _items[key];

    public void Add()
    {
        foreach (var term in _content.LegislativeTerms) db.LegislativeTerms.Add(_terms[term.Key] = LegislativeTerm.Add(Next(Counter.LegislativeTerms), new(term.Name, term.StartDate, term.EndDate), Begin));
        foreach (var body in _content.Bodies) db.Bodies.Add(_bodies[body.Key] = AddBody(body));
        AddPeople();
        AddMeetings();
        foreach (var paper in _content.Papers) db.Papers.Add(_papers[paper.Key] = AddPaper(paper));
        foreach (var source in _content.Consultations)
        {
            var at = _papers[source.PaperKey].CreatedAt;
            _papers[source.PaperKey].Consult(Next(Counter.Consultations), new(_bodies[source.BodyKey].Id, Of(_meetings, source.MeetingKey)?.Id, Of(_items, source.AgendaItemKey)?.Id, Role(source.Role), source.Authoritative), at);
        }

        foreach (var source in _content.Resolutions) db.Resolutions.Add(Resolve(source));
    }

    private DateTimeOffset Begin => clock.InstantOf(new DateTime(2020, 11, 1, 9, 0, 0, DateTimeKind.Unspecified));

    private int Next(string counter) => _counts[counter] = _counts.GetValueOrDefault(counter) + 1;

    private static T? Of<T>(Dictionary<string, T> all, string? key) where T : class => key is null ? null : all[key];

    private Body AddBody(DemoBody source) => Body.Add(Next(Counter.Bodies), new(
        source.Name, source.ShortName, BodyKind.Committee, source.Key == "gremium-rat" ? "Rat" : "Ausschuss", source.Note, source.StartDate, source.EndDate,
        Of(_bodies, source.PredecessorKey)?.Id, [.. source.LegislativeTermKeys.Select(key => _terms[key].Id)]), Begin);

    /// <summary>Invented people, named as such: who really sits there is the city's to publish.</summary>
    private void AddPeople()
    {
        string[] names = ["Anna Beispiel", "Bernd Muster", "Cem Vorlage", "Dörte Probe", "Emre Entwurf"];
        foreach (var (name, index) in names.Select((name, index) => (name, index)))
        {
            var parts = name.Split(' ');
            var person = CouncilPerson.Add(Next(Counter.CouncilPeople), new($"{name} (Demo)", parts[1], parts[0]), Begin);
            foreach (var body in _bodies.Values)
            {
                var role = index switch { 0 => "Vorsitz", 1 => "stellvertretender Vorsitz", _ => "Mitglied" };
                person.Join(Next(Counter.BodyMemberships), new(body.Id, role, index < 4, body.StartsOn, body.EndsOn), Begin);
            }

            db.CouncilPeople.Add(person);
        }
    }

    private void AddMeetings()
    {
        var hall = Location.Add(Next(Counter.Locations), new("Rathaus Ratingen, Minoritenstraße 2–6, 40878 Ratingen", "Minoritenstraße 2–6", null, "40878", "Ratingen", 51.29724, 6.84929), Begin);
        db.Locations.Add(hall);
        foreach (var source in _content.Meetings)
        {
            var start = Moved(source.Start);
            var made = Earlier(start.AddDays(-28));
            var day = DateOnly.FromDateTime(clock.Local(start).DateTime).ToString("d. MMMM yyyy", CultureInfo.GetCultureInfo("de-DE"));
            var state = source.State switch { "durchgeführt" => MeetingState.Held, "eingeladen" => MeetingState.Invited, _ => MeetingState.Scheduled };
            var meeting = Meeting.Plan(Next(Counter.Meetings), new(
                _bodies[source.BodyKey].Id, DayInName().Replace(source.Name, day), state, source.Cancelled, start, source.End is { } end ? Moved(end) : null, source.Location is null ? null : hall.Id,
                markdown.Format(source.Note)), Publication.At(made), made);
            meeting.Announce(made);
            foreach (var item in _content.AgendaItems.Where(item => item.MeetingKey == source.Key))
                _items[item.Key] = meeting.AddItem(Next(Counter.AgendaItems), new(item.Number, item.Order, item.Name, item.Public), made);
            _meetings[source.Key] = meeting;
            db.Meetings.Add(meeting);
        }
    }

    private Paper AddPaper(DemoPaper source)
    {
        var day = DateOnly.FromDateTime(clock.Local(Moved(new DateTimeOffset(source.Date.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero))).DateTime);
        if (day > clock.Today) day = clock.Today;
        var at = Earlier(clock.InstantOf(day.ToDateTime(new TimeOnly(9, 0))));
        var paper = Paper.Introduce(Next(Counter.Papers), new(source.Name, source.Number, day, source.PaperType, Of(_bodies, source.UnderDirectionOfKey)?.Id, markdown.Format(source.SummaryMarkdown)), Publication.At(at), at);
        paper.SetOrigins([.. source.IdeaKeys.Select(key => ideas.HomeOf(key).Id)], source.ProposalKey is { } proposal ? [proposals[proposal].Id] : [], at);
        paper.Announce(at);
        return paper;
    }

    private Resolution Resolve(DemoResolution source)
    {
        var at = Earlier(_meetings[source.MeetingKey].Start.AddHours(20));
        var resolution = Resolution.Publish(Next(Counter.Resolutions), _items[source.AgendaItemKey].Id, new(source.Text, Result(source.Result), source.Votes is { } votes ? new(votes.Yes, votes.No, votes.Abstain) : null, source.Unanimous), null, at);
        resolution.Settle(at);
        return resolution;
    }

    /// <summary>The same time of the day on another day: summer time is the day's, not the content's.</summary>
    private DateTimeOffset Moved(DateTimeOffset instant) => clock.InstantOf(instant.DateTime.AddDays(calendar.Weeks(instant) * 7));

    private DateTimeOffset Earlier(DateTimeOffset instant) => instant < clock.Now ? instant : clock.Now;

    private static ConsultationRole Role(string role) => role switch
    {
        "Anhörung" => ConsultationRole.Hearing,
        "Kenntnisnahme" => ConsultationRole.Information,
        "Vorberatung" => ConsultationRole.Recommendation,
        _ => ConsultationRole.Decision,
    };

    private static ResolutionResult Result(string result) => result switch
    {
        "angenommen" => ResolutionResult.Adopted,
        "abgelehnt" => ResolutionResult.Rejected,
        "vertagt" => ResolutionResult.Postponed,
        "zur Kenntnis genommen" => ResolutionResult.Noted,
        _ => throw new FormatException(result),
    };

    [GeneratedRegex(@"\d{1,2}\. \p{L}+ 20\d\d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayInName();
}

internal sealed record DemoCouncilContent(
    IReadOnlyList<DemoTerm> LegislativeTerms, IReadOnlyList<DemoBody> Bodies, IReadOnlyList<DemoMeeting> Meetings, IReadOnlyList<DemoAgendaItem> AgendaItems,
    IReadOnlyList<DemoPaper> Papers, IReadOnlyList<DemoConsultation> Consultations, IReadOnlyList<DemoResolution> Resolutions);

internal sealed record DemoTerm(string Key, string Name, DateOnly StartDate, DateOnly EndDate);

internal sealed record DemoBody(string Key, string Name, string ShortName, DateOnly? StartDate, DateOnly? EndDate, IReadOnlyList<string> LegislativeTermKeys, string? PredecessorKey, string? Note);

internal sealed record DemoMeeting(string Key, string BodyKey, string Name, DateTimeOffset Start, DateTimeOffset? End, string State, bool Cancelled, string? Location, string? Note);

internal sealed record DemoAgendaItem(string Key, string MeetingKey, string Number, int Order, string Name, bool Public);

internal sealed record DemoPaper(string Key, string Number, string Name, DateOnly Date, string PaperType, string? UnderDirectionOfKey, string SummaryMarkdown, IReadOnlyList<string> IdeaKeys, string? ProposalKey);

internal sealed record DemoConsultation(string Key, string PaperKey, string BodyKey, string? MeetingKey, string? AgendaItemKey, string Role, bool Authoritative);

internal sealed record DemoResolution(string Key, string AgendaItemKey, string MeetingKey, string Text, string Result, DemoVotes? Votes, bool? Unanimous);

internal sealed record DemoVotes(int Yes, int No, int Abstain);
