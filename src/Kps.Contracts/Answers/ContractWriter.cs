using System.Buffers;
using System.Collections.Frozen;
using Kps.Contracts.AileBireyleriSorgula;
using Kps.Contracts.Answers.Plans;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Ek;
using Kps.Contracts.KimlikNoIleAdresBilgisiSorgula;
using Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;
using Kps.Contracts.Ortak;
using Kps.Contracts.TcKimlikNoSorgula;
using Kps.Contracts.YetkiListesi;

namespace Kps.Contracts.Answers;

/// <summary>
/// Writes <c>&lt;{Operation}Result&gt;</c> the way the Ministry's DataContract service does: base members first, then ordinal order,
/// absent data as <c>i:nil</c>, no prefix but <c>i</c>; byte for byte what <c>DataContractSerializer</c> makes of the same types, at a fifth of its cost. The enclosing envelope and <c>&lt;{Operation}Response&gt;</c> are the caller's.
/// </summary>
/// <remarks>
/// Wire contracts a.5, a.8, a.10. Safe for concurrent use: plans are immutable once built. Characters that XML 1.0 forbids are left out
/// of every text, because one of them makes the whole answer unreadable for every client.
/// </remarks>
public static class ContractWriter
{
    private static readonly FrozenDictionary<KpsOperation, ResultPlan> Later =
        new Dictionary<KpsOperation, ResultPlan>
        {
            [KpsOperation.BilesikKisiSorgula] = Kps<KpsServisSonucuBilesikKisiBilgisi>("BilesikKisiSorgulaResult"),
            [KpsOperation.BilesikKisiveAdresSorgula] = Kps<KpsServisSonucuBilesikKisiBilgisi>("BilesikKisiveAdresSorgulaResult"),
            [KpsOperation.KimlikNoIleAdresBilgisiSorgula] = Kps<KpsServisSonucuKisiAdresBilgisi>("KimlikNoIleAdresBilgisiSorgulaResult"),
            [KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula] =
                Kps<KpsServisSonucuGenelNufusKayitOrnegi>("KimlikNoIleNufusKayitOrnegiSorgulaResult"),
            [KpsOperation.TcKimlikNoSorgula] = Kps<KpsServisSonucuKisiTemelBilgisi>("TcKimlikNoSorgulaResult"),
            [KpsOperation.AileBireyleriSorgula] = Kps<KpsServisSonucuAileBilgisi>("AileBireyleriSorgulaResult"),
            [KpsOperation.YetkiListesi] = Kps<KpsServisSonucuYetkiListesi>("YetkiListesiResult"),
            [KpsOperation.KayitYeriIleKimlikSorgula] = Ek<KimlikBilgisi>("KayitYeriIleKimlikSorgulaResult"),
            [KpsOperation.NufusKayitOrnegiSorgula] = Ek<NufusKayitOrnegi>("NufusKayitOrnegiSorgulaResult"),
            [KpsOperation.CuzdanBilgisiSorgula] = Ek<CuzdanBilgisi>("CuzdanBilgisiSorgulaResult"),
            [KpsOperation.NufusOlaySorgula] = Ek<NufusOlaylari>("NufusOlaySorgulaResult"),
            [KpsOperation.IlListesi] = Ek<List<Il>>("IlListesiResult"),
            [KpsOperation.IlceListesi] = Ek<List<Ilce>>("IlceListesiResult"),
            [KpsOperation.MahalleListesi] = Ek<List<Mahalle>>("MahalleListesiResult"),
            [KpsOperation.CsbmListesi] = Ek<List<Csbm>>("CsbmListesiResult"),
            [KpsOperation.IstatistikSorgula] = Ek<Istatistik>("IstatistikSorgulaResult"),
            [KpsOperation.KisiVeCuzdanDogrula] = Ek<Dogrulama>("KisiVeCuzdanDogrulaResult"),
            [KpsOperation.YabanciDogrula] = Ek<Dogrulama>("YabanciDogrulaResult"),
        }.ToFrozenDictionary();

    /// <summary>The later shapes but for the three results that 2017 had differently; the second service has one generation only.</summary>
    private static readonly FrozenDictionary<KpsOperation, ResultPlan> Of2017 =
        new Dictionary<KpsOperation, ResultPlan>(Later)
        {
            [KpsOperation.BilesikKisiSorgula] = Kps<Nesil2017.KpsServisSonucuBilesikKisiBilgisi>("BilesikKisiSorgulaResult"),
            [KpsOperation.BilesikKisiveAdresSorgula] = Kps<Nesil2017.KpsServisSonucuBilesikKisiBilgisi>("BilesikKisiveAdresSorgulaResult"),
            [KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula] =
                Kps<Nesil2017.KpsServisSonucuGenelNufusKayitOrnegi>("KimlikNoIleNufusKayitOrnegiSorgulaResult"),
        }.ToFrozenDictionary();

    /// <summary>Writes one result element as UTF-8 text.</summary>
    /// <param name="destination">
    /// Where to, inside an element whose default namespace is <see cref="OperationDescription.Namespace"/>: the result declares only <c>xmlns:i</c>.
    /// </param>
    /// <param name="operation">An operation of either service.</param>
    /// <param name="generation">The generation the result has the shape of.</param>
    /// <param name="result">The result type that belongs to the operation in that generation, exactly; nothing is converted here.</param>
    /// <exception cref="ArgumentException">There is no such operation or generation, or the result is of another type.</exception>
    public static void WriteResult(IBufferWriter<byte> destination, KpsOperation operation, ContractGeneration generation, IKpsServisSonucu result) =>
        PlanOf(operation, generation, result).Write(new TextSink(destination), result);

    /// <summary>How a result is written.</summary>
    /// <exception cref="ArgumentException">There is no such operation or generation, or the result is of another type.</exception>
    internal static ResultPlan PlanOf(KpsOperation operation, ContractGeneration generation, IKpsServisSonucu result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var plans = generation switch
        {
            ContractGeneration.V2021 => Later,
            ContractGeneration.V2017 => Of2017,
            _ => throw new ArgumentException($"{generation} is no generation of the contract.", nameof(generation)),
        };
        if (!plans.TryGetValue(operation, out var plan))
            throw new ArgumentException($"{operation} has no result contract.", nameof(operation));
        if (result.GetType() != plan.ResultType)
            throw new ArgumentException($"{operation} of {generation} returns {plan.ResultType}, not {result.GetType()}.", nameof(result));
        return plan;
    }

    private static ResultPlan Kps<T>(string elementName)
        where T : class, IKpsServisSonucu => ResultPlan.Of<T>(elementName, KpsNamespaces.Service);

    private static ResultPlan Ek<T>(string elementName)
        where T : class => ResultPlan.Of<EkSonucu<T>>(elementName, KpsNamespaces.Ek);
}
