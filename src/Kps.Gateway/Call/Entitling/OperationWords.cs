using System.Collections.Frozen;
using Kps.Contracts;

namespace Kps.Gateway.Call.Entitling;

/// <summary>What an operation is for, in a line for whoever reads <c>YetkiListesi</c> on a screen.</summary>
internal static class OperationWords
{
    private static readonly FrozenDictionary<KpsOperation, string> Words = new Dictionary<KpsOperation, string>
    {
        [KpsOperation.BilesikKisiSorgula] = "Kimlik numarasıyla kişi, adressiz",
        [KpsOperation.BilesikKisiveAdresSorgula] = "Kimlik numarasıyla kişi ve adres",
        [KpsOperation.KimlikNoIleAdresBilgisiSorgula] = "Kimlik numarasıyla adres",
        [KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula] = "Kimlik numarasıyla nüfus kayıt örneği",
        [KpsOperation.TcKimlikNoSorgula] = "Kişi bilgileriyle T.C. kimlik numarası",
        [KpsOperation.AileBireyleriSorgula] = "Kimlik numarasıyla aile bireyleri",
        [KpsOperation.YetkiListesi] = "Kurumun kendi yetkileri",
        [KpsOperation.KayitYeriIleKimlikSorgula] = "Nüfusa kayıtlı olduğu yerle kimlik",
        [KpsOperation.NufusKayitOrnegiSorgula] = "Nüfus kayıt örneği, bütün türleriyle",
        [KpsOperation.CuzdanBilgisiSorgula] = "Nüfus cüzdanı ve T.C. kimlik kartı",
        [KpsOperation.NufusOlaySorgula] = "Nüfus olayları",
        [KpsOperation.IlListesi] = "Adres kaydı: iller",
        [KpsOperation.IlceListesi] = "Adres kaydı: ilçeler",
        [KpsOperation.MahalleListesi] = "Adres kaydı: mahalleler",
        [KpsOperation.CsbmListesi] = "Adres kaydı: cadde, sokak, bulvar, meydanlar",
        [KpsOperation.IstatistikSorgula] = "Nüfus olayı sayıları",
        [KpsOperation.KisiVeCuzdanDogrula] = "Kişi ve cüzdan doğrulama: evet ya da hayır",
        [KpsOperation.YabanciDogrula] = "Yabancı doğrulama: evet ya da hayır",
    }.ToFrozenDictionary();

    /// <summary>The line; null for an operation without one.</summary>
    public static string? Of(KpsOperation operation) => Words.GetValueOrDefault(operation);
}
