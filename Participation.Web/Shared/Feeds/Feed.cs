namespace Participation.Web.Shared.Feeds;

/// <summary>A feed before it is written: addresses are those within the site.</summary>
/// <param name="Name">What it is about, such as <c>neuigkeiten</c>; part of its id and never changed.</param>
/// <param name="Title">Its title.</param>
/// <param name="Subtitle">What one reads in it.</param>
/// <param name="Address">Its own address.</param>
/// <param name="Page">The page that shows the same to people.</param>
/// <param name="Entries">What is in it, newest first.</param>
public sealed record Feed(string Name, string Title, string Subtitle, string Address, string Page, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>Most entries of a feed.</summary>
    public const int Most = 40;

    /// <summary>What an empty feed calls its last change: it has to be the same at every reading.</summary>
    public DateTimeOffset Since { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>When the newest of its entries changed.</summary>
    public DateTimeOffset Updated => Entries.Select(entry => entry.Updated).Append(Since).Max();
}

/// <summary>One entry of a feed.</summary>
/// <param name="Name">What it is, such as <c>meldung:12</c>; part of its id and never changed.</param>
/// <param name="Title">Its title, as text.</param>
/// <param name="Address">Where people read it.</param>
/// <param name="Published">When it became public; also the date of its id.</param>
/// <param name="Updated">When it last changed in a way worth reading again.</param>
/// <param name="Author">Who wrote it.</param>
public sealed record FeedEntry(string Name, string Title, string Address, DateTimeOffset Published, DateTimeOffset Updated, string Author)
{
    /// <summary>What it says in brief, as text.</summary>
    public string? Summary { get; init; }

    /// <summary>What it says, as the site shows it.</summary>
    public string? Html { get; init; }

    /// <summary>Words by which it is sorted: keywords, topic, district.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
}

/// <summary>What a feed of several capabilities is narrowed down to.</summary>
/// <param name="Topic">Key of a topic, or null.</param>
/// <param name="District">Key of a district, or null.</param>
public sealed record FeedScope(string? Topic, string? District);

/// <summary>The seam through which a capability puts what it publishes into the feeds of topics and districts.</summary>
public interface IFeedSource
{
    /// <summary>The newest public things of a scope, newest first.</summary>
    Task<IReadOnlyList<FeedEntry>> NewestAsync(FeedScope scope, int most, CancellationToken cancel);
}
