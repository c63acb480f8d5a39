using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Participation.Web.Data;

/// <summary>Names every table, column, key and index in snake case, so that SQL needs no quotes on either database.</summary>
internal static partial class SnakeCase
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(candidate => !candidate.IsMappedToJson()))
        {
            entity.SetTableName(From(entity.GetTableName()));
            Rename(entity);
            foreach (var key in entity.GetKeys()) key.SetName(From(key.GetName()));
            foreach (var key in entity.GetForeignKeys()) key.SetConstraintName(From(key.GetConstraintName()));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(From(index.GetDatabaseName()));
        }
    }

    private static void Rename(IMutableTypeBase type, string prefix = "")
    {
        foreach (var property in type.GetProperties()) property.SetColumnName(prefix + From(property.Name));
        foreach (var part in type.GetComplexProperties()) Rename(part.ComplexType, $"{prefix}{From(part.Name)}_");
    }

    [return: NotNullIfNotNull(nameof(name))]
    private static string? From(string? name) => name is null ? null : Boundary().Replace(name, "${end}_${start}").ToLowerInvariant();

    [GeneratedRegex("(?<end>[a-z0-9])(?<start>[A-Z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Boundary();
}
