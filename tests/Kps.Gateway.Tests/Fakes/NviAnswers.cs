using System.Globalization;
using Kps.Contracts;

namespace Kps.Gateway.Tests.Fakes;

/// <summary>NVİ's messages in the form of wire contracts b.5 and b.6.</summary>
internal static class NviAnswers
{
    private const string Created = "2026-01-02T03:04:05.000Z";
    private const string Expires = "2026-01-02T13:04:05.000Z";

    public static string Token()
    {
        var reference = "<o:SecurityTokenReference k:TokenType=\"http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1\" "
            + "xmlns:k=\"http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd\" "
            + "xmlns:o=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\">"
            + "<o:KeyIdentifier ValueType=\"http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.0#SAMLAssertionID\">_uydurma</o:KeyIdentifier></o:SecurityTokenReference>";
        const string Wsu = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
        return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:a=\"http://www.w3.org/2005/08/addressing\">"
            + "<s:Header><a:Action s:mustUnderstand=\"1\">http://docs.oasis-open.org/ws-sx/ws-trust/200512/RSTRC/IssueFinal</a:Action></s:Header><s:Body>"
            + "<trust:RequestSecurityTokenResponseCollection xmlns:trust=\"http://docs.oasis-open.org/ws-sx/ws-trust/200512\"><trust:RequestSecurityTokenResponse>"
            + "<trust:KeySize>256</trust:KeySize>"
            + $"<trust:Lifetime><wsu:Created xmlns:wsu=\"{Wsu}\">{Created}</wsu:Created><wsu:Expires xmlns:wsu=\"{Wsu}\">{Expires}</wsu:Expires></trust:Lifetime>"
            + "<trust:RequestedSecurityToken><xenc:EncryptedData Type=\"http://www.w3.org/2001/04/xmlenc#Element\" xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\">"
            + "<xenc:EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#aes256-cbc\" />"
            + "<xenc:CipherData><xenc:CipherValue>Q2lwaGVy</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData></trust:RequestedSecurityToken>"
            + $"<trust:RequestedProofToken><trust:BinarySecret>{Convert.ToBase64String(new byte[32])}</trust:BinarySecret></trust:RequestedProofToken>"
            + $"<trust:RequestedAttachedReference>{reference}</trust:RequestedAttachedReference>"
            + $"<trust:RequestedUnattachedReference>{reference}</trust:RequestedUnattachedReference>"
            + "<trust:TokenType>urn:oasis:names:tc:SAML:1.0:assertion</trust:TokenType></trust:RequestSecurityTokenResponse>"
            + "</trust:RequestSecurityTokenResponseCollection></s:Body></s:Envelope>";
    }

    /// <summary>SorgulaResult with the given content.</summary>
    public static string Sorgula(string result) =>
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header/><s:Body>"
        + $"<SorgulaResponse xmlns=\"http://kps.nvi.gov.tr/2023/02/01\"><SorgulaResult>{result}</SorgulaResult></SorgulaResponse></s:Body></s:Envelope>";

    /// <summary>A refusal of the query as a whole.</summary>
    public static string Hata(int kod, string aciklama) => Sorgula(HataBilgisi(kod, aciklama));

    /// <summary>Every register expanded, none of them with the number.</summary>
    public static string KayitYok(Tckn? person = null) => Bilgi(person ?? Registered.Person, string.Empty);

    /// <summary>A citizen with the least NVİ says of one.</summary>
    public static string Vatandas(Tckn? person = null, string ad = "ŞÜKRÜ") => Bilgi(person ?? Registered.Person, string.Create(
        CultureInfo.InvariantCulture,
        $"<TCVatandasiKisiKutukleri><KisiBilgisi><TCKimlikNo>{(person ?? Registered.Person).Value}</TCKimlikNo><TemelBilgisi><Ad>{ad}</Ad><Soyad>ÖRNEK</Soyad></TemelBilgisi></KisiBilgisi></TCVatandasiKisiKutukleri>"));

