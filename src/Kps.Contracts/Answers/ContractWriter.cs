using System.Collections.Frozen;
using System.Runtime.Serialization;
using System.Xml;
using Kps.Contracts.AileBireyleriSorgula;
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
/// absent data as <c>i:nil</c>, no prefix but <c>i</c>. The enclosing envelope and <c>&lt;{Operation}Response&gt;</c> are the caller's.
/// </summary>
/// <remarks>
/// Wire contracts a.5, a.8, a.10. Safe for concurrent use: serializers are immutable once built. Characters that XML 1.0 forbids are left out
/// of every text, because one of them makes the whole answer unreadable for every client.
/// </remarks>
public static class ContractWriter
{
    private static readonly FrozenDictionary<KpsOperation, ResultSerializer> Later =
        new Dictionary<KpsOperation, ResultSerializer>
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
    private static readonly FrozenDictionary<KpsOperation, ResultSerializer> Of2017 =
        new Dictionary<KpsOperation, ResultSerializer>(Later)
        {
            [KpsOperation.BilesikKisiSorgula] = Kps<Nesil2017.KpsServisSonucuBilesikKisiBilgisi>("BilesikKisiSorgulaResult"),
            [KpsOperation.BilesikKisiveAdresSorgula] = Kps<Nesil2017.KpsServisSonucuBilesikKisiBilgisi>("BilesikKisiveAdresSorgulaResult"),
            [KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula] =
                Kps<Nesil2017.KpsServisSonucuGenelNufusKayitOrnegi>("KimlikNoIleNufusKayitOrnegiSorgulaResult"),
        }.ToFrozenDictionary();

    /// <summary>Writes one result element at the writer's position and leaves the writer open behind it.</summary>
    /// <param name="writer">
    /// Text or binary writer of the caller. Inside an element whose default namespace is <see cref="OperationDescription.Namespace"/> the
    /// result declares only <c>xmlns:i</c>; as a document element it declares both.
    /// </param>
    /// <param name="operation">An operation of either service.</param>
    /// <param name="generation">The generation the result has the shape of.</param>
    /// <param name="result">The result type that belongs to the operation in that generation, exactly; nothing is converted here.</param>
    /// <exception cref="ArgumentException">There is no such operation or generation, or the result is of another type.</exception>
    /// <exception cref="XmlException">The writer refused; the document is then broken and must not be sent.</exception>
    public static void WriteResult(XmlDictionaryWriter writer, KpsOperation operation, ContractGeneration generation, IKpsServisSonucu result)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(result);
        var serializers = generation switch
        {
            ContractGeneration.V2021 => Later,
            ContractGeneration.V2017 => Of2017,
            _ => throw new ArgumentException($"{generation} is no generation of the contract.", nameof(generation)),
        };
        if (!serializers.TryGetValue(operation, out var serializer))
            throw new ArgumentException($"{operation} has no result contract.", nameof(operation));
        if (result.GetType() != serializer.ResultType)
            throw new ArgumentException($"{operation} of {generation} returns {serializer.ResultType}, not {result.GetType()}.", nameof(result));

        serializer.Serializer.WriteObject(new LegalTextWriter(writer), result);
    }

    private static ResultSerializer Kps<T>(string elementName)
        where T : IKpsServisSonucu => new(typeof(T), new DataContractSerializer(typeof(T), elementName, KpsNamespaces.Service));

    private static ResultSerializer Ek<T>(string elementName)
        where T : class => new(typeof(EkSonucu<T>), new DataContractSerializer(typeof(EkSonucu<T>), elementName, KpsNamespaces.Ek));

    private sealed record ResultSerializer(Type ResultType, DataContractSerializer Serializer);
}
