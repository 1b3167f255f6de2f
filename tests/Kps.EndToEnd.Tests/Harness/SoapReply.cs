using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Kps.Contracts;

namespace Kps.EndToEnd.Tests.Harness;

/// <summary>What came back.</summary>
internal sealed record SoapReply(int Status, HttpResponseHeaders? Headers, MediaTypeHeaderValue? ContentType, byte[] Body)
{
    private static readonly XNamespace Gateway = KpsNamespaces.Gateway;

    /// <summary>An answer a toolkit received and handed on as text.</summary>
    public static SoapReply Received(string text) => new(0, null, null, Encoding.UTF8.GetBytes(text));

    public string Text => Encoding.UTF8.GetString(Body);

    public XDocument Xml => XDocument.Parse(Text);

    public XElement Envelope => Xml.Root!;

    /// <summary>From the header block every answer carries.</summary>
    public string IslemNo => Envelope.Descendants(Gateway + "IslemNo").First().Value;

    public bool IsFault => Envelope.Descendants(Envelope.Name.Namespace + "Fault").Any();

    public int FaultKod => int.Parse(Envelope.Descendants(Gateway + "Kod").Single().Value, CultureInfo.InvariantCulture);

    /// <summary>The sentence of the fault, in either version.</summary>
    public string Reason => (Envelope.Descendants(Envelope.Name.Namespace + "Text").FirstOrDefault() ?? Envelope.Descendants("faultstring").First()).Value;

    /// <summary>Subcode of SOAP 1.2, faultcode of SOAP 1.1.</summary>
    public string Code =>
        (Envelope.Descendants(Envelope.Name.Namespace + "Subcode").Elements(Envelope.Name.Namespace + "Value").FirstOrDefault()
            ?? Envelope.Descendants("faultcode").FirstOrDefault()
            ?? Envelope.Descendants(Envelope.Name.Namespace + "Value").First()).Value;

    /// <summary>The operation's result, of either service: the one element in the one element of Body.</summary>
    public XElement Result => Envelope.Element(Envelope.Name.Namespace + "Body")!.Elements().Single().Elements().Single();

    public XElement Sonuc => Result.Element(Kps + "Sonuc")!;

    /// <summary>Kod of Result/HataBilgisi, null when nil.</summary>
    public int? ResultHataKod => KodOf(Result.Element(Kps + "HataBilgisi")!);

    /// <summary>Aciklama of Result/HataBilgisi.</summary>
    public string? ResultHataText => Result.Element(Kps + "HataBilgisi")!.Element(Kps + "Aciklama")?.Value;

    /// <summary>Kod of Sonuc/HataBilgisi, null when nil.</summary>
    public int? SonucHataKod => KodOf(Sonuc.Element(Kps + "HataBilgisi")!);

    /// <summary>The Kod of the answer, wherever it stands; null when there is none.</summary>
    public int? HataKod => new[] { Result, Sonuc }.Select(part => part.Element(Kps + "HataBilgisi") is { } hata ? KodOf(hata) : null).FirstOrDefault(kod => kod is not null);

    /// <summary>Text at a path of unprefixed names below Sonuc; null when missing or nil.</summary>
    public string? At(string path) =>
        path.Split('/').Aggregate((XElement?)Sonuc, (element, name) => element?.Element(Kps + name)) is { IsEmpty: false } found ? found.Value : null;

    /// <summary>Texts at a path of unprefixed names below Sonuc, one for each item of the lists on the way.</summary>
    public IReadOnlyList<string> All(string path) =>
        [.. path.Split('/').Aggregate((IEnumerable<XElement>)[Sonuc], (elements, name) => elements.Elements(Kps + name)).Select(element => element.Value)];

    /// <summary>Whether a member of Sonuc is there and xsi:nil.</summary>
    public bool IsNil(string member) => (bool?)Sonuc.Element(Kps + member)!.Attribute(XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance")) == true;

    private XNamespace Kps => Result.Name.Namespace;

    private static int? KodOf(XElement hata) =>
        hata.Element(hata.Name.Namespace + "Kod") is { IsEmpty: false } kod ? int.Parse(kod.Value, CultureInfo.InvariantCulture) : null;
}
