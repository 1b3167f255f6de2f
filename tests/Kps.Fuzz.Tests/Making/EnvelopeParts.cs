using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Kps.Contracts;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Fuzz.Tests.Making;

/// <summary>What an envelope is made of. The right part comes often enough that most walks get past the first stages.</summary>
internal static class EnvelopeParts
{
    public const string Soap11 = "http://schemas.xmlsoap.org/soap/envelope/";
    public const string Soap12 = "http://www.w3.org/2003/05/soap-envelope";
    public const string Service = "https://www.saglik.gov.tr/KPS/01/01/2017";
    private const string Trust = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";
    private const string Wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private const string Wsu = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private const string Wsa = "http://www.w3.org/2005/08/addressing";

    private static readonly string Token =
        $"<o:UsernameToken u:Id=\"t\"><o:Username>{Registered.UserName}</o:Username><o:Password>{Registered.Password.Reveal()}</o:Password></o:UsernameToken>";

    public static Gen<string> SoapNamespace { get; } = Often(16, Gen.Elements(Soap11, Soap12), Gen.Elements(string.Empty, "urn:x", Soap12 + "/", Soap11.ToUpperInvariant(), " " + Soap12));

    public static Gen<string> Prefix { get; } = Often(8, Gen.Elements("s:", "SOAP-ENV:"), Gen.Elements(string.Empty, "ş:", "i:", "_:", new string('p', 600) + ":"));

    public static Gen<string> Prolog { get; } = Often(
        10,
        Gen.Elements(string.Empty, "<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<?xml version=\"1.0\"?>\r\n"),
        Gen.Elements(
            "\uFEFF", "\uFEFF\uFEFF", " <?xml version=\"1.0\"?>", "<?xml version=\"1.1\"?>", "<?xml version=\"1.0\" encoding=\"utf-7\"?>", "<?xml version=\"1.0\" encoding=\"utf-16\"?>",
            "<?xml version=\"1.0\" encoding=\"iso-8859-9\"?>", "<?xml version=\"1.0\" encoding=\"IBM037\"?>", "<?xml version=\"1.0\" encoding=\"\"?>", "<?xml version='1.0' standalone='no'?>",
            "<!-- a -->", "<?a b?>", "<!DOCTYPE a>", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">", "<!DOCTYPE a [<!ENTITY b SYSTEM \"http://nowhere.invalid/\">]>", "a", "\0", "<a/>"));

    public static Gen<string> Trailer { get; } = Often(14, Gen.Elements(string.Empty, "\r\n"), Gen.Elements("<!-- a -->", "<?a b?>", "a", "<a/>", "\0", "</a>", "\u00A0", "&#32;"));

    public static Gen<string> Security { get; } = Often(
        12,
        Gen.Frequency((3, Gen.Constant(InSecurity(Token))), (1, Gen.Constant(InSecurity(Corpus.Token)))),
        Gen.OneOf(
            Gen.Elements(
                InSecurity(Corpus.Token + Corpus.Token), InSecurity(Corpus.Token + Token), InSecurity(Corpus.Token) + InSecurity(Token),
                InSecurity(Corpus.Token.Replace(">1<", "><!-- -->14<", StringComparison.Ordinal)), InSecurity(Corpus.Token.Replace(">1<", ">1<!-- -->4<", StringComparison.Ordinal)),
                InSecurity(Corpus.Token.Replace("><", "> <", StringComparison.Ordinal)), InSecurity(Corpus.Token, " xmlns:saml=\"urn:x\" xmlns=\"urn:x\""),
                InSecurity(string.Empty), InSecurity(Token + Token), InSecurity(Token) + InSecurity(Token), InSecurity(Token, " s:actor=\"urn:x\" s:role=\"urn:x\""),
                InSecurity($"<u:Timestamp u:Id=\"t\"><u:Created>2026-03-14T09:30:00Z</u:Created><u:Expires>2026-03-14T09:35:00Z</u:Expires></u:Timestamp>{Token}"),
                InSecurity($"<u:Timestamp><u:Created>99999-99-99</u:Created></u:Timestamp>{Token}"),
                InSecurity($"<u:Timestamp><u:Created>0001-01-01T00:00:00+14:00</u:Created></u:Timestamp>{Token}"),
                InSecurity($"<u:Timestamp><u:Expires>9999-12-31T23:59:59-14:00</u:Expires></u:Timestamp>{Token}"),
                InSecurity($"<u:Timestamp/><u:Timestamp/>{Token}"), string.Empty),
            Text.Select(text => InSecurity($"<o:UsernameToken><o:Username>{text}</o:Username><o:Password>{text}</o:Password></o:UsernameToken>"))));

