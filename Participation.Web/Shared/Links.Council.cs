namespace Participation.Web.Shared;

/// <summary>Addresses of the council's side.</summary>
public static partial class Links
{
    public const string Bodies = "/gremien";
    public const string Meetings = "/sitzungen";
    public const string Papers = "/vorlagen";

    /// <summary>All meetings for a calendar program.</summary>
    public const string CouncilCalendar = "/gremien/kalender.ics";

    public static string Body(int number, string name) => Invariant($"/gremien/{number}/{Ending(name)}");

    public static string Body(int number) => Invariant($"/gremien/{number}");

    /// <summary>A calendar's whole address as programs take it for a subscription: the same, by another scheme.</summary>
    public static string Webcal(string address) => "webcal" + address[address.IndexOf("://", StringComparison.Ordinal)..];

    public static string BodyCalendar(int number) => Invariant($"/gremien/{number}/kalender.ics");

    public static string MeetingsOf(int? body, bool past, int page)
    {
        List<string> query = [];
        if (body is { } number) query.Add(Invariant($"gremium={number}"));
        if (past) query.Add("zeit=vergangen");
        if (page > 1) query.Add(Invariant($"seite={page}"));
        return query.Count == 0 ? Meetings : $"{Meetings}?{string.Join('&', query)}";
    }

    public static string Meeting(int number, string name) => Invariant($"/sitzungen/{number}/{Ending(name)}");

    public static string Meeting(int number) => Invariant($"/sitzungen/{number}");

    /// <summary>The agenda as it is printed.</summary>
    public static string MeetingPrint(int number) => Invariant($"/sitzungen/{number}/druck");

    public static string MeetingCalendar(int number) => Invariant($"/sitzungen/{number}/kalender.ics");

    /// <summary>A meeting as it is followed live.</summary>
    public static string LiveMeeting(int number) => Invariant($"/sitzungen/{number}/live");

    public static string LiveMeetingSorted(int number, string sort, int page) => page > 1 ? Invariant($"/sitzungen/{number}/live?reihenfolge={sort}&seite={page}") : Invariant($"/sitzungen/{number}/live?reihenfolge={sort}");

    /// <summary>Puts a question to a meeting.</summary>
    public static string AskMeeting(int number) => Invariant($"/sitzungen/{number}/fragen");

    /// <summary>A question where it stands.</summary>
    public static string MeetingQuestion(int meeting, int question) => Invariant($"/sitzungen/{meeting}/fragen/{question}");

    /// <summary>Likes a question, or does not any more.</summary>
    public static string LikeQuestion(int meeting) => Invariant($"/sitzungen/{meeting}/fragen/haltung");

    /// <summary>Takes an own question back.</summary>
    public static string WithdrawQuestion(int meeting, int question) => Invariant($"/sitzungen/{meeting}/fragen/{question}/zurueckziehen");

    /// <summary>What is thrown on the wall of the room.</summary>
    public static string Projector(int meeting, string? theme = null) => theme is null ? Invariant($"/sitzungen/{meeting}/projektor") : Invariant($"/sitzungen/{meeting}/projektor?farbe={theme}");

    /// <summary>The moderator's desk during a meeting.</summary>
    public static string MeetingDesk(int number) => Invariant($"/verwaltung/sitzungen/{number}/live");

    /// <summary>The same with a question to reply to.</summary>
    public static string MeetingDeskQuestion(int number, int question) => Invariant($"/verwaltung/sitzungen/{number}/live?frage={question}#antwort");

    /// <summary>A step of the meeting that takes along what is being replied to a question.</summary>
    public static string MeetingDeskStep(int number, int question, int version, int? item) =>
        Invariant($"/verwaltung/sitzungen/{number}/live?handler=Step&frage={question}&stand={version}") + (item is { } called ? Invariant($"&punkt={called}") : "");

