using System.Collections.Frozen;
using System.Globalization;
using Kps.Audit;

namespace Kps.Cli.AuditLog;

/// <summary>What was done, in a few words.</summary>
internal static class ActWords
{
    private static readonly FrozenDictionary<AuditAct, string> Words = new Dictionary<AuditAct, string>
    {
        [AuditAct.TreeRebased] = "mühür ağacı elde kalandan sürdürüldü",
        [AuditAct.PrefixesMoved] = "yedekten dönüldü, süreç numaraları ileri alındı",
        [AuditAct.KeyMade] = "veri anahtarı yapıldı",
        [AuditAct.KeysRewrapped] = "veri anahtarları yeni ana anahtarla sarıldı",
        [AuditAct.KeyDestroyed] = "veri anahtarı yok edildi",
        [AuditAct.SealingKeyChanged] = "mühür anahtarı değişti",
        [AuditAct.TokenKeyRotated] = "jeton anahtarı yapıldı",
        [AuditAct.TokenKeyWithdrawn] = "jeton anahtarı geri çekildi",
        [AuditAct.MonthDestroyed] = "süresi dolan ay yok edildi",
        [AuditAct.TermChanged] = "saklama süresi değişti",
        [AuditAct.HoldPlaced] = "silme durduruldu",
        [AuditAct.HoldLifted] = "silme durdurması kaldırıldı",
        [AuditAct.LogSearched] = "denetim izi okundu",
        [AuditAct.ResultViewed] = "bir çağrının ölçütleri ve yanıtı açıldı",
        [AuditAct.LogExported] = "denetim izinden çıktı alındı",
        [AuditAct.ReceiptMade] = "bir çağrı için makbuz yapıldı",
        [AuditAct.NodeStarted] = "geçit düğümü başladı",
        [AuditAct.ConfigurationChanged] = "çalışan düğümün ayarı değişti",
        [AuditAct.InstitutionAdded] = "kurum eklendi",
        [AuditAct.InstitutionSwitched] = "kurumun durumu değişti",
        [AuditAct.UserAdded] = "kullanıcı eklendi",
        [AuditAct.UserSwitched] = "kullanıcının durumu değişti",
        [AuditAct.PasswordSet] = "kullanıcıya şifre verildi",
        [AuditAct.TokensRevoked] = "kullanıcının jetonları geri alındı",
        [AuditAct.UserAssigned] = "kullanıcı görevlendirildi",
        [AuditAct.RangeAdded] = "adres aralığı eklendi",
        [AuditAct.RangeDisabled] = "adres aralığı kapatıldı",
        [AuditAct.ApplicationAdded] = "uygulama eklendi",
        [AuditAct.ApplicationSwitched] = "uygulamanın durumu değişti",
        [AuditAct.EntitlementAdded] = "yetki verildi",
        [AuditAct.EntitlementDisabled] = "yetki geri alındı",
        [AuditAct.EntitlementScoped] = "yetkinin kapsamı değişti",
        [AuditAct.FieldGranted] = "alan verildi",
        [AuditAct.FieldWithheld] = "alan verilmez oldu",
        [AuditAct.FieldRevoked] = "alan kararı geri alındı",
    }.ToFrozenDictionary();

    /// <summary>The words; an act of a newer version keeps its number.</summary>
    public static string Of(AuditAct act) => Words.TryGetValue(act, out var words) ? words : string.Create(CultureInfo.InvariantCulture, $"işlem {(short)act}");

    /// <summary>Whether the words are known.</summary>
    public static bool Knows(AuditAct act) => Words.ContainsKey(act);
}
