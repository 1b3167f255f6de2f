using System.Collections.Frozen;
using Kps.Gateway.Call.Listening;
using static Kps.Gateway.Call.FaultCode;
using static Kps.Gateway.Call.Responding.FaultShape;

namespace Kps.Gateway.Call.Responding;

/// <summary>
/// The one file that knows what the caller is told. Every text says what happened, whose job it is and what to do; the işlem no is added
/// by the writer. docs/reference/fault-codes.md is checked against this table by a test.
/// </summary>
internal static class FaultTexts
{
    /// <summary>Kod of "no right", as NVİ uses it too (wire contracts b.6); HBYS software knows it.</summary>
    public const int YetkiYokKod = 8;

    private static readonly FrozenDictionary<FaultCode, FaultText> Texts = Create().ToFrozenDictionary();

    /// <summary>The text of a code; an unknown one is told as <see cref="Internal"/>.</summary>
    public static FaultText Of(FaultCode code) => Texts.TryGetValue(code, out var text) ? text : Texts[Internal];

    private static Dictionary<FaultCode, FaultText> Create()
    {
        var texts = new Dictionary<FaultCode, FaultText>();

        void Add(FaultCode code, FaultShape shape, FaultSubcode? subcode, string text) =>
            texts.Add(code, new FaultText((int)code, shape, subcode, text));

        Add(UnsupportedMediaType, Sender, null,
            "İsteğin Content-Type ya da Content-Encoding başlığı SOAP değil. Yazılım firmanız SOAP 1.2 için application/soap+xml, SOAP 1.1 için text/xml göndermeli, gövdeyi sıkıştırmamalı.");
        Add(UnsupportedCharset, Sender, null,
            "İsteğin karakter kodlaması okunamıyor. Yazılım firmanız iletiyi UTF-8 olarak göndermeli.");
        Add(RequestTooLarge, Sender, null,
            $"İstek {ListenStage.MaxRequestBytes / 1024} KB sınırını aşıyor. Yazılım firmanız tek sorguluk bir SOAP iletisi göndermeli.");
        Add(RequestIncomplete, Sender, null,
            "İstek yarıda kesildi ya da çok yavaş geldi. Kurumunuzun ağ bağlantısını denetleyip yeniden deneyin.");
        Add(EmptyRequest, Sender, null,
            "İsteğin gövdesi boş. Yazılım firmanız bir SOAP iletisi göndermeli.");

        Add(MalformedXml, Sender, null,
            "İstek geçerli bir XML değil. Yazılım firmanız gönderdiği iletiyi denetlemeli; özel karakterler (&, <) kaçışlanmalı.");
        Add(ForbiddenXml, Sender, null,
            "İstekte DTD, varlık tanımı ya da işlem yönergesi var; güvenlik nedeniyle kabul edilmez. Yazılım firmanız bunları kaldırmalı.");
        Add(XmlLimitExceeded, Sender, null,
            "İstekteki XML çok derin, çok öznitelikli ya da bir alanı çok uzun ({0}). Yazılım firmanız iletiyi sözleşmedeki biçime indirmeli.");
        Add(NotSoap, VersionMismatch, null,
            "İleti SOAP 1.1 ya da SOAP 1.2 zarfı değil. Yazılım firmanız WSDL'deki bağlamalardan birini kullanmalı.");
        Add(MalformedEnvelope, Sender, null,
            "SOAP zarfı sözleşmeye uymuyor ({0}). Zarfta en çok bir Header, tam bir Body ve Body içinde tek bir sorgu olmalı; yazılım firmanız düzeltmeli.");
        Add(HeaderNotUnderstood, MustUnderstand, null,
            "Anlaşılması zorunlu sayılan {0} başlığını bu hizmet tanımıyor. Yazılım firmanız başlığı kaldırmalı ya da mustUnderstand işaretini silmeli.");
        Add(InvalidAddressingHeader, Sender, FaultSubcode.InvalidAddressingHeader,
            "WS-Addressing başlığı {0} boş ya da birden çok kez verilmiş. Yazılım firmanız başlığı bir kez göndermeli.");
        Add(UnknownOperation, Sender, FaultSubcode.ActionNotSupported,
            "{0} adlı bir sorgu bu hizmette yok ya da ad alanı yanlış. Yazılım firmanız WSDL'deki sorgu adını ve ad alanını kullanmalı.");
        Add(OperationNotServed, Sender, FaultSubcode.ActionNotSupported,
            "{0} sorgusu sözleşmede var ama bu geçitte kapalı: NVİ'nin bu sorguya ait hizmet sözleşmesi henüz tanımlanmadı. Açılmasını Bakanlık KPS destek biriminden isteyin; o zamana dek yazılım firmanız bu sorguyu göndermemeli.");
        Add(ActionMismatch, Sender, FaultSubcode.ActionNotSupported,
            "İletinin Action değeri ile gövdedeki {0} sorgusu aynı işi söylemiyor. Yanlış sorgu yapılmaması için istek reddedildi; yazılım firmanız ikisini eşitlemeli.");
        Add(UnknownMember, Sender, null,
            "İstekte sözleşmede olmayan ya da ad alanı yanlış bir alan var: {0}. Yazılım firmanız WSDL'deki alan adlarını ve ad alanını kullanmalı.");
        Add(RepeatedMember, Sender, null,
            "{0} alanı birden çok kez verilmiş. Hangi değerin sorgulanacağı belirsiz; yazılım firmanız alanı bir kez göndermeli.");
        Add(MissingMember, Sender, null,
            "{0} alanı verilmemiş ya da boş. Yazılım firmanız alanı doldurmalı.");
        Add(InvalidMember, Sender, null,
            "{0} alanındaki değer okunamıyor. Yazılım firmanız WSDL'deki türe uygun bir değer göndermeli.");

        Add(BrokenCharacters, Sender, null,
            "{0} alanında karakter bozuk: Türkçe harfler yolda kaybolmuş. Yazılım firmanız iletiyi UTF-8 olarak göndermeli; sorgu yapılmadı.");
        Add(InvalidTokenRequest, Sender, FaultSubcode.InvalidRequest,
            "Jeton isteği (RequestSecurityToken) sözleşmeye uymuyor: {0}. Yazılım firmanız WS-Trust 1.3 ile RequestType olarak Issue, KeyType olarak Bearer, TokenType olarak SAML 1.1 istemeli, her birini en çok bir kez vermeli.");
        Add(TokenScopeUnknown, Sender, FaultSubcode.InvalidScope,
            "AppliesTo adresi bu hizmetin sorgu adresi değil: {0}. Yazılım firmanız /Router/RoutingService.svc adresini göndermeli.");

        Add(CredentialsMissing, Sender, FaultSubcode.InvalidSecurity,
            "İstekte kullanıcı adı ve web servis şifresi yok. Yazılım firmanız WS-Security UsernameToken ya da HTTP Basic ile göndermeli; sorgu adresine jeton (saml:Assertion) da gönderilebilir.");
        Add(InvalidSecurityHeader, Sender, FaultSubcode.InvalidSecurity,
            "Kimlik bilgisi başlığı okunamıyor ({0}). Yazılım firmanız tek bir kimlik bilgisi göndermeli: Username ve Password içeren bir UsernameToken, HTTP Basic ya da bir jeton.");
        Add(PasswordDigestUnsupported, Sender, FaultSubcode.InvalidSecurity,
            "PasswordDigest desteklenmiyor. Yazılım firmanız şifreyi TLS içinde PasswordText olarak göndermeli.");
        Add(MessageExpired, Sender, FaultSubcode.MessageExpired,
            "İletinin zaman damgası geçerli değil: saatiniz {0}. Bilgi işlem biriminiz sunucu saatini eşitlemeli (en çok 5 dakika fark kabul edilir).");
        Add(InvalidTimestamp, Sender, FaultSubcode.InvalidSecurity,
            "wsu:Timestamp okunamıyor. Yazılım firmanız Created ve Expires değerlerini UTC olarak, 2026-01-31T10:00:00Z biçiminde göndermeli ya da başlığı hiç göndermemeli.");

        // One text for every refusal before the right password has come from the right place (design §4.8).
        var refused = new FaultText((int)AuthenticationFailed, Sender, FaultSubcode.FailedAuthentication,
            "Kullanıcı adı, web servis şifresi ya da IP adresi doğrulanamadı. Görülen adres: {1}. Şifrenizi denetleyin; adres kurumunuza tanımlı değilse "
            + "il KPS yöneticinize başvurun. Art arda hatalı denemeden sonra kullanıcı 15 dakika bekletilir.");
        texts.Add(AuthenticationFailed, refused);
        texts.Add(UnknownUser, refused);
        texts.Add(WrongPassword, refused);
        texts.Add(NameLocked, refused);
        texts.Add(AddressOutsideRanges, refused);
        texts.Add(AddressUnknown, refused);

        Add(HashingBusy, Receiver, null,
            "Meşgul: şu anda çok sayıda ilk giriş ya da jeton doğrulanıyor. Birkaç saniye sonra yeniden deneyin; sürerse Bakanlık KPS destek birimine bildirin.");
        Add(UserPassive, Sender, FaultSubcode.FailedAuthentication,
            "Hesabınız pasif. Yeniden açılması için kurumunuzun KPS yöneticisine başvurun.");
        Add(UserAwaitingApproval, Sender, FaultSubcode.FailedAuthentication,
            "Hesabınız onay bekliyor. Islak imzalı gizlilik taahhütnamesini KPS yöneticinize teslim edin; onaydan sonra sorgulama açılır.");
        Add(UserRejected, Sender, FaultSubcode.FailedAuthentication,
            "Başvurunuz reddedildi. KPS'yi kullanmak için yönetim panelinden yeniden başvurun.");
        Add(UserExpired, Sender, FaultSubcode.FailedAuthentication,
            "Hesabınızın süresi doldu. Uzatılması için kurumunuzun KPS yöneticisine başvurun.");
        Add(PasswordExpired, Sender, FaultSubcode.FailedAuthentication,
            "Web servis şifrenizin süresi doldu. Yönetim panelinde Profilim sayfasından yeni şifre belirleyin ve HBYS'nize girin.");
        Add(InstitutionClosed, Sender, FaultSubcode.FailedAuthentication,
            "Kurumunuzun KPS kullanımı kapalı. İl KPS yöneticinize başvurun.");
        Add(ForeignInstitution, Sender, FaultSubcode.FailedAuthentication,
            "Gönderilen KurumKodu için görevli değilsiniz. Yazılım firmanız kendi kurumunuzun kodunu göndermeli; görevlendirme varsa il KPS yöneticinize başvurun.");

        Add(TokenInvalid, Sender, FaultSubcode.InvalidSecurityToken,
            "Jeton (saml:Assertion) geçerli değil: bu hizmet vermemiş, değiştirilmiş ya da birden çok. Yazılım firmanız STS'ten alınan jetonu tek ve olduğu gibi göndermeli; yeni jeton alıp yeniden deneyin.");
        Add(TokenExpired, Sender, FaultSubcode.InvalidSecurityToken,
            "Jetonun süresi {0} dakika önce doldu. Yazılım firmanız süresi dolan jetonun yerine STS'ten yenisini alıp sorguyu yinelemeli.");
        Add(TokenNotYetValid, Sender, FaultSubcode.InvalidSecurityToken,
            "Jeton {0} dakika sonrası için verilmiş. HBYS'niz STS'ten yeni jeton almalı; sürerse Bakanlık KPS destek birimine bildirin.");
        Add(TokenForAnotherService, Sender, FaultSubcode.InvalidSecurityToken,
            "Jeton başka bir hizmet için verilmiş. Yazılım firmanız jetonu, sorguyu gönderdiği ortamın STS adresinden almalı.");
        Add(TokenRevoked, Sender, FaultSubcode.InvalidSecurityToken,
            "Jeton artık geçerli değil: web servis şifresi ya da görev yeri değişmiş ya da jetonlar iptal edilmiş. Yazılım firmanız güncel şifreyle STS'ten yeni jeton almalı.");

        Add(ApplicationUnknown, HataBilgisi, null,
            "UygulamaKodu yok ya da kayıtlı değil. Yazılım firmanız KTS kaydındaki uygulama kodunu göndermeli; kayıt yoksa Bakanlığa başvurmalı.");
        Add(ApplicationLapsed, HataBilgisi, null,
            "Uygulamanın KTS kaydının süresi dolmuş. Yazılım firmanız kaydını yenilemek için Bakanlığa başvurmalı.");
        Add(AskerNotAccepted, HataBilgisi, null,
            "SorgulayanKimlikNo kabul edilmedi: sorgulayan kişinin kendi kimlik numarası olmalı; sorgulanan kişinin ya da kurum için sabit bir numara olamaz. Yazılım firmanız düzeltmeli.");

        texts.Add(NotEntitled, new FaultText(YetkiYokKod, HataBilgisi, null,
            "Kurumunuzun {0} sorgusuna yetkisi yok. Kurumunuzun KPS yöneticisi il KPS yöneticisinden yetki istemeli."));
        texts.Add(EntitlementLapsed, new FaultText(YetkiYokKod, HataBilgisi, null,
            "Kurumunuzun sorgu yetkisi sona ermiş (sorgu ve son gün: {0}). Kurumunuzun KPS yöneticisi il KPS yöneticisinden yetkinin uzatılmasını istemeli."));
        texts.Add(ArgumentNotPermitted, new FaultText(YetkiYokKod, HataBilgisi, null,
            "Kurumunuzun sorgu yetkisi {0} alanıyla sorgulamayı kapsamıyor. Yazılım firmanız bu alanı göndermemeli; gerekiyorsa kurumunuzun KPS yöneticisi il KPS yöneticisinden istemeli."));
        Add(InvalidNumber, HataBilgisi, null,
            "Kimlik numarası geçerli değil: 11 haneli olmalı ve denetim haneleri tutmalı. Numarayı belgeden denetleyip yeniden yazın. NVİ'ye sorulmadı.");
        Add(CriteriaIncomplete, HataBilgisi, null,
            "Kişi bilgilerinden kimlik numarası sorgulamak için ad, soyad, doğum tarihi ve anne ya da baba adı birlikte verilmeli. Eksik bilgiyi kişiden ya da belgeden tamamlayıp yeniden deneyin. NVİ'ye sorulmadı.");
        Add(InvalidDate, HataBilgisi, null,
            "{0} geçerli değil: 1900'den önce, bugünden sonra ya da takvimde olmayan bir gün. Tarihi belgeden denetleyip yeniden yazın. NVİ'ye sorulmadı.");
        Add(InvalidCriterion, HataBilgisi, null,
            "Ölçüt geçerli değil: {0}. Değeri denetleyip yeniden yazın; ekran bu değeri kendisi dolduruyorsa yazılım firmanız düzeltmeli. NVİ'ye sorulmadı.");
        Add(BrokenName, HataBilgisi, null,
            "{0} alanındaki harfler yolda bozulmuş (? işareti var). Yazılım firmanız iletiyi UTF-8 olarak göndermeli; kayıt bulunmadığı anlamına gelmez. NVİ'ye sorulmadı.");

        Add(GatewayBusy, HataBilgisi, null,
            "Meşgul: kurumunuzun ya da bütün kurumların aynı anda yürüyen sorgusu çok. Birkaç saniye sonra yeniden deneyin; HBYS'niz sorguları sıraya koymalı.");

        const string Wait = " Kaydı KPS'siz tamamlayıp sonra doğrulayın; birkaç dakika sonra yeniden deneyin.";
        Add(NviUnreachable, HataBilgisi, null, "NVİ/MERNİS'e şu an ulaşılamıyor; sorun sizde değil." + Wait);
        Add(NviTimeout, HataBilgisi, null, "NVİ/MERNİS süresi içinde yanıt vermedi; sorun sizde değil." + Wait);
        Add(NviAddressNotRegistered, HataBilgisi, null,
            "NVİ/MERNİS Bakanlık ağ geçidinin erişimini kabul etmiyor; sorun sizde değil. Bakanlık KPS destek birimi bilgilendirilmeli." + Wait);
        Add(NviTokenRefused, HataBilgisi, null,
            "NVİ/MERNİS Bakanlık ağ geçidinin oturumunu kabul etmedi; sorun sizde değil. Sürerse Bakanlık KPS destek birimine bildirin." + Wait);
        Add(NviMalformed, HataBilgisi, null, "NVİ/MERNİS okunamayan bir yanıt verdi; yanlış bilgi gösterilmemesi için iletilmedi." + Wait);
        Add(NviTooLarge, HataBilgisi, null, "NVİ/MERNİS beklenenden büyük bir yanıt verdi; iletilmedi. Bakanlık KPS destek birimine bildirin.");
        Add(NviServiceFault, HataBilgisi, null, "NVİ/MERNİS sorguyu hata ile geri çevirdi; sorun sizde değil." + Wait);
        Add(NviBusy, HataBilgisi, null, "Meşgul: NVİ/MERNİS'e giden yol şu an dolu. Birkaç saniye sonra yeniden deneyin.");
        Add(NviCircuitOpen, HataBilgisi, null, "NVİ/MERNİS az önce art arda yanıt vermedi; yeni sorgular kısa süre bekletiliyor." + Wait);
        Add(NviStsUnreachable, HataBilgisi, null, "NVİ kimlik doğrulama sunucusuna şu an ulaşılamıyor; sorun sizde değil." + Wait);
        Add(NviStsTimeout, HataBilgisi, null, "NVİ kimlik doğrulama sunucusu süresi içinde yanıt vermedi; sorun sizde değil." + Wait);
        Add(NviStsRefused, HataBilgisi, null,
            "NVİ, Bakanlık ağ geçidinin kimliğini kabul etmedi; sorun sizde değil. Bakanlık KPS destek birimi bilgilendirilmeli." + Wait);
        Add(NviStsMalformed, HataBilgisi, null, "NVİ kimlik doğrulama sunucusu okunamayan bir yanıt verdi; sorun sizde değil." + Wait);

        Add(MoreThanOneRecord, HataBilgisi, null,
            "Bu bilgilere uyan birden fazla kayıt var; yanlış kişi gösterilmemesi için hiçbiri iletilmedi. Anne ve baba adını, doğum yerini ve cinsiyeti de yazarak yeniden deneyin.");
        Add(SmallCount, HataBilgisi, null,
            "Sayı gizlilik sınırının altında: 1–4 olay kişileri tanıtabileceği için bildirilmez. Daha geniş bir yer ya da daha uzun bir dönem seçip yeniden deneyin.");
        Add(UnmappableAnswer, HataBilgisi, null,
            "NVİ/MERNİS'in yanıtı ne kayıt ne neden içeriyor; yanlış bilgi gösterilmemesi için iletilmedi. Bakanlık KPS destek birimine bildirin.");
        Add(AuditUnavailable, Receiver, null,
            "Sorgu kaydı yazılamadığı için yanıt verilmiyor; sorun sizde değil. Birkaç dakika sonra yeniden deneyin; sürerse Bakanlık KPS destek birimine bildirin.");
        Add(Internal, Receiver, null,
            "Ağ geçidinde beklenmeyen bir hata oluştu; sorun sizde değil. Yeniden deneyin; sürerse işlem numarasıyla Bakanlık KPS destek birimine bildirin.");
        Add(RegistryUnavailable, Receiver, null,
            "Kullanıcı kayıtlarına şu an ulaşılamıyor; sorun sizde değil. Birkaç dakika sonra yeniden deneyin.");
        Add(TokenKeysUnavailable, Receiver, null,
            "Şu an jeton verilemiyor ve doğrulanamıyor; sorun sizde değil. Birkaç saniye sonra yeniden deneyin; sürerse Bakanlık KPS destek birimine bildirin.");
        return texts;
    }
}
