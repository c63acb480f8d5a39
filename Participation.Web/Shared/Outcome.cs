using System.Diagnostics.CodeAnalysis;
using Participation.Domain;

namespace Participation.Web.Shared;

/// <summary>What a use case came to: a value, or a rule's "no".</summary>
public readonly record struct Outcome<T>(T? Value, Refusal? Refusal)
{
    /// <summary>Whether it was done.</summary>
    [MemberNotNullWhen(true, nameof(Value)), MemberNotNullWhen(false, nameof(Refusal))]
    public bool Done => Refusal is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
