using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kps.Contracts;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Parsing;

/// <summary>One and the same request in the many forms clients write it: prefixes, header order, blanks, comments, CDATA, attributes, extra headers.</summary>
/// <param name="Xml">The form.</param>
/// <param name="KimlikNo">What it asks for.</param>
internal sealed record RequestForms(string Xml, long KimlikNo)
{
    private const string Action = KpsNamespaces.ActionBase + "BilesikKisiSorgula";
    private const string MessageId = "urn:uuid:5a0c0de0-0000-4000-8000-00000000d0e5";

    private static readonly string[] Prefixes = ["s", "soap", "SOAP-ENV", "env", "x", "a", "i", "ı", "Ş1", "_"];
    private static readonly string[] Blanks = ["", " ", "\n", "\r\n\t", "  \n  "];
    private static readonly string[] Notes = ["", "<!---->", "<!-- not -->", "<!-- <kimlikNo>1</kimlikNo> -->"];

    public static Gen<RequestForms> Any { get; } = Gen.Choose(0, int.MaxValue - 1).Select(seed => Write(new Random(seed)));

    public override string ToString() => Xml;

    private static RequestForms Write(Random random)
    {
        var kimlikNo = Tckn.FromFirstNine(random.Next(100_000_000, 999_999_999)).Value;
        var soap = random.Next(2) == 0 ? SoapNamespaces.Soap11 : SoapNamespaces.Soap12;
        var s = Prefixes[random.Next(Prefixes.Length)];
        string[] headers =
        [
            Element("w" + Pick(Prefixes), SoapNamespaces.Addressing, "Action", Text(Action)),
            Element("w" + Pick(Prefixes), SoapNamespaces.Addressing, "MessageID", Text(MessageId)),
            $"<{s}:x xmlns:{s}=\"urn:uydurma\"><kimlikNo xmlns=\"{KpsNamespaces.Service}\">1</kimlikNo></{s}:x>",
            $"<yabanci not=\"1\"><derin><daha/></derin>metin</yabanci>",
            Security(),
        ];
        random.Shuffle(headers);
        var body = random.Next(2) == 0
            ? $"<BilesikKisiSorgula xmlns=\"{KpsNamespaces.Service}\"{Attributes()}>{Gap()}<kimlikNo{Attributes()}>{Number()}</kimlikNo>{Gap()}</BilesikKisiSorgula>"
            : $"<q:BilesikKisiSorgula{Attributes()} xmlns:q=\"{KpsNamespaces.Service}\">{Gap()}<r:kimlikNo xmlns:r=\"{KpsNamespaces.Service}\">{Number()}</r:kimlikNo>{Gap()}</q:BilesikKisiSorgula>";
        var xml = new StringBuilder(random.Next(2) == 0 ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + Gap() : string.Empty);
        xml.Append(CultureInfo.InvariantCulture, $"<{s}:Envelope xmlns:{s}=\"{soap}\"{Attributes()}>{Gap()}<{s}:Header{Attributes()}>{Gap()}");
        xml.AppendJoin(Gap(), headers);
        xml.Append(CultureInfo.InvariantCulture, $"{Gap()}</{s}:Header>{Gap()}<{s}:Body{Attributes()}>{Gap()}{body}{Gap()}</{s}:Body>{Gap()}</{s}:Envelope>{Gap()}");
        return new RequestForms(xml.ToString(), kimlikNo);

        T Pick<T>(T[] from) => from[random.Next(from.Length)];

        string Gap() => Pick(Blanks) + Pick(Notes) + Pick(Blanks);

        string Attributes() => string.Concat(Enumerable.Range(0, random.Next(3)).Select(index => $" ek{index}=\"{random.Next()}\""));

        string Element(string prefix, string ns, string name, string content) => $"<{prefix}:{name} xmlns:{prefix}=\"{ns}\"{Attributes()}>{content}</{prefix}:{name}>";

        string Text(string text)
        {
            var cut = random.Next(text.Length);
            return random.Next(3) switch
            {
                0 => Pick(Blanks) + text + Pick(Blanks),
                1 => $"{text[..cut]}<![CDATA[{text[cut..]}]]>",
                _ => $"{text[..cut]}{Pick(Notes)}{text[cut..]}",
            };
        }

        string Number()
        {
            var digits = kimlikNo.ToString(CultureInfo.InvariantCulture);
            return random.Next(4) == 0 ? string.Concat(digits.Select(digit => $"&#{(int)digit};")) : Text(digits);
        }

        string Security()
        {
            string[] token = [$"<o:Username>{Registered.UserName}</o:Username>", $"<o:Password>{Registered.Password.Reveal()}</o:Password>", "<o:Nonce>AAAA</o:Nonce>"];
            random.Shuffle(token);
            return $"<o:Security xmlns:o=\"{SoapNamespaces.Wsse}\">{Gap()}<o:UsernameToken>{string.Join(Gap(), token)}</o:UsernameToken>{Gap()}</o:Security>";
        }
    }
}
