namespace Kps.Gateway.Call;

/// <summary>A property of a call: written once by the stage that owns it, unreadable before.</summary>
/// <typeparam name="T">What the stage found out.</typeparam>
internal struct Once<T>
    where T : notnull
{
    private T? _value;

    /// <summary>True once written.</summary>
    public bool IsWritten { get; private set; }

    /// <summary>Reads the value.</summary>
    /// <param name="name">Name of the property, for the message.</param>
    /// <exception cref="InvalidOperationException">No stage has written it yet: the walk's order is wrong.</exception>
    public readonly T Get(string name) =>
        IsWritten ? _value! : throw new InvalidOperationException($"{name} was read before its stage wrote it.");

    /// <summary>Reads the value where an earlier end of the walk is legitimate.</summary>
    public readonly T? GetOrDefault() => _value;

    /// <summary>Writes the value.</summary>
    /// <param name="value">What was found out.</param>
    /// <param name="name">Name of the property, for the message.</param>
    /// <exception cref="InvalidOperationException">It was written before.</exception>
    public void Set(T value, string name)
    {
        if (IsWritten)
        {
            throw new InvalidOperationException($"{name} was written twice.");
        }

        _value = value;
        IsWritten = true;
    }
}
