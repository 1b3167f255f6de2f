using System.Collections.Frozen;
using Kps.Contracts.Adres;
using Kps.Contracts.AileBireyleriSorgula;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Ek;
using Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;
using Kps.Contracts.Kisi;
using Kps.Contracts.TcKimlikNoSorgula;

namespace Kps.Contracts.Fields;

/// <summary>
/// The fields of every operation whose answer can be limited, and the one table that says where each begins. YetkiListesi is not among them: it tells an institution its own rights,
/// which are nobody's personal data.
/// </summary>
/// <remarks>Paths are those of the later contract generation whatever the caller reads: one right, one name.</remarks>
public static class FieldCatalog
{
    private static readonly string[] DemandedOfPersons = ["KisiBilgisi/TemelBilgisi/Cinsiyet", "KisiBilgisi/TemelBilgisi/DogumTarih/Yil"];

    private static readonly ArgumentDescription KimlikNo = ArgumentDescription.Of<long>("kimlikNo");

    private static readonly FrozenDictionary<KpsOperation, OperationFields> ByOperation = new[]
    {
        Of<BilesikKisiBilgisi>(
            KpsOperation.BilesikKisiSorgula,
            new() { Echoes = ["KimlikNo"], Outside = ["AdresBilgisi"], Demanded = DemandedOfPersons },
            KimlikNo),
        Of<BilesikKisiBilgisi>(KpsOperation.BilesikKisiveAdresSorgula, new() { Echoes = ["KimlikNo"], Demanded = DemandedOfPersons }, KimlikNo),
        Of<KisiAdresBilgisi>(KpsOperation.KimlikNoIleAdresBilgisiSorgula, FieldTreeRules.None, KimlikNo),
        Of<GenelNufusKayitOrnegi>(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, FieldTreeRules.None, KimlikNo),
        Of<TCKisiBilgisi>(KpsOperation.TcKimlikNoSorgula, FieldTreeRules.None, Kriter<KisiSorgulaKisiBilgileriCO>()),
        Of<AileBilgisi>(KpsOperation.AileBireyleriSorgula, new() { Echoes = ["TCKimlikNo"] }, Kriter<AileBireyleriSorgulaKriter>()),
        Of<KimlikBilgisi>(KpsOperation.KayitYeriIleKimlikSorgula, FieldTreeRules.None, ArgumentDescription.Of<KayitYeri>("kayitYeri")),
        Of<NufusKayitOrnegi>(KpsOperation.NufusKayitOrnegiSorgula, FieldTreeRules.None, Kriter<NufusKayitOrnegiKriter>()),
        Of<CuzdanBilgisi>(KpsOperation.CuzdanBilgisiSorgula, new() { Echoes = ["KimlikNo"] }, KimlikNo),
        Of<NufusOlaylari>(KpsOperation.NufusOlaySorgula, new() { Echoes = ["KimlikNo"] }, KimlikNo),
        Of<List<Il>>(KpsOperation.IlListesi, FieldTreeRules.None),
        Of<List<Ilce>>(KpsOperation.IlceListesi, new() { Echoes = ["IlKod"] }, ArgumentDescription.Of<int>("ilKod")),
        Of<List<Mahalle>>(KpsOperation.MahalleListesi, new() { Echoes = ["IlceKod"] }, ArgumentDescription.Of<int>("ilceKod")),
        Of<List<Csbm>>(KpsOperation.CsbmListesi, new() { Echoes = ["MahalleKod"] }, ArgumentDescription.Of<int>("mahalleKod")),
        Of<Istatistik>(
            KpsOperation.IstatistikSorgula,
            new() { Echoes = ["BaslangicTarih", "BitisTarih", "IlKod", "IlceKod", "Olay"] },
            Kriter<IstatistikKriter>()),
        Of<Dogrulama>(KpsOperation.KisiVeCuzdanDogrula, FieldTreeRules.None, Kriter<KisiVeCuzdanKriter>()),
        Of<Dogrulama>(KpsOperation.YabanciDogrula, FieldTreeRules.None, Kriter<YabanciKriter>()),
    }.ToFrozenDictionary(fields => fields.Operation);

    /// <summary>All of them, in the order of their numbers.</summary>
    public static IReadOnlyList<OperationFields> All { get; } = [.. ByOperation.Values.OrderBy(fields => fields.Operation)];

    /// <summary>The fields of an operation.</summary>
    /// <param name="operation">Any operation.</param>
    /// <returns>Null for one that is not there or cannot be limited.</returns>
    public static OperationFields? Find(KpsOperation operation) => ByOperation.GetValueOrDefault(operation);

    private static OperationFields Of<T>(KpsOperation operation, FieldTreeRules rules, params IReadOnlyList<ArgumentDescription> arguments) =>
        new(operation, new FieldTree(typeof(T), rules), arguments);

    private static ArgumentDescription Kriter<T>() => ArgumentDescription.Of<T>("kriter");
}
