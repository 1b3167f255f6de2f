using System.Reflection;
using System.Security;
using System.Text;

namespace Kps.Gateway.Wsdl;

/// <summary>
/// A hand-written WSDL of the assembly, served byte for byte but for the address; or its twin with WS-SecurityPolicy, for generators that set up
/// security from it (decision 0012).
/// </summary>
internal sealed class WsdlDocument
{
    private const string Placeholder = "https://kps.invalid";

    private readonly string _text;

    private WsdlDocument(string text) => _text = text;

    /// <summary>The query contract.</summary>
    public static WsdlDocument KpsServisleri { get; } = new(Read("KpsServisleri.wsdl"));

    /// <summary>The query contract in the shapes of 2017, for applications registered for that generation.</summary>
    public static WsdlDocument KpsServisleri2017 { get; } = new(Read("KpsServisleri2017.wsdl"));

    /// <summary>The supplementary query contract.</summary>
    public static WsdlDocument KpsEkServisler { get; } = new(Read("KpsEkServisler.wsdl"));

    /// <summary>The supplementary query contract with policies.</summary>
    public static WsdlDocument KpsEkServislerWithPolicy { get; } = WithPolicy("KpsEkServisler");

    /// <summary>The token door.</summary>
    public static WsdlDocument KpsSts { get; } = new(Read("KpsSts.wsdl"));

    /// <summary>The query contract with a policy on each binding, and one binding more: the token over TLS.</summary>
    public static WsdlDocument KpsServisleriWithPolicy { get; } = WithPolicy("KpsServisleri");

    /// <summary>The token door with its policy.</summary>
    public static WsdlDocument KpsStsWithPolicy { get; } = WithPolicy("KpsSts");

    /// <summary>The document with the address callers can reach.</summary>
    /// <param name="origin">Scheme, host and port, without a slash at the end.</param>
    /// <returns>UTF-8 bytes.</returns>
    public byte[] For(string origin) =>
        Encoding.UTF8.GetBytes(_text.Replace(Placeholder, SecurityElement.Escape(origin), StringComparison.Ordinal));

    private static WsdlDocument WithPolicy(string name) => new(PolicyAttachment.Attach(Read($"{name}.wsdl"), Read($"{name}.policy.xml")));

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"wsdl/{name}")
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
