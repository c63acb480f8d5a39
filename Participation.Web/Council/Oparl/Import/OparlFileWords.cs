using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;

namespace Participation.Web.Council.Oparl.Import;

/// <summary>
/// Words of files, for the search. They can be long, so this software keeps them out of its lists and says with <c>participation:hasText</c> that they stand at the address of the
/// file; they are asked for there once, and again when the file is another one. Without them a file is taken over all the same.
/// </summary>
internal sealed class OparlFileWords(ParticipationDbContext db, OparlClient client)
{
    private const int MostFailures = 3;
    private int _failures;

    /// <summary>The files of a page, those with words in place of those that only promise them.</summary>
    public async Task<IReadOnlyList<JsonElement>> FillInAsync(IReadOnlyList<JsonElement> files, CancellationToken cancel)
    {
        List<string> promised = [.. files.Where(Promises).Select(file => file.Address("id")!)];
        if (promised.Count == 0) return files;
        var known = await db.Documents.AsNoTracking().Where(document => document.Origin != null && promised.Contains(document.Origin) && document.RemovedAt == null && document.Text != "")
            .ToDictionaryAsync(document => document.Origin!, document => document.Sha512, StringComparer.Ordinal, cancel);
        List<JsonElement> filled = [];
        foreach (var file in files) filled.Add(Promises(file) && !IsKnown(file) ? await ReadAsync(file, cancel) : file);
        return filled;

        bool IsKnown(JsonElement file) => known.TryGetValue(file.Address("id")!, out var hash) && hash.Length > 0 && string.Equals(hash, file.Address("sha512Checksum"), StringComparison.OrdinalIgnoreCase);
    }

    private bool Promises(JsonElement file) => file.Flag("participation:hasText") == true && file.Address("text") is null && !file.IsDeleted() && client.IsOwn(file.Address("id"));

    private async Task<JsonElement> ReadAsync(JsonElement file, CancellationToken cancel)
    {
        if (_failures >= MostFailures) return file;
        try
        {
            var alone = await client.ReadAsync(file.Address("id")!, cancel);
            return alone.Kind() == "File" && alone.Address("id") == file.Address("id") && !alone.IsDeleted() ? alone : file;
        }
        catch (OparlImportException)
        {
            _failures++;
            return file;
        }
    }
}
