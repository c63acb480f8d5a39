using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Participation.Domain.Strategy.Services;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Services.Import;

/// <summary>What reading a table in would do, or what is wrong with it.</summary>
/// <param name="Errors">Mistakes; with any of them nothing is done.</param>
/// <param name="HasMoreErrors">Whether there are more than are shown.</param>
/// <param name="Added">Rows that become new services, or bring one back.</param>
/// <param name="Changed">Rows that change a service on the list.</param>
/// <param name="Removed">Services on the list that the table does not name.</param>
/// <param name="Same">How many rows change nothing.</param>
public sealed record ImportPlan(
    IReadOnlyList<ImportError> Errors, bool HasMoreErrors, IReadOnlyList<ImportStep> Added, IReadOnlyList<ImportStep> Changed, IReadOnlyList<OnlineService> Removed, int Same)
{
    /// <summary>Whether there is anything to do.</summary>
    public bool IsEmpty => Added.Count + Changed.Count + Removed.Count == 0;

    /// <summary>Tells two plans apart: what somebody looked at must be what is done.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        Added.Concat(Changed).Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Service?.Number}.{step.Service?.Version} {step.Plan}"))
            .Concat(Removed.Select(service => string.Create(CultureInfo.InvariantCulture, $"-{service.Number}.{service.Version}")))))));

    /// <summary>Compares a table with all services that there are.</summary>
    internal static ImportPlan Of(byte[] file, IReadOnlyList<OnlineService> services, DateTimeOffset now)
    {
        var errors = new ImportErrors();
        var table = ServiceTable.Read(file, errors);
        List<ImportRow> rows = [];
        foreach (var line in table)
        {
            if (ImportRow.Of(line, errors) is { } row) rows.Add(row);
        }

        List<(ImportRow Row, OnlineService? Service)> matched = [.. rows.Select(row => (row, Match(row, services, errors)))];
        CheckTwice(matched, services, errors);
        if (errors.Any) return new ImportPlan(errors.First, errors.HasMore, [], [], [], 0);
        List<ImportStep> steps = [.. matched.Select(pair => new ImportStep(pair.Row.Line, pair.Row.Plan, pair.Service))];
        var named = steps.Select(step => step.Service?.Number).ToHashSet();
        var added = steps.FindAll(step => step.Service?.Publication.IsPublicAt(now) != true);
        var changed = steps.FindAll(step => step.Service?.Publication.IsPublicAt(now) == true && step.Service.Plan != step.Plan);
        return new ImportPlan([], false, added, changed, [.. services.Where(service => service.Publication.IsPublicAt(now) && !named.Contains(service.Number)).OrderBy(service => service.Name, StringComparer.Ordinal)], steps.Count - added.Count - changed.Count);
    }

    /// <summary>The service of a row: by number, else by key, else by name; null for a new one.</summary>
    private static OnlineService? Match(ImportRow row, IReadOnlyList<OnlineService> services, ImportErrors errors)
    {
        if (row.Number is { } number)
        {
            var known = services.FirstOrDefault(service => service.Number == number);
            if (known is null) errors.Add(row.Line, "nummer", ImportTexts.BadNumber);
            return known;
        }

        return services.Where(service => row.Plan.Key is { } key && service.Key == key).Concat(services.Where(service => service.Name == row.Plan.Name)).OrderBy(service => service.Publication.WithdrawnAt is not null).FirstOrDefault();
    }

    /// <summary>Every service, every name and every key occurs once, in the table and on the list as it would be.</summary>
    private static void CheckTwice(List<(ImportRow Row, OnlineService? Service)> matched, IReadOnlyList<OnlineService> services, ImportErrors errors)
    {
        foreach (var (column, of) in new (string, Func<(ImportRow Row, OnlineService? Service), string?>)[]
        {
            ("nummer", pair => pair.Service?.Number.ToString(CultureInfo.InvariantCulture)), ("name", pair => pair.Row.Plan.Name), ("leistungsschluessel", pair => pair.Row.Plan.Key),
        })
        {
            foreach (var group in matched.Where(pair => of(pair) is not null).GroupBy(of, StringComparer.Ordinal).Where(group => group.Count() > 1))
            {
                foreach (var again in group.Skip(1)) errors.Add(again.Row.Line, column, ImportTexts.TwiceInFile.With(group.First().Row.Line));
            }
        }

        var named = matched.Select(pair => pair.Service?.Number).ToHashSet();
        var others = services.Where(service => service.Publication.WithdrawnAt is null && !named.Contains(service.Number)).ToList();
        foreach (var (row, _) in matched)
        {
            if (others.Find(other => other.Name == row.Plan.Name) is { } name) errors.Add(row.Line, "name", ImportTexts.ListedElsewhere.With(name.Number));
            if (row.Plan.Key is { } key && others.Find(other => other.Key == key) is { } same) errors.Add(row.Line, "leistungsschluessel", ImportTexts.ListedElsewhere.With(same.Number));
        }
    }
}

/// <summary>A row with the service that it makes or changes.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Plan">What it says.</param>
/// <param name="Service">The service as it is; null for a new one.</param>
public sealed record ImportStep(int Line, ServicePlan Plan, OnlineService? Service);
