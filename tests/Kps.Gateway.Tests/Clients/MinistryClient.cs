using System.Globalization;
using System.Text;

namespace Kps.Gateway.Tests.Clients;

/// <summary>
/// How a real client of the Ministry's gateway writes its two requests and cuts the token out of the first reply (wire contracts a.2, a.3). The
/// messages are the templates of tests/golden/clients.
/// </summary>
internal sealed class MinistryClient
{
    private readonly Func<string, string> _cut;
    private readonly TimeSpan _backdated;

    private MinistryClient(string name, string contentType, Func<string, string> cut, TimeSpan backdated = default)
    {
        Name = name;
        ContentType = contentType;
        _cut = cut;
        _backdated = backdated;
    }

    /// <summary>XmlDocument, InnerXml, the body as ASCII bytes.</summary>
    public static MinistryClient CSharp { get; } = new("csharp", "application/soap+xml; charset=UTF-8", TokenCut.InnerXml, TimeSpan.FromMinutes(1));

    /// <summary>A literal split; a blank before the semicolon.</summary>
    public static MinistryClient Node { get; } = new("node", "application/soap+xml ;charset=UTF-8", TokenCut.Literal);

    /// <summary>A literal split; no Timestamp, one MessageID for both requests.</summary>
    public static MinistryClient Php { get; } = new("php", "application/soap+xml; charset=UTF-8", TokenCut.Literal);

    /// <summary>Puts the token among declarations of its own.</summary>
    public static MinistryClient Wcf { get; } = new("wcf", "application/soap+xml; charset=utf-8", TokenCut.InnerXml);

    public static IReadOnlyList<MinistryClient> All { get; } = [CSharp, Node, Php, Wcf];

    public string Name { get; }

    public string ContentType { get; }

    /// <summary>The token request.</summary>
    public byte[] Issue(ClientSettings settings) => Write("issue", settings, kimlikNo: 0, token: string.Empty);

    /// <summary>The query.</summary>
    public byte[] Query(ClientSettings settings, long kimlikNo, string token) => Write("query", settings, kimlikNo, token);

    /// <summary>The token as the client takes it out of the reply.</summary>
    public string Cut(string reply) => _cut(reply);

    public override string ToString() => Name;

    private byte[] Write(string message, ClientSettings settings, long kimlikNo, string token)
    {
        var created = settings.Now - _backdated;
        var expires = settings.Now + TimeSpan.FromMinutes(5);
        var text = File.ReadAllText(Path.Combine(ClientFiles.Folder, $"{Name}-{message}.xml"));
        foreach (var (name, value) in new[]
        {
            ("guid", settings.MessageId.ToString("D")),
            ("created", Time(created, "fff")),
            ("expires", Time(expires, "fff")),
            ("created-ticks", Time(created, "fffffff")),
            ("expires-ticks", Time(expires, "fffffff")),
            ("kullanici", settings.UserName),
            ("sifre", settings.Password),
            ("sorgulayan", settings.Sorgulayan),
            ("kurumKodu", settings.KurumKodu.ToString(CultureInfo.InvariantCulture)),
            ("uygulamaKodu", settings.UygulamaKodu.ToString("D")),
            ("kimlikNo", kimlikNo.ToString(CultureInfo.InvariantCulture)),
            ("jeton", token),
        })
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        // Whatever is not ASCII becomes a question mark; C# clients do that.
        return Encoding.ASCII.GetBytes(text);
    }

    private static string Time(DateTimeOffset instant, string fraction) =>
        instant.UtcDateTime.ToString($"yyyy-MM-dd'T'HH:mm:ss.{fraction}'Z'", CultureInfo.InvariantCulture);
}