    /// <summary>An address in a district's centre, the other kinds expanded and empty as NVİ has them.</summary>
    public static string Adres(Tckn? person = null) => Sorgula(
        $"<SorguSonucu><KimlikNoileKisiAdresBilgileri><KimlikNo>{(person ?? Registered.Person).Value}</KimlikNo><YerlesimYeriAdresi><AcikAdres>UYDURMA MAH. ÖRNEK SK. NO: 7</AcikAdres>"
        + "<AdresNo>1234567890</AdresNo><AdresTip><Aciklama>İl/İlçe Merkezi</Aciklama><Kod>1</Kod></AdresTip><BeldeAdresi><Il/></BeldeAdresi>"
        + "<IlIlceMerkezAdresi><Il>UYDURMA</Il><IlKodu>6</IlKodu></IlIlceMerkezAdresi><KoyAdresi/></YerlesimYeriAdresi></KimlikNoileKisiAdresBilgileri></SorguSonucu>");

    /// <summary>No address, with a reason.</summary>
    public static string AdresYok(int kod, Tckn? person = null) => Sorgula(
        $"<SorguSonucu><KimlikNoileKisiAdresBilgileri>{HataBilgisi(kod, "neden")}<KimlikNo>{(person ?? Registered.Person).Value}</KimlikNo><YerlesimYeriAdresi/></KimlikNoileKisiAdresBilgileri></SorguSonucu>");

    /// <summary>An örnek of the person and somebody of the family.</summary>
    public static string Ornek(Tckn? person = null) => Sorgula(
        $"<SorguSonucu><Nko><Kisiler><NkoKisi><TCKimlikNo>{(person ?? Registered.Person).Value}</TCKimlikNo><TemelBilgisi><Ad>ŞÜKRÜ</Ad></TemelBilgisi><YakinlikKod><Aciklama>KENDİSİ</Aciklama><Kod>1</Kod></YakinlikKod></NkoKisi>"
        + $"<NkoKisi><DurumBilgisi><Din><Aciklama>uydurma</Aciklama><Kod>1</Kod></Din></DurumBilgisi><TCKimlikNo>{Registered.Number(100_200_390)}</TCKimlikNo><YakinlikKod><Aciklama>EŞİ</Aciklama><Kod>2</Kod></YakinlikKod></NkoKisi></Kisiler><NkoTuru><Kod>2</Kod></NkoTuru></Nko></SorguSonucu>");

    /// <summary>An örnek of nobody, with a reason.</summary>
    public static string OrnekYok(int kod) => Sorgula($"<SorguSonucu><Nko>{HataBilgisi(kod, "neden")}</Nko></SorguSonucu>");

    public static string Fault(string subcode) =>
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode>"
        + $"<s:Value xmlns:a=\"urn:faults\">a:{subcode}</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang=\"tr-TR\">metin</s:Text></s:Reason>"
        + "</s:Fault></s:Body></s:Envelope>";

    private static string Bilgi(Tckn person, string container)
    {
        var yok = HataBilgisi(2, "Kayıt bulunamadı.");
        var vatandas = container.Length > 0 ? container : $"<TCVatandasiKisiKutukleri>{yok}</TCVatandasiKisiKutukleri>";
        return Sorgula(string.Create(
            CultureInfo.InvariantCulture,
            $"<SorguSonucu><BilesikKutukBilgileri><KimlikNo>{person.Value}</KimlikNo><MaviKartliKisiKutukleri>{yok}</MaviKartliKisiKutukleri>{vatandas}<YabanciKisiKutukleri>{yok}</YabanciKisiKutukleri></BilesikKutukBilgileri></SorguSonucu>"));
    }

    private static string HataBilgisi(int kod, string aciklama) =>
        $"<HataBilgisi xmlns:b=\"http://kps.nvi.gov.tr/2011/01/01\"><b:Aciklama>{aciklama}</b:Aciklama><b:Kod>{kod}</b:Kod></HataBilgisi>";
}
