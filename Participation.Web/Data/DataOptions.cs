using System.ComponentModel.DataAnnotations;

namespace Participation.Web.Data;

/// <summary>Which database, section <c>Data</c>.</summary>
public sealed class DataOptions
{
    public const string Section = "Data";

    /// <summary><c>Sqlite</c> or <c>PostgreSql</c>.</summary>
    [Required, RegularExpression("Sqlite|PostgreSql")]
    public string Provider { get; set; } = "Sqlite";

    /// <summary>Folder of the SQLite file and the mail pick-up folder; <c>--data DIR</c> sets it.</summary>
    [Required]
    public string Directory { get; set; } = "App_Data";

    /// <summary>Whether the server brings the schema up to date when it starts; by default only the embedded database does, which nobody else uses.</summary>
    public bool? MigrateAtStart { get; set; }

    /// <summary>Connection string; needed for PostgreSQL, derived from <see cref="Directory"/> for SQLite.</summary>
    public string? ConnectionString { get; set; }
}
