using System.Collections.Frozen;
using System.Globalization;
using Kps.Audit;
using Kps.Audit.Reading;
using Kps.Contracts;

namespace Kps.Cli.AuditLog;

/// <summary>How a call ended, in a few words. Codes are those of the gateway's fault table and of NVİ (wire contracts b.6).</summary>
internal static class OutcomeWords
{
    private const int FirstFaultCode = 1000;
    private const string TokenIssued = "jeton verildi";

    private static readonly FrozenDictionary<int, string> Words = new Dictionary<int, string>
    {
        [1001] = "içerik türü SOAP değil",
        [1002] = "karakter kodlaması okunamadı",
        [1003] = "istek çok büyük",
        [1004] = "istek yarıda kesildi",
        [1005] = "istek boş",
        [2001] = "bozuk XML",
        [2002] = "yasak XML (DTD, varlık)",
        [2003] = "XML sınırı aşıldı",
        [2004] = "SOAP zarfı değil",
        [2005] = "SOAP zarfı bozuk",
        [2006] = "zorunlu başlık tanınmadı",
        [2007] = "WS-Addressing başlığı bozuk",
        [2008] = "bilinmeyen sorgu",
        [2009] = "Action ile gövde uyuşmuyor",
        [2010] = "bilinmeyen alan",
        [2011] = "yinelenen alan",
        [2012] = "eksik alan",
        [2013] = "alan okunamadı",
        [2014] = "sorgu bu geçitte kapalı",
        [2015] = "karakter bozuk, UTF-8 değil",
        [2021] = "jeton isteği bozuk",
        [2022] = "jeton başka bir hizmet için istendi",
        [3001] = "kimlik bilgisi yok",
        [3002] = "kimlik bilgisi başlığı bozuk",
        [3003] = "PasswordDigest desteklenmiyor",
        [3004] = "ileti zaman aşımına uğramış, saat farkı",
        [3005] = "zaman damgası okunamadı",
        [3006] = "kimlik doğrulanamadı",
        [3007] = "meşgul: ilk giriş kuyruğu dolu",
        [3101] = "kayıtlı olmayan kullanıcı",
        [3102] = "şifre yanlış",
        [3103] = "art arda yanlış şifre, kullanıcı bekletiliyor",
        [3201] = "hesap pasif",
        [3202] = "hesap onay bekliyor",
        [3203] = "başvuru reddedilmiş",
        [3204] = "hesabın süresi dolmuş",
        [3205] = "şifrenin süresi dolmuş",
        [3206] = "kurum kapalı",
        [3207] = "başka kurum adına çağrı",
        [3301] = "jeton geçersiz",
        [3302] = "jetonun süresi dolmuş",
        [3303] = "jeton henüz geçerli değil",
        [3304] = "jeton başka bir hizmetin",
        [3305] = "jeton iptal edilmiş ya da şifre değişmiş",
        [4001] = "IP adresi kuruma tanımlı değil",
        [4002] = "IP adresi bilinmiyor",
        [5001] = "sorgu yetkisi yok",
        [5002] = "sorgu yetkisinin süresi dolmuş",
        [5003] = "gönderilen alana yetki yok",
        [5011] = "uygulama kodu yok ya da kayıtlı değil",
        [5012] = "uygulamanın kaydı sona ermiş",
        [5013] = "sorgulayan kabul edilmedi",
        [5201] = "kimlik numarası geçersiz",
        [5202] = "kişi bilgileri eksik",
        [5203] = "tarih geçersiz",
        [5204] = "ölçüt geçersiz",
        [5205] = "ad bozuk geldi",
        [5301] = "meşgul: aynı anda çok sorgu",
        [6001] = "NVİ'ye ulaşılamadı",
        [6002] = "NVİ zamanında yanıt vermedi",
        [6003] = "geçidin adresi NVİ'de tanımlı değil",
        [6004] = "NVİ jetonu kabul etmedi",
        [6005] = "NVİ yanıtı okunamadı",
        [6006] = "NVİ yanıtı çok büyük",
        [6007] = "NVİ hata bildirdi",
        [6008] = "NVİ yolu dolu",
        [6009] = "NVİ yolu geçici olarak kapalı",
        [6011] = "NVİ STS'ye ulaşılamadı",
        [6012] = "NVİ STS zamanında yanıt vermedi",
        [6013] = "NVİ STS reddetti",
        [6014] = "NVİ STS yanıtı okunamadı",
        [7001] = "NVİ yanıtı sözleşmeye çevrilemedi",
        [7002] = "birden fazla kayıt, hiçbiri verilmedi",
        [7003] = "sayı gizlilik sınırının altında",
        [8001] = "denetim izi yazılamadı",
        [9001] = "geçidin iç hatası",
        [9002] = "kullanıcı kayıtları okunamadı",
        [9003] = "jeton imzalayacak anahtar yok",
    }.ToFrozenDictionary();

    /// <summary>The words of a call.</summary>
    public static string Of(AuditCall call) => call.State switch
    {
        AuditCallState.Answered => QuestionWords.Given(call.Opening.Operation),
        AuditCallState.TokenIssued => TokenIssued,
        AuditCallState.Refused => $"reddedildi: {Of(call.Opening, call.Opening.Operation)}",
        AuditCallState.Failed => Of(call.Closing!, call.Opening.Operation),
        _ => "sonucu bilinmiyor",
    };

    /// <summary>The words of a row's code; a code of a newer version keeps its machine word.</summary>
    /// <param name="entry">The row.</param>
    /// <param name="operation">What was asked; an outcome row does not repeat it.</param>
    public static string Of(AuditEntry entry, KpsOperation operation) => entry.Outcome switch
    {
        null => string.Empty,
        0 when entry.Kind == AuditKind.TokenIssued => TokenIssued,
        0 => QuestionWords.Given(operation),
        { } code when Words.TryGetValue(code, out var words) => words,
        2 => "kayıt bulunamadı",
        { } kod when kod < FirstFaultCode && entry.Cause is null => string.Create(CultureInfo.InvariantCulture, $"NVİ kod {kod}"),
        { } code => string.Create(CultureInfo.InvariantCulture, $"kod {code} {entry.Cause}").TrimEnd(),
    };

    /// <summary>Whether the words are known.</summary>
    public static bool Knows(int code) => Words.ContainsKey(code);
}
