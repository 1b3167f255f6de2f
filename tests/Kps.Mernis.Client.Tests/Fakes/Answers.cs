using System.Globalization;
using System.Text;
using Kps.Contracts;

namespace Kps.Mernis.Tests.Fakes;

/// <summary>Answers in the form wire contracts b.5 and b.6 describe, about invented people.</summary>
internal static class Answers
{
    public const string Nil = "xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"";

    public static readonly byte[] ProofKey = [.. Enumerable.Range(0, 32).Select(number => (byte)((number * 37) + 11))];

    public static Tckn Person { get; } = Tckn.FromFirstNine(100_200_300);

    public static Tckn Other { get; } = Tckn.FromFirstNine(100_200_301);

    public static string EncryptedData(string cipher = "Q2lwaGVy") =>
        "<xenc:EncryptedData Type=\"http://www.w3.org/2001/04/xmlenc#Element\" xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\">"
        + "<xenc:EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#aes256-cbc\" />"
        + $"<xenc:CipherData><xenc:CipherValue>{cipher}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>";

    public static string Token(
        TimeSpan lifetime, string id = "_11111111-2222-3333-4444-555555555555", string? encryptedData = null, byte[]? secret = null, string createdAt = "2026-01-02T03:04:05.000Z")
    {
        var created = DateTimeOffset.Parse(createdAt, CultureInfo.InvariantCulture);
        var reference = "<o:SecurityTokenReference k:TokenType=\"http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1\" "
            + "xmlns:k=\"http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd\" "
            + "xmlns:o=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\">"
            + $"<o:KeyIdentifier ValueType=\"http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.0#SAMLAssertionID\">{id}</o:KeyIdentifier></o:SecurityTokenReference>";
        return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:a=\"http://www.w3.org/2005/08/addressing\">"
            + "<s:Header><a:Action s:mustUnderstand=\"1\">http://docs.oasis-open.org/ws-sx/ws-trust/200512/RSTRC/IssueFinal</a:Action></s:Header><s:Body>"
            + "<trust:RequestSecurityTokenResponseCollection xmlns:trust=\"http://docs.oasis-open.org/ws-sx/ws-trust/200512\"><trust:RequestSecurityTokenResponse>"
            + "<trust:KeySize>256</trust:KeySize>"
            + "<trust:Lifetime><wsu:Created xmlns:wsu=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd\">"
            + $"{Time(created)}</wsu:Created><wsu:Expires xmlns:wsu=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd\">"
            + $"{Time(created + lifetime)}</wsu:Expires></trust:Lifetime>"
            + $"<trust:RequestedSecurityToken>{encryptedData ?? EncryptedData()}</trust:RequestedSecurityToken>"
            + $"<trust:RequestedProofToken><trust:BinarySecret>{Convert.ToBase64String(secret ?? ProofKey)}</trust:BinarySecret></trust:RequestedProofToken>"
            + $"<trust:RequestedAttachedReference>{reference}</trust:RequestedAttachedReference>"
            + $"<trust:RequestedUnattachedReference>{reference}</trust:RequestedUnattachedReference>"
            + "<trust:TokenType>urn:oasis:names:tc:SAML:1.0:assertion</trust:TokenType></trust:RequestSecurityTokenResponse>"
            + "</trust:RequestSecurityTokenResponseCollection></s:Body></s:Envelope>";
    }

    public static string Fault(string subcode) =>
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode>"
        + $"<s:Value xmlns:a=\"urn:faults\">a:{subcode}</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang=\"tr-TR\">metin</s:Text></s:Reason>"
        + "</s:Fault></s:Body></s:Envelope>";

    public static string Sorgula(string result, string ns = "http://kps.nvi.gov.tr/2023/02/01") =>
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header/><s:Body>"
        + $"<SorgulaResponse xmlns=\"{ns}\"><SorgulaResult>{result}</SorgulaResult></SorgulaResponse></s:Body></s:Envelope>";

    public static string Item(string members) =>
        Sorgula($"<HataBilgisi {Nil}/><SorguSonucu><BilesikKutukBilgileri>{members}</BilesikKutukBilgileri></SorguSonucu>");

    /// <summary>A living citizen, expanded as NVİ does.</summary>
    public static string Citizen(Tckn person, string ad = "ŞÜKRÜ") => Item(
        "<DoluBilesenler xmlns:d=\"http://schemas.datacontract.org/2004/07/Common.Types.Constants\"><d:CstBilesikKutukServisDoluBilesen>TCKisiBilgisi"
        + "</d:CstBilesikKutukServisDoluBilesen><d:CstBilesikKutukServisDoluBilesen>YeniBirBilesen</d:CstBilesikKutukServisDoluBilesen></DoluBilesenler>"
        + $"<HataBilgisi {Nil}/><KimlikNo>{person.Value}</KimlikNo>"
        + $"<MaviKartliKisiKutukleri>{Hata(2)}<KisiBilgisi>{Hata(2)}<KimlikNo {Nil}/></KisiBilgisi></MaviKartliKisiKutukleri>"
        + "<TCVatandasiKisiKutukleri><KisiBilgisi>"
        + $"<AnneTCKimlikNo>{Other.Value}</AnneTCKimlikNo><AnneUstSoyBulunamadi>false</AnneUstSoyBulunamadi><DogumYerKod>34</DogumYerKod>"
        + $"<DurumBilgisi xmlns:b=\"http://kps.nvi.gov.tr/2011/01/01\"><b:Din {Nil}/><b:Durum><b:Aciklama>Açık</b:Aciklama><b:Kod>1</b:Kod></b:Durum>"
        + $"<b:OlumTarih><b:Ay {Nil}/><b:Gun {Nil}/><b:Yil {Nil}/></b:OlumTarih></DurumBilgisi>"
        + $"<TCKimlikNo>{person.Value}</TCKimlikNo>"
        + $"<TemelBilgisi xmlns:b=\"http://kps.nvi.gov.tr/2011/01/01\"><b:Ad>{ad}</b:Ad><b:AnneAd></b:AnneAd><b:Cinsiyet><b:Aciklama>Erkek</b:Aciklama><b:Kod>1</b:Kod></b:Cinsiyet>"
        + "<b:DogumTarih><b:Ay>5</b:Ay><b:Gun>17</b:Gun><b:Yil>1980</b:Yil></b:DogumTarih><b:Soyad>ÖRNEK</b:Soyad></TemelBilgisi></KisiBilgisi>"
        + "<TCKKBilgisi><SeriNo>A00A00000</SeriNo><SurucuBelgeYuklendiMi>1</SurucuBelgeYuklendiMi></TCKKBilgisi>"
        + $"<TCKKFotografBilgisi><Fotograf>{new string('A', 40_000)}</Fotograf><TCKimlikNo>{person.Value}</TCKimlikNo></TCKKFotografBilgisi></TCVatandasiKisiKutukleri>"
        + $"<YabanciKisiKutukleri>{Hata(2)}</YabanciKisiKutukleri>");

    public static string Hata(int kod) =>
        "<HataBilgisi xmlns:b=\"http://kps.nvi.gov.tr/2011/01/01\"><b:Aciklama>Aradığınız kriterlere uygun kayıt bulunamadı.</b:Aciklama>"
        + $"<b:Kod>{kod}</b:Kod></HataBilgisi>";

    public static ArraySegment<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
