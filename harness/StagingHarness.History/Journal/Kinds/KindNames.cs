using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace StagingHarness.History.Journal.Kinds;

/// <summary>What a base type says of the kinds that it has: which property names them, and how each is called.</summary>
internal sealed class KindNames
{
    private static readonly ConcurrentDictionary<Type, KindNames?> Known = new();

    private readonly FrozenDictionary<string, Type> types;
    private readonly FrozenDictionary<Type, string> names;

    private KindNames(string property, IReadOnlyCollection<JsonDerivedTypeAttribute> kinds)
    {
        Property = property;
        types = kinds.ToFrozenDictionary(kind => (string)kind.TypeDiscriminator!, kind => kind.DerivedType, StringComparer.Ordinal);
        names = kinds.ToFrozenDictionary(kind => kind.DerivedType, kind => (string)kind.TypeDiscriminator!);
    }

    /// <summary>Property of an object that names its kind.</summary>
    public string Property { get; }

    /// <returns>Null for a type that has no kinds.</returns>
    public static KindNames? Of(Type type) => Known.GetOrAdd(type, Read);

    /// <returns>Property and name of a type that is a kind of another one.</returns>
    public static (string Property, string Name)? OfKind(Type type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (Of(parent) is { } kinds && kinds.NameOf(type) is { } name)
            {
                return (kinds.Property, name);
            }
        }

        return null;
    }

    public string? NameOf(Type type) => names.GetValueOrDefault(type);

    public Type? TypeOf(string name) => types.GetValueOrDefault(name);

    private static KindNames? Read(Type type) =>
        type.GetCustomAttribute<JsonPolymorphicAttribute>(inherit: false) is { } declared
            ? new KindNames(declared.TypeDiscriminatorPropertyName ?? "$type", [.. type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)])
            : null;
}
