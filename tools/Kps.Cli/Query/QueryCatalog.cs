using System.Globalization;
using Kps.Contracts;
using Kps.Contracts.AileBireyleriSorgula;
using Kps.Contracts.Ek;
using Kps.Contracts.TcKimlikNoSorgula;

namespace Kps.Cli.Query;

/// <summary>
/// Every query and the members it takes (wire contracts a.4 and the WSDL of the second service). The one table from which the help text and the
/// request are made. Where the contract demands a member that has a modest value, that value is the default: the least of the data.
/// </summary>
internal static class QueryCatalog
{
    private static readonly string[] KayitYeri = ["AileSiraNo", "BireySiraNo", "CiltKod", "IlceKod"];

    private static readonly QueryDescription[] Queries =
    [
        Of(KpsOperation.BilesikKisiSorgula, "Numaradan kişi: kimlik, durum, kayıt yeri ve belgeler.", [Number("kimlikNo")]),
        Of(KpsOperation.BilesikKisiveAdresSorgula, "Numaradan kişi ve adresi.", [Number("kimlikNo")]),
        Of(KpsOperation.KimlikNoIleAdresBilgisiSorgula, "Numaradan adres.", [Number("kimlikNo")]),
        Of(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, "Numaradan nüfus kayıt örneği.", [Number("kimlikNo")]),
        Of(
            KpsOperation.TcKimlikNoSorgula,
            "Kişi bilgilerinden kimlik numarası; birden fazla kayıt uyarsa hiçbiri verilmez.",
            Inside("kriter",
            [
                Required(Text("Adi", "Ayşe")),
                Text("AnneAdi", "Fatma"),
                Text("BabaAdi", "Ali"),
                Choice<ECinsiyet>("Cinsiyet", "KADIN"),
                Required(Day("DogumTarihi", "14.03.1980")),
                Text("DogumYeri", "Ankara"),
                Required(Text("Soyadi", "Yılmaz")),
            ])) with { Rules = [AtLeastOne("AnneAdi", "BabaAdi")] },
        Of(
            KpsOperation.AileBireyleriSorgula,
            "Numaradan aile: eş ve çocuklar (Aile) ya da anne, baba ve kardeşler de (TumAile).",
            Inside("kriter", [Number("TCKimlikNo"), Choice<EAileSorguTipi>("Tip", "TumAile") with { Default = nameof(EAileSorguTipi.Aile) }])),
        Of(KpsOperation.YetkiListesi, "Kurumun sorgu ve alan yetkileri.", []),
        Of(
            KpsOperation.KayitYeriIleKimlikSorgula,
            "Kayıt yerinden kişi.",
            Inside("kayitYeri",
            [
                Required(Code("AileSiraNo", 45)),
                Required(Code("BireySiraNo", 12)),
                Required(Code("CiltKod", 3)),
                Required(Code("IlceKod", 1104)),
            ])),
        Of(
            KpsOperation.NufusKayitOrnegiSorgula,
            "Numaradan ya da kayıt yerinden nüfus kayıt örneği, istenen türüyle.",
            Inside("kriter",
            [
                Flag("EskiEsListele"),
                .. Inside("KayitYeri", [Code("AileSiraNo", 45), Code("BireySiraNo", 12), Code("CiltKod", 3), Code("IlceKod", 1104)]),
                Number("KimlikNo") with { IsRequired = false },
                Flag("Olayli") with { Default = "false" },
                Choice<NkoTip>("Tip", nameof(NkoTip.AileKayitOrnegi)) with { Default = nameof(NkoTip.KisiKayitOrnegi) },
            ])) with { Rules = [NumberOrPlace] },
        Of(KpsOperation.CuzdanBilgisiSorgula, "Numaradan nüfus cüzdanı ve kimlik kartı.", [Number("kimlikNo")]),
        Of(KpsOperation.NufusOlaySorgula, "Numaradan nüfus olayları.", [Number("kimlikNo")]),
        Of(KpsOperation.IlListesi, "İllerin listesi.", []),
        Of(KpsOperation.IlceListesi, "Bir ilin ilçeleri.", [Required(Code("ilKod", 6))]),
        Of(KpsOperation.MahalleListesi, "Bir ilçenin mahalleleri.", [Required(Code("ilceKod", 1104))]),
        Of(KpsOperation.CsbmListesi, "Bir mahallenin cadde, sokak, bulvar ve meydanları.", [Required(Code("mahalleKod", 51))]),
        Of(
            KpsOperation.IstatistikSorgula,
            "Bir dönemde kaç doğum, ölüm, evlenme ya da boşanma olduğu; kişi içermez.",
            Inside("kriter",
            [
                Required(Day("BaslangicTarih", "01.01.2025")),
                Required(Day("BitisTarih", "31.12.2025")),
                Required(Code("IlKod", 6)),
                Code("IlceKod", 1104),
                Required(Choice<IstatistikOlay>("Olay", nameof(IstatistikOlay.Dogum))),
            ])),
        Of(
            KpsOperation.KisiVeCuzdanDogrula,
            "Vatandaşın bilgileri ve belgesi doğru mu: evet ya da hayır, kişisel veri içermez.",
            Inside("kriter",
            [
                Required(Text("Ad", "Ayşe")),
                Code("CuzdanNo", 123456),
                Text("CuzdanSeri", "A01"),
                Code("DogumAy", 3),
                Code("DogumGun", 14),
                Required(Code("DogumYil", 1980)),
                Number("KimlikNo"),
                Required(Text("Soyad", "Yılmaz")),
                Text("TCKKSeriNo", "A01B23456"),
            ])) with { Rules = [Together("CuzdanSeri", "CuzdanNo"), AtLeastOne("CuzdanSeri", "TCKKSeriNo")] },
        Of(
            KpsOperation.YabanciDogrula,
            "Yabancının bilgileri doğru mu: evet ya da hayır, kişisel veri içermez.",
            Inside("kriter",
            [
                Required(Text("Ad", "Anna")),
                Code("DogumAy", 3),
                Code("DogumGun", 14),
                Required(Code("DogumYil", 1980)),
                Number("KimlikNo"),
                Required(Text("Soyad", "Berg")),
            ])),
    ];

