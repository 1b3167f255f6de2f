namespace Kps.Gateway.Call.Parsing;

/// <summary>One element of the request body, read whole before anything is bound, so that order cannot matter and nothing is silently dropped.</summary>
/// <param name="Name">Local name.</param>
/// <param name="Namespace">Namespace URI; empty for none.</param>
/// <param name="IsNil">xsi:nil is true.</param>
/// <param name="Text">All text directly inside, or empty.</param>
/// <param name="Children">Elements directly inside.</param>
internal sealed record BodyElement(string Name, string Namespace, bool IsNil, string Text, IReadOnlyList<BodyElement> Children)
{
    /// <summary>The attribute <c>Context</c> in no namespace, as WS-Trust requests carry it; null when absent.</summary>
    public string? Context { get; init; }

    /// <summary>The name only.</summary>
    public override string ToString() => Name;
}
