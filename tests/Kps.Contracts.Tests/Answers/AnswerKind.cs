using Kps.Contracts.AileBireyleriSorgula;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Ek;
using Kps.Contracts.KimlikNoIleAdresBilgisiSorgula;
using Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;
using Kps.Contracts.TcKimlikNoSorgula;
using Kps.Contracts.YetkiListesi;
using Extract2017 = Kps.Contracts.Nesil2017.KpsServisSonucuGenelNufusKayitOrnegi;
using Person2017 = Kps.Contracts.Nesil2017.KpsServisSonucuBilesikKisiBilgisi;

namespace Kps.Contracts.Tests.Answers;

/// <summary>An operation in a generation and the class its result must be of.</summary>
internal sealed record AnswerKind(KpsOperation Operation, ContractGeneration Generation, Type ResultType)
{
    /// <summary>Every operation in every generation.</summary>
    public static IReadOnlyList<AnswerKind> All { get; } =
    [
        .. Kps(ContractGeneration.V2021, typeof(KpsServisSonucuBilesikKisiBilgisi), typeof(KpsServisSonucuGenelNufusKayitOrnegi)),
        .. Kps(ContractGeneration.V2017, typeof(Person2017), typeof(Extract2017)),
        .. Ek(ContractGeneration.V2021),
        .. Ek(ContractGeneration.V2017),
    ];

    /// <summary>Every operation in the later generation.</summary>
    public static IEnumerable<AnswerKind> Later => All.Where(kind => kind.Generation == ContractGeneration.V2021);

    public static AnswerKind Of(KpsOperation operation, ContractGeneration generation) =>
        All.Single(kind => kind.Operation == operation && kind.Generation == generation);

    public override string ToString() => $"{Operation} {Generation}";

    private static AnswerKind[] Kps(ContractGeneration generation, Type bilesik, Type nko) =>
    [
        new(KpsOperation.BilesikKisiSorgula, generation, bilesik),
        new(KpsOperation.BilesikKisiveAdresSorgula, generation, bilesik),
        new(KpsOperation.KimlikNoIleAdresBilgisiSorgula, generation, typeof(KpsServisSonucuKisiAdresBilgisi)),
        new(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, generation, nko),
        new(KpsOperation.TcKimlikNoSorgula, generation, typeof(KpsServisSonucuKisiTemelBilgisi)),
        new(KpsOperation.AileBireyleriSorgula, generation, typeof(KpsServisSonucuAileBilgisi)),
        new(KpsOperation.YetkiListesi, generation, typeof(KpsServisSonucuYetkiListesi)),
    ];

    private static AnswerKind[] Ek(ContractGeneration generation) =>
    [
        new(KpsOperation.KayitYeriIleKimlikSorgula, generation, typeof(EkSonucu<KimlikBilgisi>)),
        new(KpsOperation.NufusKayitOrnegiSorgula, generation, typeof(EkSonucu<NufusKayitOrnegi>)),
        new(KpsOperation.CuzdanBilgisiSorgula, generation, typeof(EkSonucu<CuzdanBilgisi>)),
        new(KpsOperation.NufusOlaySorgula, generation, typeof(EkSonucu<NufusOlaylari>)),
        new(KpsOperation.IlListesi, generation, typeof(EkSonucu<List<Il>>)),
        new(KpsOperation.IlceListesi, generation, typeof(EkSonucu<List<Ilce>>)),
        new(KpsOperation.MahalleListesi, generation, typeof(EkSonucu<List<Mahalle>>)),
        new(KpsOperation.CsbmListesi, generation, typeof(EkSonucu<List<Csbm>>)),
        new(KpsOperation.IstatistikSorgula, generation, typeof(EkSonucu<Istatistik>)),
        new(KpsOperation.KisiVeCuzdanDogrula, generation, typeof(EkSonucu<Dogrulama>)),
        new(KpsOperation.YabanciDogrula, generation, typeof(EkSonucu<Dogrulama>)),
    ];
}
