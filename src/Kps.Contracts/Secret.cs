namespace Kps.Contracts;

/// <summary>
/// A password, token or proof key in transit. Its text leaves only through <see cref="Reveal"/>, so no formatter, logger or
/// exception message can carry it by accident.
/// </summary>
/// <param name="value">The text; kept as is, blanks included.</param>
public readonly struct Secret(string value) : IEquatable<Secret>
{
    private readonly string? _value = value;

    /// <summary>True when there is no text at all.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(_value);

    /// <summary>The text itself. Call it only where it is hashed, compared or written to the wire.</summary>
    /// <returns>The secret text, never null.</returns>
    public string Reveal() => _value ?? string.Empty;

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";

    /// <summary>Compares in constant time for equal lengths.</summary>
    public bool Equals(Secret other) =>
        System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
            System.Runtime.InteropServices.MemoryMarshal.AsBytes(Reveal().AsSpan()),
            System.Runtime.InteropServices.MemoryMarshal.AsBytes(other.Reveal().AsSpan()));

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Secret other && Equals(other);

    /// <summary>Not supported: a secret must not be a key in a table.</summary>
    public override int GetHashCode() => throw new NotSupportedException("A secret is not hashed into tables.");

    /// <summary>Equality, in constant time.</summary>
    public static bool operator ==(Secret left, Secret right) => left.Equals(right);

    /// <summary>Inequality, in constant time.</summary>
    public static bool operator !=(Secret left, Secret right) => !left.Equals(right);
}
