using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Participation.Web.Council.Oparl;

/// <summary>What a program asks of a list: OParl's filters, and where its page begins.</summary>
internal sealed record OparlFilter
{
    /// <summary>Objects of a page, unless fewer are wished for.</summary>
    public const int PageSize = 100;

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    public DateTimeOffset? CreatedSince { get; init; }

    public DateTimeOffset? CreatedUntil { get; init; }

    public DateTimeOffset? ModifiedSince { get; init; }

    public DateTimeOffset? ModifiedUntil { get; init; }

    public int Limit { get; init; } = PageSize;

    public bool OmitInternal { get; init; }

    /// <summary>Number of the last object of the page before.</summary>
    public int After { get; init; }

    /// <summary>With this filter deleted objects belong to the list, and only with it.</summary>
    public bool ShowsDeleted => ModifiedSince is not null;

    /// <summary>Reads the parameters; other ones have no meaning here and are passed over.</summary>
    /// <returns>The filter, or the parameter that cannot be read.</returns>
    public static (OparlFilter? Filter, string? Wrong) Read(IQueryCollection query)
    {
        string? wrong = null;
        var filter = new OparlFilter
        {
            CreatedSince = Instant("created_since"), CreatedUntil = Instant("created_until"), ModifiedSince = Instant("modified_since"), ModifiedUntil = Instant("modified_until"),
            Limit = Math.Min(Number("limit", 1) ?? PageSize, PageSize), OmitInternal = Flag("omit_internal"), After = Number("after", 0) ?? 0,
        };
        return wrong is null ? (filter, null) : (null, wrong);

        // A plus sign that was not encoded arrives as a blank.
        DateTimeOffset? Instant(string name) => One(name) is not { } text ? null
            : DateTimeOffset.TryParseExact(text.Replace(' ', '+'), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : Fail<DateTimeOffset>(name);

        int? Number(string name, int least) => One(name) is not { } text ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number : Fail<int>(name);

        bool Flag(string name) => One(name) switch { null or "false" => false, "true" => true, _ => Fail<bool>(name) ?? false };

        string? One(string name)
        {
            if (!query.TryGetValue(name, out var values)) return null;
            if (values.Count != 1) wrong ??= name;
            return values.ToString();
        }

        T? Fail<T>(string name) where T : struct
        {
            wrong ??= name;
            return null;
        }
    }

    /// <summary>The address of the page that begins behind an object: all filters, always in the same order.</summary>
    public string Address(string list, int after)
    {
        Dictionary<string, string?> query = [];
        if (CreatedSince is { } createdSince) query["created_since"] = Written(createdSince);
        if (CreatedUntil is { } createdUntil) query["created_until"] = Written(createdUntil);
        if (ModifiedSince is { } modifiedSince) query["modified_since"] = Written(modifiedSince);
        if (ModifiedUntil is { } modifiedUntil) query["modified_until"] = Written(modifiedUntil);
        if (Limit != PageSize) query["limit"] = Limit.ToString(CultureInfo.InvariantCulture);
        if (OmitInternal) query["omit_internal"] = "true";
        if (after > 0) query["after"] = after.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(list, query);
    }

    /// <summary>Instants are written in whole seconds, so the last second belongs to what lies before it.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset until)
    {
        var whole = until.UtcTicks - until.UtcTicks % TimeSpan.TicksPerSecond;
        return whole > DateTimeOffset.MaxValue.UtcTicks - TimeSpan.TicksPerSecond ? DateTimeOffset.MaxValue : new DateTimeOffset(whole + TimeSpan.TicksPerSecond, TimeSpan.Zero);
    }

    /// <summary>As instants of objects are written: without a part of a second.</summary>
    public static DateTimeOffset StartOf(DateTimeOffset since) => new(since.UtcTicks - since.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);

    private static string Written(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
