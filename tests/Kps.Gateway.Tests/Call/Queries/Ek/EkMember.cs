namespace Kps.Gateway.Tests.Call.Queries.Ek;

/// <summary>A member of a request: its name, a text that is taken, and whether the request cannot do without it.</summary>
internal sealed record EkMember(string Name, string Text, bool IsRequired = true)
{
    /// <summary>A text of the wrong type; null where any text is one.</summary>
    public string? Wrong { get; init; }

    public string Xml => Element(Name, Text);

    public static string Element(string name, string text) => $"<{name}>{text}</{name}>";
}
