using System.Globalization;

namespace Nvi.Simulator.Population.Addresses;

/// <summary>
/// The address database of the invented provinces: twelve quarters in each district, eight streets in each quarter, all by arithmetic. Six quarters
/// make up the centre, three a town, and three are villages. Every code in an address stands in these lists.
/// </summary>
public static class Uavt
{
    private const int CodesBelow = 100;
    private const int CentreQuarters = 6;
    private const int TownQuarters = 3;
    private const int Villages = 3;
    private const int Streets = 8;
    private const int SettlementCodes = 10;
    private const long FirstSettlement = 500_000;
    private const string Village = "KÖYÜN KENDİSİ";

    private static readonly CultureInfo Turkish = CultureInfo.GetCultureInfo("tr-TR");

    private static readonly IReadOnlyList<string> QuarterNames = Upper(
        "Ağaçaltı", "Bahçearası", "Çayırbaşı", "Çınardibi", "Dereağzı", "Elmalıkaya", "Fidanlık", "Gökçekuyu", "Gümüşsuyu", "Hanönü", "Ihlamurdere",
        "İğdelibağ", "Kavaklıdüz", "Körüklüpınar", "Mimarönü", "Nalbantaltı", "Ortabağ", "Öğlebağ", "Sarnıçlı", "Söğütlüçay", "Şimşirli",
        "Tepebağ", "Üçdeğirmen", "Yıldızkırı");

    private static readonly IReadOnlyList<string> TownNames = Upper("Aşağıbük", "Büyükörencik", "Çukurıspa", "Işıklıbel", "İkizceören", "Ulupınarcık", "Yukarıgöl");

    private static readonly IReadOnlyList<string> VillageNames = Upper(
        "Alıçlı", "Beşkavak", "Cevizağılı", "Dutluören", "Eğriyol", "Göceli", "Ilıcakır", "İncirgediği", "Karıncalı", "Mercimekli", "Ovaçeşme", "Şıhlıtepe", "Ütükler");

    private static readonly IReadOnlyList<string> StreetNames = Upper(
        "Akasya", "Badem", "Çeşme", "Çığır", "Değirmen", "Erguvan", "Gelincik", "Hıdırellez", "Ihlamur", "İğde", "Kiraz", "Leylak", "Manolya", "Nergis",
        "Orkide", "Öğretmen", "Papatya", "Sümbül", "Şelale", "Üzüm", "Yasemin");

    private static readonly NviParametre Square = new(1, "MEYDAN");
    private static readonly NviParametre Boulevard = new(2, "BULVAR");
    private static readonly NviParametre Avenue = new(3, "CADDE");
    private static readonly NviParametre Street = new(4, "SOKAK");

    private static readonly IReadOnlyDictionary<int, IReadOnlyList<UavtMahalle>> Quarters =
        Places.Ilceler.SelectMany(list => list).ToDictionary(ilce => ilce.Kod, ilce => (IReadOnlyList<UavtMahalle>)[.. QuartersOf(ilce.Kod)]);

    private static readonly IReadOnlyDictionary<int, UavtMahalle> ByCode = Quarters.Values.SelectMany(list => list).ToDictionary(mahalle => mahalle.Kod);

    /// <summary>Provinces.</summary>
    public static IReadOnlyList<NviParametre> Iller => Places.Iller;

    /// <summary>Districts of a province.</summary>
    /// <returns>Empty for an unknown code.</returns>
    public static IReadOnlyList<NviParametre> IlcelerOf(int ilKod)
    {
        for (var row = 0; row < Places.Iller.Count; row++)
        {
            if (Places.Iller[row].Kod == ilKod)
                return Places.Ilceler[row];
        }

        return [];
    }

    /// <summary>Quarters of a district, those of its town and villages among them.</summary>
    /// <returns>Empty for an unknown code.</returns>
    public static IReadOnlyList<UavtMahalle> MahallelerOf(int ilceKod) => Quarters.GetValueOrDefault(ilceKod, []);

    /// <summary>Streets of a quarter.</summary>
    /// <returns>Empty for an unknown code.</returns>
    public static IReadOnlyList<UavtCsbm> CsbmlerOf(int mahalleKod) =>
        ByCode.TryGetValue(mahalleKod, out var mahalle) ? [.. Enumerable.Range(0, Streets).Select(place => StreetOf(mahalle, place))] : [];

    private static IEnumerable<UavtMahalle> QuartersOf(int ilceKod)
    {
        for (var place = 0; place < CentreQuarters + TownQuarters; place++)
        {
            var name = QuarterNames[((ilceKod * 5) + place) % QuarterNames.Count];
            yield return place < CentreQuarters
                ? new UavtMahalle(Code(place), name, ilceKod, AdresTip.IlIlceMerkezi, null)
                : new UavtMahalle(Code(place), name, ilceKod, AdresTip.Belde, Settlement(TownNames[ilceKod % TownNames.Count], 0));
        }

        for (var village = 0; village < Villages; village++)
        {
            var settlement = Settlement(VillageNames[((ilceKod * 4) + village) % VillageNames.Count], 1 + village);
            yield return new UavtMahalle(Code(CentreQuarters + TownQuarters + village), Village, ilceKod, AdresTip.Koy, settlement);
        }

        int Code(int place) => (ilceKod * CodesBelow) + 1 + place;
        YerlesimYeri Settlement(string name, int number) =>
            new(name, (ilceKod * SettlementCodes) + number, FirstSettlement + (ilceKod * SettlementCodes) + number);
    }

    private static UavtCsbm StreetOf(UavtMahalle mahalle, int place)
    {
        var isCentre = mahalle.Tip == AdresTip.IlIlceMerkezi;
        var tip = place switch
        {
            0 when isCentre => Boulevard,
            0 => Avenue,
            1 => isCentre ? Avenue : Street,
            2 when isCentre => Square,
            _ => Street,
        };
        var name = StreetNames[((mahalle.Kod * 8) + place) % StreetNames.Count];
        return new UavtCsbm((mahalle.Kod * CodesBelow) + 1 + place, $"{name} {tip.Aciklama}", mahalle.Kod, tip);
    }

    private static string[] Upper(params string[] names) => [.. names.Select(name => name.ToUpper(Turkish))];
}
