using System.Diagnostics.CodeAnalysis;

namespace Kps.Registry.Registrar;

/// <summary>What an act of the Registrar came to: a value or a refusal, never both.</summary>
/// <typeparam name="T">What the act returns.</typeparam>
public sealed class RegistryResult<T>
    where T : class
{
    private RegistryResult(T? value, RegistryRefusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    /// <summary>Set when the act was done.</summary>
    public T? Value { get; }

    /// <summary>Set when it was not.</summary>
    public RegistryRefusal? Refusal { get; }

    /// <summary>Whether the act was done.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Refusal is null;

    /// <summary>Done.</summary>
    public static implicit operator RegistryResult<T>(T value) => new(value, null);

    /// <summary>Refused.</summary>
    public static implicit operator RegistryResult<T>(RegistryRefusal refusal) => new(null, refusal);
}
