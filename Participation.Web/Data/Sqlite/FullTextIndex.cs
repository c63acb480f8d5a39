namespace Participation.Web.Data.Sqlite;

/// <summary>The FTS5 indexes over ideas, papers and documents, kept by triggers. Made after every migration if they are not there; EF does not know them.
/// Rebuilt at every start, because a VACUUM may renumber the rows they point to. Deleting takes the words out of the file at once (secure-delete), and not when the index is merged some day.</summary>
internal static class FullTextIndex
{
    public static string Sql { get; } = string.Concat(Of("ideas", "title", "summary", "body_markdown"), Of("papers", "name", "reference", "summary_markdown"), Of("documents", "title", "text"));

    private static string Of(string table, params string[] columns)
    {
        var (names, added, gone) = (string.Join(", ", columns), string.Join(", ", columns.Select(column => "new." + column)), string.Join(", ", columns.Select(column => "old." + column)));
        return $"""
            CREATE VIRTUAL TABLE IF NOT EXISTS {table}_fts USING fts5({names}, content='{table}', tokenize="unicode61 remove_diacritics 2", prefix='3 5');
            CREATE TRIGGER IF NOT EXISTS {table}_fts_insert AFTER INSERT ON {table} BEGIN
                INSERT INTO {table}_fts(rowid, {names}) VALUES (new.rowid, {added});
            END;
            CREATE TRIGGER IF NOT EXISTS {table}_fts_delete AFTER DELETE ON {table} BEGIN
                INSERT INTO {table}_fts({table}_fts, rowid, {names}) VALUES ('delete', old.rowid, {gone});
            END;
            CREATE TRIGGER IF NOT EXISTS {table}_fts_update AFTER UPDATE OF {names} ON {table} BEGIN
                INSERT INTO {table}_fts({table}_fts, rowid, {names}) VALUES ('delete', old.rowid, {gone});
                INSERT INTO {table}_fts(rowid, {names}) VALUES (new.rowid, {added});
            END;
            INSERT INTO {table}_fts({table}_fts, rank) VALUES ('secure-delete', 1);
            INSERT INTO {table}_fts({table}_fts) VALUES ('rebuild');

            """;
    }
}
