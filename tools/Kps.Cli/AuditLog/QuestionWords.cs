using Kps.Audit;
using Kps.Contracts;

namespace Kps.Cli.AuditLog;

/// <summary>What a query without a person's number asked by, and what an answer with no person in it gave.</summary>
internal static class QuestionWords
{
    /// <summary>What was asked by instead of a number.</summary>
    /// <param name="opening">The intent or the refusal.</param>
    /// <returns>Null where the query asks by number and none is known.</returns>
    public static string? AskedBy(AuditEntry opening) => opening.Operation switch
    {
        KpsOperation.TcKimlikNoSorgula => "kişi bilgileriyle",
        KpsOperation.KayitYeriIleKimlikSorgula => "kayıt yeriyle",

        // A refusal may have come before the number was read; an intent has all its criteria.
        KpsOperation.NufusKayitOrnegiSorgula when opening.Kind == AuditKind.Opened => "kayıt yeriyle",
        KpsOperation.IlListesi or KpsOperation.IlceListesi or KpsOperation.MahalleListesi or KpsOperation.CsbmListesi => "adres kodları, kişi yok",
        KpsOperation.IstatistikSorgula => "sayım, kişi yok",
        KpsOperation.YetkiListesi => "kendi yetkileri, kişi yok",
        _ => null,
    };

    /// <summary>What an answer gave.</summary>
    /// <param name="operation">What was asked.</param>
    public static string Given(KpsOperation operation) => operation switch
    {
        KpsOperation.IlListesi or KpsOperation.IlceListesi or KpsOperation.MahalleListesi or KpsOperation.CsbmListesi => "liste verildi",
        KpsOperation.IstatistikSorgula => "sayı verildi",
        KpsOperation.YetkiListesi => "yetkiler verildi",
        KpsOperation.KisiVeCuzdanDogrula or KpsOperation.YabanciDogrula => "doğrulama yanıtlandı",
        _ => "kayıt bulundu",
    };
}
