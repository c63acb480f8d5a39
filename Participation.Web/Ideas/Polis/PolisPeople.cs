using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;
using Participation.Web.Realtime;

namespace Participation.Web.Ideas.Polis;

/// <summary>Authors and voters as pseudonymous people: nothing is known of them, and nobody can sign in as one.</summary>
internal sealed class PolisPeople(ParticipationDbContext db, Changes changes)
{
    private const int BatchSize = 500;

    /// <summary>The person of every participant of the export.</summary>
    /// <exception cref="PolisFormatException">A name belongs to somebody with an account, who must not get other people's votes.</exception>
    public async Task<Dictionary<long, PersonId>> FindOrCreateAsync(PolisConversation conversation, PolisNames names, CancellationToken cancel)
    {
        var people = new Dictionary<long, PersonId>();
        var seen = conversation.Comments.Select(comment => (Participant: comment.Author, comment.At))
            .Concat(conversation.Votes.Select(vote => (Participant: vote.Voter, vote.At)))
            .GroupBy(act => act.Participant).Select(acts => (acts.Key, JoinedAt: acts.Min(act => act.At))).OrderBy(person => person.JoinedAt).ThenBy(person => person.Key);
        foreach (var batch in seen.Chunk(BatchSize)) await AddAsync(batch, names, people, cancel);
        return people;
    }

    private async Task AddAsync((long Participant, DateTimeOffset JoinedAt)[] batch, PolisNames names, Dictionary<long, PersonId> people, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([], cancel);
        string[] wanted = [.. batch.Select(person => Person.Normalize(names.Person(person.Participant)))];
        var there = await db.People.AsNoTracking().Where(person => wanted.Contains(person.NormalizedDisplayName))
            .Select(person => new { person.NormalizedDisplayName, person.Id, HasAccount = db.Users.Any(account => account.PersonId == person.Id) })
            .ToDictionaryAsync(person => person.NormalizedDisplayName, cancel);
        if (there.Values.FirstOrDefault(person => person.HasAccount) is { } taken)
            throw new PolisFormatException($"Somebody with an account is called {taken.NormalizedDisplayName}; choose another --process.");

        foreach (var ((participant, joinedAt), name) in batch.Zip(wanted))
        {
            if (there.TryGetValue(name, out var known))
            {
                people.Add(participant, known.Id);
                continue;
            }

            var person = Person.Join(PersonId.New(joinedAt), names.Person(participant), Role.Citizen, Verification.None, joinedAt);
            db.People.Add(person);
            people.Add(participant, person.Id);
        }

        await change.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
