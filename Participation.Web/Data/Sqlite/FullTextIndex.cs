namespace Participation.Web.Data.Sqlite;

/// <summary>The FTS5 index over ideas, kept by triggers. Made after every migration if it is not there; EF does not know it.
/// Rebuilt at every start, because a VACUUM may renumber the rows it points to. Deleting takes the words out of the file at once (secure-delete), and not when the index is merged some day.</summary>
internal static class FullTextIndex
{
    public const string Sql = """
        CREATE VIRTUAL TABLE IF NOT EXISTS ideas_fts USING fts5(title, summary, body_markdown, content='ideas', tokenize="unicode61 remove_diacritics 2", prefix='3 5');
        CREATE TRIGGER IF NOT EXISTS ideas_fts_insert AFTER INSERT ON ideas BEGIN
            INSERT INTO ideas_fts(rowid, title, summary, body_markdown) VALUES (new.rowid, new.title, new.summary, new.body_markdown);
        END;
        CREATE TRIGGER IF NOT EXISTS ideas_fts_delete AFTER DELETE ON ideas BEGIN
            INSERT INTO ideas_fts(ideas_fts, rowid, title, summary, body_markdown) VALUES ('delete', old.rowid, old.title, old.summary, old.body_markdown);
        END;
        CREATE TRIGGER IF NOT EXISTS ideas_fts_update AFTER UPDATE OF title, summary, body_markdown ON ideas BEGIN
            INSERT INTO ideas_fts(ideas_fts, rowid, title, summary, body_markdown) VALUES ('delete', old.rowid, old.title, old.summary, old.body_markdown);
            INSERT INTO ideas_fts(rowid, title, summary, body_markdown) VALUES (new.rowid, new.title, new.summary, new.body_markdown);
        END;
        INSERT INTO ideas_fts(ideas_fts, rank) VALUES ('secure-delete', 1);
        INSERT INTO ideas_fts(ideas_fts) VALUES ('rebuild');
        """;
}
