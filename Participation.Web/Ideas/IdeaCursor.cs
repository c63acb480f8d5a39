using System.Globalization;

namespace Participation.Web.Ideas;

/// <summary>Where a page of a list ended: the sort key and the number of its last idea, so that nothing is skipped or shown twice.</summary>
public readonly record struct IdeaCursor(long Key, int Number)
{
    /// <summary>The cursor as it stands in an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key}-{Number}");

    /// <summary>Reads a cursor; null for anything else.</summary>
    public static IdeaCursor? Parse(string? text) =>
        text?.Split('-') is [var key, var number]
        && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var k) && k <= DateTimeOffset.MaxValue.UtcTicks
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? new IdeaCursor(k, n)
            : null;

    /// <summary>The cursor behind a row.</summary>
    public static IdeaCursor After(IdeaRow row, IdeaSort sort) => new(
        sort switch
        {
            IdeaSort.Newest => row.PublishedAt?.UtcTicks ?? 0,
            IdeaSort.Supported => row.For,
            IdeaSort.Contested => row.Contention,
            _ => row.ActiveAt.UtcTicks,
        },
        row.Number);
}
