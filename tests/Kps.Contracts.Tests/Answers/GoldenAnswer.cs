using Kps.Contracts.Nesil2017;
using Kps.Contracts.Ortak;
using Kps.Contracts.Tests.BilesikKisiSorgula;

namespace Kps.Contracts.Tests.Answers;

/// <summary>An answer whose bytes are pinned in <c>tests/golden/contracts</c>.</summary>
/// <param name="Name">Name of the file, without its ending.</param>
/// <param name="Kind">What was asked and by which generation.</param>
/// <param name="Result">The answer in the shape of that generation.</param>
internal sealed record GoldenAnswer(string Name, AnswerKind Kind, IKpsServisSonucu Result)
{
    public static IReadOnlyList<GoldenAnswer> All { get; } =
    [
        .. SampleAnswers.All.Select(sample => Later(sample.Key, KpsOperation.BilesikKisiSorgula, sample.Value)),
        Later("citizen-with-address", KpsOperation.BilesikKisiveAdresSorgula, SampleAnswers.CitizenWithAddress()),
        Later("address-in-village", KpsOperation.KimlikNoIleAdresBilgisiSorgula, SampleKin.VillageAddress()),
        Later("address-abroad", KpsOperation.KimlikNoIleAdresBilgisiSorgula, SampleKin.AddressAbroad()),
        Later("extract", KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, SampleKin.Extract()),
        Later("extract-blue-card", KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, SampleKin.BlueCardExtract()),
        Later("number-found", KpsOperation.TcKimlikNoSorgula, SampleKin.NumberFound()),
        Later("number-of-several", KpsOperation.TcKimlikNoSorgula, SampleKin.NumberOfSeveral()),
        Later("family", KpsOperation.AileBireyleriSorgula, SampleKin.Family()),
        Later("rights", KpsOperation.YetkiListesi, SampleRights.OneField()),
        Of2017("citizen-with-address.2017", KpsOperation.BilesikKisiveAdresSorgula, SampleAnswers.CitizenWithAddress()),
        Of2017("blue-card.2017", KpsOperation.BilesikKisiSorgula, SampleAnswers.BlueCard()),
        Of2017("foreigner-deceased.2017", KpsOperation.BilesikKisiSorgula, SampleAnswers.Foreigner(deceased: true)),
        Of2017("no-record.2017", KpsOperation.BilesikKisiveAdresSorgula, SampleAnswers.All["no-record"]),
        Of2017("extract.2017", KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, SampleKin.Extract()),
        Later("ek-identity", KpsOperation.KayitYeriIleKimlikSorgula, SampleEkAnswers.Identity()),
        Later("ek-extract", KpsOperation.NufusKayitOrnegiSorgula, SampleEkAnswers.Extract()),
        Later("ek-papers", KpsOperation.CuzdanBilgisiSorgula, SampleEkAnswers.Papers()),
        Later("ek-events", KpsOperation.NufusOlaySorgula, SampleEkAnswers.Events()),
        Later("ek-provinces", KpsOperation.IlListesi, SampleEkAnswers.Provinces()),
        Later("ek-districts", KpsOperation.IlceListesi, SampleEkAnswers.Districts()),
        Later("ek-neighbourhoods", KpsOperation.MahalleListesi, SampleEkAnswers.Neighbourhoods()),
        Later("ek-streets", KpsOperation.CsbmListesi, SampleEkAnswers.Streets()),
        Later("ek-count", KpsOperation.IstatistikSorgula, SampleEkAnswers.Count()),
        Later("ek-verified", KpsOperation.KisiVeCuzdanDogrula, SampleEkAnswers.Verified()),
        Later("ek-refused", KpsOperation.YabanciDogrula, SampleEkAnswers.Refused()),
    ];

    public override string ToString() => Name;

    private static GoldenAnswer Later(string name, KpsOperation operation, IKpsServisSonucu result) =>
        new(name, AnswerKind.Of(operation, ContractGeneration.V2021), result);

    private static GoldenAnswer Of2017(string name, KpsOperation operation, IKpsServisSonucu later) =>
        new(name, AnswerKind.Of(operation, ContractGeneration.V2017), Nesil2017Converter.Convert(later));
}
