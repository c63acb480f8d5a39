using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council;
using Participation.Domain.Uploads;
using Participation.Web.Data;

namespace Participation.Web.Council.Oparl.Import;

/// <summary>Finds what was read before by its address there; within one page, each thing once.</summary>
internal sealed class OparlPlaces(ParticipationDbContext db)
{
    private readonly Dictionary<(Type, string), object?> _found = [];
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    public OparlCounts Counts { get; set; } = new();

    public DateTimeOffset Now { get; set; }

    /// <summary>Whether an object named others, since the last time, that are not there.</summary>
    public bool TakeMissing()
    {
        var any = _missing.Count > 0;
        _missing.Clear();
        return any;
    }

    /// <summary>A new page begins.</summary>
    public void Clear()
    {
        _found.Clear();
        _missing.Clear();
        db.ChangeTracker.Clear();
    }

    /// <summary>A thing, or null.</summary>
    public async Task<T?> FindAsync<T>(string? origin, CancellationToken cancel) where T : CouncilRecord
    {
        if (origin is null) return null;
        if (_found.TryGetValue((typeof(T), origin), out var known)) return (T?)known;
        var found = await db.Set<T>().SingleOrDefaultAsync(record => record.Origin == origin, cancel);
        _found[(typeof(T), origin)] = found;
        return found;
    }

    /// <summary>A thing that another names; when it is not there, the other has to wait.</summary>
    public async Task<T?> NamedAsync<T>(string? origin, CancellationToken cancel) where T : CouncilRecord
    {
        var found = await FindAsync<T>(origin, cancel);
        if (origin is not null && found is null) _missing.Add(origin);
        return found is { DeletedAt: null } ? found : null;
    }

    public void Missing(string origin) => _missing.Add(origin);

    /// <summary>Notes a new thing.</summary>
    public T Add<T>(string origin, T added) where T : CouncilRecord
    {
        _found[(typeof(T), origin)] = added;
        Counts.Added++;
        return added;
    }

    public void Changed(bool changed)
    {
        if (changed) Counts.Changed++;
    }

    public void Delete(CouncilRecord? record)
    {
        if (record is not { DeletedAt: null }) return;
        record.Delete(Now);
        Counts.Deleted++;
    }

    public Task<int> NextAsync(string counter, CancellationToken cancel) => db.NextNumberAsync(counter, cancel);

    /// <summary>A value that has a word of its own; another word is counted.</summary>
    public T Value<T>(JsonElement json, string name, Func<string, T?> parse, T otherwise) where T : struct
    {
        if (json.Text(name, 60) is not { } word) return otherwise;
        if (parse(word) is { } value) return value;
        Counts.Odd($"{name}={word}");
        return otherwise;
    }

    public Task<Document?> FileAsync(string origin, CancellationToken cancel) => db.Documents.Local.FirstOrDefault(document => document.Origin == origin) is { } local
        ? Task.FromResult<Document?>(local) : db.Documents.SingleOrDefaultAsync(document => document.Origin == origin, cancel);
}
