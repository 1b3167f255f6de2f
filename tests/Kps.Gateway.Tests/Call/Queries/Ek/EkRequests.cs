using Kps.Contracts;

namespace Kps.Gateway.Tests.Call.Queries.Ek;

/// <summary>A request of every operation of the second service, member by member.</summary>
internal static class EkRequests
{
    public static long Citizen { get; } = Fakes.Registered.Person.Value;

    public static long Foreigner { get; } = Fakes.Registered.Foreigner.Value;

    public static IReadOnlyList<EkRequest> All { get; } =
    [
        new(KpsOperation.KayitYeriIleKimlikSorgula, "kayitYeri", Number("AileSiraNo", 12), Number("BireySiraNo", 3), Number("CiltKod", 45), Number("IlceKod", 1720)),
        new(
            KpsOperation.NufusKayitOrnegiSorgula,
            "kriter",
            new EkMember("EskiEsListele", "true", IsRequired: false) { Wrong = "evet" },
            Number("KimlikNo", Citizen) with { IsRequired = false },
            new EkMember("Olayli", "0") { Wrong = "hayır" },
            new EkMember("Tip", "AileKayitOrnegi") { Wrong = "None" }),
        new(KpsOperation.CuzdanBilgisiSorgula, null, Number("kimlikNo", Citizen)),
        new(KpsOperation.NufusOlaySorgula, null, Number("kimlikNo", Citizen)),
        new(KpsOperation.IlListesi, null),
        new(KpsOperation.IlceListesi, null, Number("ilKod", 34)),
        new(KpsOperation.MahalleListesi, null, Number("ilceKod", 1720)),
        new(KpsOperation.CsbmListesi, null, Number("mahalleKod", 40_321)),
        new(
            KpsOperation.IstatistikSorgula,
            "kriter",
            new EkMember("BaslangicTarih", "2020-01-01T00:00:00") { Wrong = "01.01.2020" },
            new EkMember("BitisTarih", "2020-12-31") { Wrong = "2020-13-31" },
            Number("IlKod", 34),
            Number("IlceKod", 1720) with { IsRequired = false },
            new EkMember("Olay", "Evlenme") { Wrong = "evlenme" }),
        new(
            KpsOperation.KisiVeCuzdanDogrula,
            "kriter",
            new EkMember("Ad", "ŞÜKRÜ"),
            Number("CuzdanNo", 123_456) with { IsRequired = false },
            new EkMember("CuzdanSeri", "A12", IsRequired: false),
            Number("DogumAy", 2) with { IsRequired = false },
            Number("DogumGun", 29) with { IsRequired = false },
            Number("DogumYil", 1980),
            Number("KimlikNo", Citizen),
            new EkMember("Soyad", "ÖRNEK"),
            new EkMember("TCKKSeriNo", "A01B23456", IsRequired: false)),
        new(
            KpsOperation.YabanciDogrula,
            "kriter",
            new EkMember("Ad", "JOHN"),
            Number("DogumAy", 2) with { IsRequired = false },
            Number("DogumGun", 29) with { IsRequired = false },
            Number("DogumYil", 1980),
            Number("KimlikNo", Foreigner),
            new EkMember("Soyad", "EXAMPLE")),
    ];

    /// <summary>The request of one operation.</summary>
    public static EkRequest Of(KpsOperation operation) => All.Single(request => request.Operation == operation);

    /// <summary>The members of a request with some of them said otherwise; a null text leaves the member out.</summary>
    public static string Change(KpsOperation operation, params (string Name, string? Text)[] changes)
    {
        var request = Of(operation);
        var members = request.Members.Where(member => member.IsRequired && changes.All(change => change.Name != member.Name)).Select(member => member.Xml);
        return request.With(members.Concat(changes.Where(change => change.Text is not null).Select(change => EkMember.Element(change.Name, change.Text!))));
    }

    private static EkMember Number(string name, long value) =>
        new(name, value.ToString(System.Globalization.CultureInfo.InvariantCulture)) { Wrong = "on iki" };
}
