using System.Reflection;
using System.Security;
using System.Text;

namespace Kps.Gateway.Wsdl;

/// <summary>A hand-written WSDL of the assembly, served byte for byte but for the address.</summary>
internal sealed class WsdlDocument
{
    private const string Placeholder = "https://kps.invalid";

    private readonly string _text;

    private WsdlDocument(string text) => _text = text;

    /// <summary>The query contract.</summary>
    public static WsdlDocument KpsServisleri { get; } = Load("KpsServisleri.wsdl");

    /// <summary>The document with the address callers can reach.</summary>
    /// <param name="origin">Scheme, host and port, without a slash at the end.</param>
    /// <returns>UTF-8 bytes.</returns>
    public byte[] For(string origin) =>
        Encoding.UTF8.GetBytes(_text.Replace(Placeholder, SecurityElement.Escape(origin), StringComparison.Ordinal));

    private static WsdlDocument Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"wsdl/{name}")
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new WsdlDocument(reader.ReadToEnd());
    }
}