    /// <summary>Every query, in the order of the contracts.</summary>
    public static IReadOnlyList<QueryDescription> All => Queries;

    private static CriteriaRule NumberOrPlace => new(
        $"Ya KimlikNo ya da {string.Join(", ", KayitYeri)} birlikte verilir.",
        given => given.Contains("KimlikNo") ? !given.Overlaps(KayitYeri) : given.IsSupersetOf(KayitYeri));

    /// <summary>The query of an operation.</summary>
    /// <exception cref="InvalidOperationException">The table has none; it has one of every operation of the contracts.</exception>
    public static QueryDescription Of(OperationDescription operation) => Queries.Single(query => query.Operation == operation);

    private static QueryDescription Of(KpsOperation operation, string about, IReadOnlyList<Criterion> criteria) =>
        new(OperationCatalog.Find(operation)!, about, criteria);

    private static IReadOnlyList<Criterion> Inside(string element, IReadOnlyList<Criterion> criteria) =>
        [.. criteria.Select(criterion => criterion with { Path = [element, .. criterion.Path] })];

    private static Criterion Required(Criterion criterion) => criterion with { IsRequired = true };

    // Nobody's: made from nine digits in a row.
    private static Criterion Number(string name) =>
        Required(new Criterion(name, CriterionKind.Number, Tckn.FromFirstNine(123_456_789).Value.ToString(CultureInfo.InvariantCulture)));

    private static Criterion Code(string name, int example) => new(name, CriterionKind.Code, example.ToString(CultureInfo.InvariantCulture));

    private static Criterion Text(string name, string example) => new(name, CriterionKind.Text, example);

    private static Criterion Day(string name, string example) => new(name, CriterionKind.Day, example);

    private static Criterion Flag(string name) => new(name, CriterionKind.Flag, "evet");

    private static Criterion Choice<T>(string name, string example)
        where T : struct, Enum =>
        new(name, CriterionKind.Choice, example) { Choices = [.. Enum.GetNames<T>().Where(choice => choice != "None")] };

    private static CriteriaRule AtLeastOne(string first, string second) =>
        new($"{first} ve {second} ölçütlerinden en az biri verilir.", given => given.Contains(first) || given.Contains(second));

    private static CriteriaRule Together(string first, string second) =>
        new($"{first} ve {second} birlikte verilir.", given => given.Contains(first) == given.Contains(second));
}