    public static Gen<string> OtherHeader { get; } = Often(
        3,
        Gen.Elements(
            string.Empty, $"<a:Action xmlns:a=\"{Wsa}\">{Service}/IKpsServices/BilesikKisiSorgula</a:Action>", $"<a:MessageID xmlns:a=\"{Wsa}\">urn:uuid:1</a:MessageID>",
            "<KurumKodu>990001</KurumKodu>", $"<SorgulayanKimlikNo>{Registered.UserName}</SorgulayanKimlikNo>"),
        Gen.OneOf(
            Gen.Elements(
                "<x:y xmlns:x=\"urn:x\" s:mustUnderstand=\"1\"/>", "<x xmlns=\"urn:x\" s:mustUnderstand=\"2\"/>", $"<a:Action xmlns:a=\"{Wsa}\">urn:x</a:Action>",
                $"<a:ReplyTo xmlns:a=\"{Wsa}\"><a:Address>http://nowhere.invalid/</a:Address></a:ReplyTo>", "<KurumKodu>1</KurumKodu><KurumKodu>2</KurumKodu>", "<UygulamaKodu>x</UygulamaKodu>"),
            Gen.Choose(1, 40).Select(depth => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth))),
            Gen.Choose(1, 90).Select(count => $"<a {string.Concat(Enumerable.Range(0, count).Select(number => $"b{number}=\"\" "))}/>"),
            Gen.Choose(1, 90).Select(count => $"<a {string.Concat(Enumerable.Range(0, count).Select(number => $"xmlns:b{number}=\"urn:{number}\" "))}/>"),
            Text.Select(text => $"<a:MessageID xmlns:a=\"{Wsa}\">{text}</a:MessageID>"),
            Text.Select(text => $"<UygulamaKodu>{text}</UygulamaKodu>"),
            Text.Select(text => $"<SorgulayanKimlikNo>{text}</SorgulayanKimlikNo>"),
            Text.Select(text => $"<a b=\"{text}\">{text}</a>")));

    /// <summary>Any query of either service with members that may or may not be its own.</summary>
    public static Gen<string> Catalogue { get; } =
        from operation in Gen.Elements(OperationCatalog.All.Concat(OperationCatalog.AllOf(KpsService.Ek)).ToArray())
        from members in Criteria.ArrayOf(2)
        from isWrapped in Gen.Elements(true, false)
        from isNil in Gen.Frequency((12, Gen.Constant(false)), (1, Gen.Constant(true)))
        let inside = isWrapped ? $"<kriter>{members[0]}{members[1]}</kriter>" : members[0]
        select $"<{operation.Name} xmlns=\"{operation.Namespace}\">{(isNil ? Nil : inside)}</{operation.Name}>";

    public static Gen<string> Operation { get; } = Often(12, Gen.Constant("BilesikKisiSorgula"), Gen.Elements("bilesikKisiSorgula", "BILESIKKISISORGULA", "BilesikKisiSorgulaResponse", "kimlikNo", "BilesikKişiSorgula", "Body", "a"));

    public static Gen<string> OperationNamespace { get; } = Often(16, Gen.Constant(Service), Gen.Elements(string.Empty, Service + "/", "http://www.saglik.gov.tr/KPS/01/01/2017", "urn:x"));

    private const string Nil = "<kriter xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"/>";

    private static Gen<string> Criteria => Gen.OneOf(
        Number.Select(number => $"<kimlikNo>{number}</kimlikNo>"),
        Number.Select(number => $"<KimlikNo>{number}</KimlikNo><Olayli>1</Olayli><Tip>KisiKayitOrnegi</Tip>"),
        Number.Select(number => $"<TCKimlikNo>{number}</TCKimlikNo><Tip>TumAile</Tip>"),
        Number.Select(number => $"<KimlikNo>{number}</KimlikNo><Ad>A</Ad><Soyad>B</Soyad><DogumYil>1990</DogumYil><TCKKSeriNo>A</TCKKSeriNo>"),
        Gen.Elements(
            "<Adi>A</Adi><Soyadi>B</Soyadi><AnneAdi>C</AnneAdi><DogumTarihi>1990-01-02T00:00:00</DogumTarihi>", "<DogumTarihi>9999-12-31T23:59:59.9999999+14:00</DogumTarihi>",
            "<DogumTarihi>0001-01-01T00:00:00-14:00</DogumTarihi>", "<Tip>1</Tip>", "<Tip>Aile, TumAile</Tip>", "<Cinsiyet>2</Cinsiyet>", "<ilKod>2147483648</ilKod>", "<ilKod>-1</ilKod>",
            "<kayitYeri><AileSiraNo>1</AileSiraNo><BireySiraNo>1</BireySiraNo><CiltKod>1</CiltKod><IlceKod>1</IlceKod></kayitYeri>", "<KayitYeri/>", "<kayitYeri><AileSiraNo>1</AileSiraNo></kayitYeri>",
            "<BaslangicTarih>2020-01-01</BaslangicTarih><BitisTarih>2020-02-30</BitisTarih>", "<Olay>Dogum</Olay>", string.Empty),
        Text.Select(text => $"<Adi>{text}</Adi>"));

    public static Gen<string> Members { get; } = Often(
        8,
        Number.Select(number => $"<kimlikNo>{number}</kimlikNo>"),
        Gen.OneOf(
            Number.Two().Select(two => $"<kimlikNo>{two.Item1}</kimlikNo><kimlikNo>{two.Item2}</kimlikNo>"),
            Number.Two().Select(two => $"<kimlikNo>{two.Item1}<kimlikNo>{two.Item2}</kimlikNo></kimlikNo>"),
            Number.Select(number => $"<kimlikNo xmlns=\"\">{number}</kimlikNo>"),
            Number.Select(number => $"<x:kimlikNo xmlns:x=\"{Service}\" x:a=\"1\">{number}</x:kimlikNo>"),
            Number.Select(number => $"<kimlikNo i:nil=\"true\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\">{number}</kimlikNo>"),
            Number.Select(number => $"{number}<kimlikNo>{number}</kimlikNo>"),
            Number.Select(number => $"<KimlikNo>{number}</KimlikNo>"),
            Number.Select(number => $"<kimlıkNo>{number}</kimlıkNo>"),
            Gen.Elements(string.Empty, "<kimlikNo/>", "<kimlikNo>a</kimlikNo>", "<kimlikNo><!----></kimlikNo>", "<kimlikNo><a/></kimlikNo>")));

    /// <summary>The request of the token door.</summary>
    public static Gen<string> TokenRequest { get; } =
        from space in Often(16, Gen.Constant(Trust), Gen.Elements(string.Empty, "http://schemas.xmlsoap.org/ws/2005/02/trust", Trust + "/"))
        from type in Often(8, Gen.Constant($"<RequestType>{Trust}/Issue</RequestType>"), Gen.Elements(
            string.Empty, "<RequestType/>", $"<RequestType>{Trust}/Renew</RequestType>", $"<RequestType>{Trust}/Issue</RequestType><RequestType>{Trust}/Renew</RequestType>",
            $"<RequestType>{Trust}/Iss<!-- -->ue</RequestType>", $"<RequestType>{Trust}/<![CDATA[Issue]]></RequestType>", $"<RequestType xmlns=\"\">{Trust}/Issue</RequestType>"))
        from key in Often(6, Gen.Elements(string.Empty, $"<KeyType>{Trust}/Bearer</KeyType>"), Gen.Elements(
            $"<KeyType>{Trust}/SymmetricKey</KeyType>", "<KeyType/>", $"<KeyType>{Trust}/Bearer</KeyType><KeyType>{Trust}/PublicKey</KeyType>", $"<KeyType xmlns=\"\">{Trust}/PublicKey</KeyType>"))
        from scope in Often(4, Gen.Elements(string.Empty, AppliesTo("https://kpsv2.saglik.gov.tr/Router/RoutingService.svc")), Text.Select(AppliesTo))
        from context in Often(6, Gen.Constant(string.Empty), Text.Select(text => $" Context=\"{text}\""))
        from extra in Often(4, Gen.Constant(string.Empty), Text.Select(text => $"<Claims>{text}</Claims>"))
        select $"<RequestSecurityToken xmlns=\"{space}\"{context}>{scope}{extra}{type}{key}</RequestSecurityToken>";

    /// <summary>Text that is none, for any place that takes text; escaped where XML needs it, not always.</summary>
    private static Gen<string> Text => Gen.OneOf(
        Gen.Elements(
            string.Empty, " ", "\t\r\n", "İıŞş", "\u202Eabc", "\U0001F600", "&#x1F600;", "&#x0;", "&#xD83D;", "\uFFFE", "&lt;a&gt;", "]]>", "<![CDATA[<a>]]>", "a<!-- b -->c", "{0} {1} {", "%n%s",
            "a\u0301", "\u0085", "\u2028", "&amp;amp;", "'\"", "<b/>", "12345678901"),
        Gen.Choose(1, 7000).Select(length => new string('x', length)),
        ArbMap.Default.GeneratorFor<string>().Select(text => System.Security.SecurityElement.Escape(text ?? string.Empty) ?? string.Empty));

    /// <summary>A number of one of several people, in many spellings: some say the same, some say nothing, none may say somebody else.</summary>
    private static Gen<string> Number =>
        from person in Gen.Choose(100_000_000, 100_000_400).Select(nine => Tckn.FromFirstNine(nine).Value.ToString(CultureInfo.InvariantCulture))
        from cut in Gen.Choose(0, 11)
        from spelling in Often(2, Gen.Constant(0), Gen.Choose(1, 16))
        select Spell(person[..cut], person[cut..], spelling);

    private static string Spell(string first, string rest, int spelling) => spelling switch
    {
        1 => $"{first}<!-- 1 -->{rest}",
        2 => $"{first}<![CDATA[{rest}]]>",
        3 => $"<![CDATA[{first}]]>{rest}",
        4 => first + string.Concat(rest.Select(digit => $"&#x{(int)digit:X};")),
        5 => $"\r\n\t {first}{rest} ",
        6 => $"{first} {rest}",
        7 => $"+{first}{rest}",
        8 => $"000{first}{rest}",
        9 => $"{first}{rest}.0",
        10 => string.Concat((first + rest).Select(digit => (char)('\uFF10' + digit - '0'))),
        11 => string.Concat((first + rest).Select(digit => (char)('\u0660' + digit - '0'))),
        12 => $"\u00A0{first}{rest}\u00A0",
        13 => $"{first}\u200B{rest}",
        14 => $"-{first}{rest}",
        15 => $"{first}<?a b?>{rest}",
        16 => $"{first}{rest}{first}{rest}",
        _ => first + rest,
    };

    private static string AppliesTo(string address) =>
        $"<AppliesTo xmlns=\"http://schemas.xmlsoap.org/ws/2004/09/policy\"><EndpointReference xmlns=\"{Wsa}\"><Address>{address}</Address></EndpointReference></AppliesTo>";

    private static string InSecurity(string content, string attributes = "") => $"<o:Security xmlns:o=\"{Wsse}\" xmlns:u=\"{Wsu}\"{attributes}>{content}</o:Security>";

    private static Gen<string> Often(int weight, Gen<string> usual, Gen<string> odd) => Gen.Frequency((weight, usual), (1, odd));

    private static Gen<int> Often(int weight, Gen<int> usual, Gen<int> odd) => Gen.Frequency((weight, usual), (1, odd));
}
