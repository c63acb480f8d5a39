using Microsoft.EntityFrameworkCore;
using Participation.Domain.Moderation.Guards;
using Participation.Web.Data;

namespace Participation.Web.Moderation.Guards;

/// <summary>
/// The rules that hold now, with the word list ready to look for. Read again when they were changed here, and every few seconds, since another node may have changed them.
/// </summary>
public sealed class CurrentRules(TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);
    private RulesInForce? _known;

    /// <summary>The rules, read with a request's own database.</summary>
    public async Task<RulesInForce> GetAsync(ParticipationDbContext db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (_known is { } known && now - known.ReadAt < Fresh) return known;
        var newest = await db.GuardRules.AsNoTracking().Select(version => (int?)version.Number).MaxAsync(cancel) ?? 0;
        if (_known is { } same && same.Version == newest) return _known = same with { ReadAt = now };
        var rules = newest == 0 ? GuardRules.Default : await db.GuardRules.AsNoTracking().Where(version => version.Number == newest).Select(version => version.Rules).SingleAsync(cancel);
        return _known = new RulesInForce(newest, rules, new WordList(rules.Words), now);
    }

    /// <summary>Says that they were changed.</summary>
    public void Forget() => _known = null;
}

/// <summary>Rules that hold.</summary>
/// <param name="Version">Number of the version; 0 while nobody changed anything.</param>
/// <param name="Rules">What they say.</param>
/// <param name="Words">The word list.</param>
/// <param name="ReadAt">When they were read.</param>
public sealed record RulesInForce(int Version, GuardRules Rules, WordList Words, DateTimeOffset ReadAt);
