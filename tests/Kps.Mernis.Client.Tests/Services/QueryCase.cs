using Kps.Mernis.Services.Adres;
using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Services.ByAnalogy;
using Kps.Mernis.Services.Nko;
using Kps.Mernis.Tests.Fakes;

namespace Kps.Mernis.Tests.Services;

/// <summary>A question to one service, what must stand on the wire for it, and what an item of its answer is.</summary>
/// <param name="Service">The service.</param>
/// <param name="Version">The version asked.</param>
/// <param name="Body">What must stand in the body.</param>
/// <param name="Ask">Puts the question.</param>
/// <param name="Item">Name of an item on the wire.</param>
/// <param name="ItemType">What it is read into.</param>
/// <param name="Most">Most items of a list; null where the answer is one item.</param>
/// <param name="Key">The member that must be there, where there is one.</param>
internal sealed record QueryCase(
    MernisService Service, string Version, string Body, Func<TestClient, Task<(MernisReply Reply, object? Value)>> Ask, string Item, Type ItemType, int? Most = null, string? Key = null)
{
    private static readonly string Person = $"{Answers.Person.Value}";

    public static IEnumerable<QueryCase> All { get; } =
    [
        Of(MernisQueries.BilesikKutuk(Answers.Person), "2023/02/01",
            $"<Sorgula xmlns=\"http://kps.nvi.gov.tr/2023/02/01\"><kriterListesi><BilesikKutukSorgulaKimlikNoSorguKriteri><KimlikNo>{Person}</KimlikNo>"
            + "</BilesikKutukSorgulaKimlikNoSorguKriteri></kriterListesi></Sorgula>",
            "BilesikKutukBilgileri", typeof(BilesikKutukBilgileri), key: "KimlikNo"),
        Of(MernisQueries.Adres(Answers.Person), "2021/04/01",
            $"<Sorgula xmlns=\"http://kps.nvi.gov.tr/2021/04/01\"><kriterListesi><KimlikNoileAdresSorguKriteri><KimlikNo>{Person}</KimlikNo>"
            + "</KimlikNoileAdresSorguKriteri></kriterListesi></Sorgula>",
            "KimlikNoileKisiAdresBilgileri", typeof(KimlikNoileKisiAdresBilgileri), key: "KimlikNo"),
        Of(MernisQueries.Nko(Answers.Person, NkoTur.NufusAileKayitOrnekKardesDahil, vukuatli: true, eskiEsListele: false), "2021/04/01",
            "<Sorgula xmlns=\"http://kps.nvi.gov.tr/2021/04/01\"><kriterListesi><NkoTCKimlikNoSorguKriteri><EskiEsListele>false</EskiEsListele>"
            + $"<NKOTipi>NufusAileKayitOrnekKardesDahil</NKOTipi><TCKimlikNo>{Person}</TCKimlikNo><Vukuatli>true</Vukuatli>"
            + "</NkoTCKimlikNoSorguKriteri></kriterListesi></Sorgula>",
            "Nko", typeof(Mernis.Services.Nko.Nko)),
        OfList(MernisQueries.KisiBilgileri(new KisiBilgileriKriteri
            {
                Ad = "ŞÜKRÜ <1>", AnneAd = "A&B", BabaAd = "ÇİĞ", Cinsiyet = 1, DogumAy = 5, DogumGun = 17, DogumYer = "IĞDIR", DogumYil = 1980, Soyad = "ÖRNEK",
            }), "2021/04/01",
            "<Sorgula xmlns=\"http://kps.nvi.gov.tr/2021/04/01\"><kriterListesi><KisiBilgileriSorguKriteri><Ad>ŞÜKRÜ &lt;1&gt;</Ad><AnneAd>A&amp;B</AnneAd><BabaAd>ÇİĞ</BabaAd>"
            + "<Cinsiyet>1</Cinsiyet><DogumAy>5</DogumAy><DogumGun>17</DogumGun><DogumYer>IĞDIR</DogumYer><DogumYil>1980</DogumYil><Soyad>ÖRNEK</Soyad>"
            + "</KisiBilgileriSorguKriteri></kriterListesi></Sorgula>",
            "KisiBilgisi", 200),
        Of(MernisQueries.KayitYeri(new KayitYeriKriteri { AileSiraNo = 7, BireySiraNo = 7, CiltKod = 7, IlceKod = 7 }), "2021/04/01",
            "<Sorgula xmlns=\"http://kps.nvi.gov.tr/2021/04/01\"><kriterListesi><KayitYeriSorguKriteri><AileSiraNo>7</AileSiraNo><BireySiraNo>7</BireySiraNo>"
            + "<CiltKod>7</CiltKod><IlceKod>7</IlceKod></KayitYeriSorguKriteri></kriterListesi></Sorgula>",
            "KisiBilgisi", typeof(TCKisiBilgisi)),
        OfList(MernisQueries.TumIl(), "2011/01/01", "<Sorgula xmlns=\"http://kps.nvi.gov.tr/2011/01/01\"></Sorgula>", "Il", 10_000),
        OfList(MernisQueries.IleBagliIlce(7), "2011/01/01",
            "<Sorgula xmlns=\"http://kps.nvi.gov.tr/2011/01/01\"><kriterListesi><IleBagliIlceSorguKriteri><IlKod>7</IlKod></IleBagliIlceSorguKriteri></kriterListesi></Sorgula>",
            "Ilce", 10_000),
        OfList(MernisQueries.IlceyeBagliMahalle(7), "2011/01/01",
            "<Sorgula xmlns=\"http://kps.nvi.gov.tr/2011/01/01\"><kriterListesi><IlceyeBagliMahalleSorguKriteri><IlceKod>7</IlceKod></IlceyeBagliMahalleSorguKriteri></kriterListesi></Sorgula>",
            "Mahalle", 10_000),
        OfList(MernisQueries.MahalleyeBagliCsbm(7), "2011/01/01",
            "<Sorgula xmlns=\"http://kps.nvi.gov.tr/2011/01/01\"><kriterListesi><MahalleyeBagliCsbmSorguKriteri><MahalleKod>7</MahalleKod></MahalleyeBagliCsbmSorguKriteri></kriterListesi></Sorgula>",
            "Csbm", 10_000),
        Of(MernisQueries.Istatistik(new IstatistikKriteri
            {
                BaslangicTarih = new DateOnly(2025, 1, 1), BitisTarih = new DateOnly(2025, 12, 31), IlKod = 7, IlceKod = 1703, OlayTip = IstatistikOlay.Evlenme,
            }), "2021/04/01",
            "<Sorgula xmlns=\"http://kps.nvi.gov.tr/2021/04/01\"><kriterListesi><IstatistikSorguKriteri><BaslangicTarih>2025-01-01T00:00:00</BaslangicTarih>"
            + "<BitisTarih>2025-12-31T00:00:00</BitisTarih><IlKod>7</IlKod><IlceKod>1703</IlceKod><OlayTip>3</OlayTip></IstatistikSorguKriteri></kriterListesi></Sorgula>",
            "Istatistik", typeof(Istatistik)),
    ];

    public string Action => $"http://kps.nvi.gov.tr/{Version}/{Service}/Sorgula";

    /// <summary>An answer with these items.</summary>
    public string Answer(params IEnumerable<string> items) => Answers.Sorgula(
        $"<HataBilgisi {Answers.Nil}/><SorguSonucu>{string.Concat(items.Select(members => $"<{Item}>{members}</{Item}>"))}</SorguSonucu>", $"http://kps.nvi.gov.tr/{Version}");

    /// <summary>The members of an item, all filled but one.</summary>
    public string Members(string? without = null) => Filled.Members(ItemType, Answers.Person.Value, without);

    public override string ToString() => Service.ToString();

    private static QueryCase Of<T>(MernisQuery<T> query, string version, string body, string item, Type type, string? key = null)
        where T : class => new(query.Service, version, body, client => AskAsync(client, query), item, type, null, key);

    private static QueryCase OfList<T>(MernisQuery<IReadOnlyList<T>> query, string version, string body, string item, int most)
        where T : class => new(query.Service, version, body, client => AskAsync(client, query), item, typeof(T), most);

    private static async Task<(MernisReply Reply, object? Value)> AskAsync<T>(TestClient client, MernisQuery<T> query)
        where T : class
    {
        var reply = await client.AskAsync(query);
        return (reply, reply.Value);
    }
}
