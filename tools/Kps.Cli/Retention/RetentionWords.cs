using System.Globalization;
using Kps.Audit.Retention;
using Kps.Cli.Text;

namespace Kps.Cli.Retention;

/// <summary>What months and refusals are called on the screen.</summary>
internal static class RetentionWords
{
    public static string State(LogMonth month) => month.Obstacle switch
    {
        RetentionRefusal.None => "silinecek",
        RetentionRefusal.NotDue when month.HoldId is { } hold => $"saklanıyor, {hold} no.lu tutma var",
        RetentionRefusal.NotDue => "saklanıyor",
        RetentionRefusal.OnHold => $"süresi doldu, {month.HoldId} no.lu tutma engelliyor",
        RetentionRefusal.NotSealed => "süresi doldu, mühürlenmemiş satırları var",
        RetentionRefusal.NotStamped => "süresi doldu, zaman damgası kapsamıyor",
        _ => "süresi doldu",
    };

    public static CommandException Refused(RetentionRefusedException refused) => new(
        refused.Refusal switch
        {
            RetentionRefusal.NotFound => "Böyle bir kayıt yok ya da daha önce kapatılmış.",
            RetentionRefusal.NotDue => "Veritabanı reddetti: saklama süresi dolmamış. Veritabanının süresi ayarlardakinden uzun olabilir.",
            RetentionRefusal.OnHold => "Veritabanı reddetti: ayın üzerinde yasal tutma var (./kps hold list).",
            RetentionRefusal.NotSealed => "Veritabanı reddetti: mühürlenmemiş satırlar var. Mühürleyen bir düğüm çalışmalı; /health/status gösterir.",
            RetentionRefusal.NotStamped => "Veritabanı reddetti: ayı kapsayan zaman damgası yok. Damgalama yetişince yeniden deneyin.",
            RetentionRefusal.ActDiffers => "Veritabanı reddetti: yazılacak eylem yapılacak işe uymuyor. Saat yanlış ya da kayıtlar bu sırada değişti; yeniden deneyin.",
            RetentionRefusal.KeysChanged => "Bu sırada anahtar eklendi ya da yeniden sarıldı; yeniden deneyin.",
            RetentionRefusal.Busy => "Tablo sürekli kullanımda; hiçbir şey değişmedi. Uzun süren okumalar bitince yeniden deneyin.",
            _ => "Veritabanı reddetti.",
        },
        refused);

    public static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => Number(bytes / (double)(1L << 30)) + " GB",
        >= 1L << 20 => Number(bytes / (double)(1L << 20)) + " MB",
        _ => Number(bytes / 1024.0) + " KB",
    };

    public static string Rows(LogMonth month) => (month.IsCounted ? string.Empty : "~") + month.Rows.ToString(CultureInfo.InvariantCulture);

    public static string Month(DateOnly month) => MonthOption.Text(month);

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