    /// <summary>Where a moderator decides on a question to a meeting.</summary>
    public static string ModerateQuestion(int meeting, int question) => Invariant($"/moderation/sitzungen/{meeting}/fragen/{question}");

    /// <summary>An item on its meeting's page.</summary>
    public static string AgendaItem(int meeting, int item) => Invariant($"/sitzungen/{meeting}#top-{item}");

    /// <summary>An item on its meeting's page, for whoever follows no redirects.</summary>
    public static string AgendaItem(int meeting, string name, int item) => Invariant($"{Meeting(meeting, name)}#top-{item}");

    public static string Paper(int number, string name) => Invariant($"/vorlagen/{number}/{Ending(name)}");

    public static string Paper(int number) => Invariant($"/vorlagen/{number}");

    public static string PapersOf(string? text, int? body, int page)
    {
        List<string> query = [];
        if (!string.IsNullOrWhiteSpace(text)) query.Add($"q={Uri.EscapeDataString(text)}");
        if (body is { } number) query.Add(Invariant($"gremium={number}"));
        if (page > 1) query.Add(Invariant($"seite={page}"));
        return query.Count == 0 ? Papers : $"{Papers}?{string.Join('&', query)}";
    }

    /// <summary>Where OParl's addresses begin.</summary>
    public const string OparlRoot = "/oparl/v1.1";

    /// <summary>OParl: the system object, from which everything is reached.</summary>
    public const string Oparl = OparlRoot + "/system";

    public const string ManageCouncil = "/verwaltung/rat";

    /// <summary>The staff's list of one kind of thing of the council's side.</summary>
    public static string ManageCouncilOf(DeskArea area, Domain.Editing.PublicationState? state = null, string? text = null, int page = 1)
    {
        List<string> query = [];
        if (area is not DeskArea.Meetings) query.Add($"bereich={area}");
        if (state is { } stand) query.Add($"stand={stand}");
        if (!string.IsNullOrWhiteSpace(text)) query.Add($"q={Uri.EscapeDataString(text)}");
        if (page > 1) query.Add(Invariant($"seite={page}"));
        return query.Count == 0 ? ManageCouncil : $"{ManageCouncil}?{string.Join('&', query)}";
    }
    public const string NewMeeting = "/verwaltung/sitzungen/neu";
    public const string NewPaper = "/verwaltung/vorlagen/neu";
    public const string NewBody = "/verwaltung/gremien/neu";
    public const string NewTerm = "/verwaltung/wahlperioden/neu";
    public const string NewCouncilPerson = "/verwaltung/ratsmitglieder/neu";

    public static string EditBody(int number) => Invariant($"/verwaltung/gremien/{number}");

    public static string EditTerm(int number) => Invariant($"/verwaltung/wahlperioden/{number}");

    public static string EditCouncilPerson(int number) => Invariant($"/verwaltung/ratsmitglieder/{number}");

    public static string EditMeeting(int number) => Invariant($"/verwaltung/sitzungen/{number}");

    public static string EditPlace(int number) => Invariant($"/verwaltung/orte/{number}");

    public static string EditAgenda(int number) => Invariant($"/verwaltung/sitzungen/{number}/tagesordnung");

    public static string EditPaper(int number) => Invariant($"/verwaltung/vorlagen/{number}");

    /// <summary>The form of a thing of the council's side.</summary>
    public static string EditCouncil(DeskArea area, int number) => area switch
    {
        DeskArea.Meetings => EditMeeting(number),
        DeskArea.Papers => EditPaper(number),
        DeskArea.Bodies => EditBody(number),
        DeskArea.Terms => EditTerm(number),
        _ => EditCouncilPerson(number),
    };

    /// <summary>Whether something that comes from another council system is read here.</summary>
    public static string ShowImported(DeskArea area, int number) => $"{EditCouncil(area, number)}/uebernommen";

    /// <summary>Notes what was decided on an item.</summary>
    public static string EditResolution(int item) => Invariant($"/verwaltung/beschluesse/{item}");
}
