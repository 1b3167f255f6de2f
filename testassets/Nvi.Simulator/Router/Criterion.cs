using Nvi.Simulator.Population;

namespace Nvi.Simulator.Router;

/// <summary>One criterion of a query as it was read: members that were nil, absent or dropped are not there.</summary>
/// <param name="values">Values by name, of the types of <see cref="CriterionKind"/>.</param>
internal sealed class Criterion(IReadOnlyDictionary<string, object> values)
{
    /// <summary>A member; null when it is not there.</summary>
    /// <param name="name">Its local name.</param>
    /// <typeparam name="T">Its type.</typeparam>
    public T? Value<T>(string name)
        where T : struct =>
        values.TryGetValue(name, out var value) ? (T)value : null;

    /// <summary>A text; null when it is not there or empty.</summary>
    /// <param name="name">Its local name.</param>
    public string? Text(string name) => values.TryGetValue(name, out var value) && (string)value is { Length: > 0 } text ? text : null;

    /// <summary>True when the parts of the birth date that were given agree with a record.</summary>
    public bool Agrees(NviTarih birth) =>
        IsOrUnknown(Value<int>("DogumYil"), birth.Yil) && IsOrUnknown(Value<int>("DogumAy"), birth.Ay) && IsOrUnknown(Value<int>("DogumGun"), birth.Gun);

    private static bool IsOrUnknown(int? given, int? known) => given is null || given == known;
}
