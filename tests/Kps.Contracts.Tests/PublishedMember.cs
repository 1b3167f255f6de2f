namespace Kps.Contracts.Tests;

/// <summary>A published member.</summary>
/// <param name="Name">Name on the wire.</param>
/// <param name="Type">Letter of a simple type or name of a published one; of the items when it is a list.</param>
/// <param name="IsList">Whether it holds several.</param>
/// <param name="IsDemanded">Whether a request must have it; of results nothing is demanded.</param>
internal sealed record PublishedMember(string Name, string Type, bool IsList, bool IsDemanded)
{
    /// <summary>The type's name in the schema; a letter for a simple type.</summary>
    public string SchemaType => IsList ? "ArrayOf" + Type : Type;

    /// <summary>Reads <c>name:type</c>, <c>name:type[]</c>, <c>name:type!</c>.</summary>
    public static PublishedMember Read(string text)
    {
        var (name, type) = text.Split(':') is [var left, var right] ? (left, right) : throw new FormatException(text);
        var bare = type.TrimEnd('!').Replace("[]", string.Empty, StringComparison.Ordinal);
        var full = bare switch { "P" => "Parametre", "T" => "TarihBilgisi", _ => bare };
        return new PublishedMember(name, full, type.EndsWith("[]", StringComparison.Ordinal), type.EndsWith('!'));
    }
}
