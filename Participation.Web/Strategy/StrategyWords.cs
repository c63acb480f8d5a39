using System.Globalization;
using Participation.Domain.Strategy;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Strategy;

/// <summary>Words for the values of a strategy.</summary>
public static class StrategyWords
{
    /// <summary>A date as exactly as it is known: 24. Juni 2021, Juni 2021 or 2021.</summary>
    public static string Of(PartialDate date, CityClock clock) => date switch
    {
        { Day: not null } => clock.Day(date.First),
        { Month: not null } => date.First.ToString("MMMM yyyy", CultureInfo.CurrentUICulture),
        _ => date.ToString(),
    };

    /// <summary>What is known of the file: PDF, 649 KB, 39 Seiten, Stand Juni 2021.</summary>
    public static string Of(PaperFile file, CityClock clock) => string.Join(", ", new[]
    {
        file.Format,
        file.Kilobytes is { } size ? StrategyTexts.Kilobytes.With(size.ToString("N0", CultureInfo.CurrentUICulture)) : null,
        file.Pages is { } pages ? Counted.Of(pages, StrategyTexts.PageOne, StrategyTexts.PageMany) : null,
        file.Dated is { } dated ? StrategyTexts.Dated.With(Of(dated, clock)) : null,
    }.Where(part => !string.IsNullOrEmpty(part)));
}
