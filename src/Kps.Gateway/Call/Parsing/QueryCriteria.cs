using System.Text.Json;

namespace Kps.Gateway.Call.Parsing;

/// <summary>
/// What a query asks for, bound to the last member and of the right types; whether it makes sense is CheckCriteria's question. One derived record for
/// each shape of the contracts.
/// </summary>
internal abstract record QueryCriteria
{
    /// <summary>The number of the person asked for, as sent and of any shape; null where a query names nobody by number.</summary>
    public virtual long? AskedNumber => null;

    /// <summary>Writes the members as they were sent into the object that is sealed with the intent. Absent members are left out.</summary>
    /// <param name="writer">Inside the object.</param>
    public abstract void WriteTo(Utf8JsonWriter writer);

    /// <summary>No content: it names people.</summary>
    public sealed override string ToString() => GetType().Name;
}
