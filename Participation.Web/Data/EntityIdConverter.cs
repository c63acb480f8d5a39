using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Participation.Domain;

namespace Participation.Web.Data;

/// <summary>Stores strongly typed ids as their UUID.</summary>
internal sealed class EntityIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Wrap(value))
    where TId : struct, IEntityId<TId>
{
    private static TId Wrap(Guid value) => TId.From(value);
}

internal static class EntityIdConverter
{
    /// <summary>Registers the converter for every id type of the Domain.</summary>
    public static void Register(ModelConfigurationBuilder configuration)
    {
        foreach (var id in typeof(IEntityId<>).Assembly.GetTypes().Where(IsId))
            configuration.Properties(id).HaveConversion(typeof(EntityIdConverter<>).MakeGenericType(id));
    }

    private static bool IsId(Type type) =>
        type.IsValueType && Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>));
}
