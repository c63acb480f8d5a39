namespace Participation.Web.Ideas.Polis;

/// <summary>One consultation in Polis' export format, checked row by row.</summary>
/// <param name="Summary">What <c>summary.csv</c> says about it.</param>
/// <param name="Comments">The contributions in order of time.</param>
/// <param name="Votes">The last vote of each pair of contribution and voter.</param>
/// <param name="FirstAt">The first contribution or vote.</param>
/// <param name="LastAt">The last contribution or vote.</param>
/// <param name="Refused">Rows that say nothing usable.</param>
public sealed record PolisConversation(
    PolisSummary Summary, IReadOnlyList<PolisComment> Comments, IReadOnlyCollection<PolisVote> Votes, DateTimeOffset FirstAt, DateTimeOffset LastAt,
    IReadOnlyList<RefusedRow> Refused);

/// <summary>Name and description of a consultation; either may be empty.</summary>
public sealed record PolisSummary(string Topic, string Description);

/// <summary>A contribution.</summary>
/// <param name="Id">Its number in the export.</param>
/// <param name="Author">The author's number in the export.</param>
/// <param name="At">When it was written.</param>
/// <param name="Moderated">1 published, -1 declined, 0 not decided.</param>
/// <param name="Body">Its text.</param>
public sealed record PolisComment(long Id, long Author, DateTimeOffset At, int Moderated, string Body);

/// <summary>A vote.</summary>
/// <param name="Comment">Number of the contribution.</param>
/// <param name="Voter">Number of the voter.</param>
/// <param name="At">When.</param>
/// <param name="Value">1 agree, 0 pass, -1 disagree.</param>
public sealed record PolisVote(long Comment, long Voter, DateTimeOffset At, int Value);

/// <summary>A row that was left out.</summary>
/// <param name="File">Its file.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record RefusedRow(string File, int Line, string Reason);

/// <summary>The folder holds no export that can be read at all.</summary>
public sealed class PolisFormatException(string message) : Exception(message);
