using System.Globalization;
using System.Text;
using Kps.Audit;

namespace Kps.Fuzz.Tests;

/// <summary>One request as hostile as its maker could make it.</summary>
/// <param name="Origin">Where it comes from: a corpus case and the mutations done to it, or a generated structure.</param>
/// <param name="ContentType">Value of Content-Type; null for none.</param>
/// <param name="Headers">Further HTTP headers.</param>
/// <param name="Body">The bytes.</param>
internal sealed record FuzzInput(string Origin, string? ContentType, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    /// <summary>The door it is sent to.</summary>
    public AuditDoor Door { get; init; } = AuditDoor.Router;

    /// <summary>Head and body as a file that can be read and sent again.</summary>
    public byte[] ToFile(string failure)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# {Origin}\n# {failure.ReplaceLineEndings(" ")}\n# {Door}\nContent-Type: {ContentType}\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");
        }

        return [.. Encoding.UTF8.GetBytes(head.Append('\n').ToString()), .. Body];
    }

    /// <summary>The origin only: the body may be long, and holds a password.</summary>
    public override string ToString() => Origin;
}
