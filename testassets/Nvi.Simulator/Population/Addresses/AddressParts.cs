using System.Globalization;

namespace Nvi.Simulator.Population.Addresses;

/// <summary>The parts of an address by chance: a place of <see cref="Uavt"/> with a house on it, or a city abroad.</summary>
internal static class AddressParts
{
    private const int CorrectedPerThousand = 100;
    private const int FlatsPerThousand = 700;
    private const int EstatesPerThousand = 150;

    private static readonly NviParametre InUse = new(1, "KULLANIMDA");
    private static readonly NviParametre Standing = new(1, "YAPI KULLANIMDA");
    private static readonly NviParametre ByPlan = new(1, "YOLA GÖRE NUMARATAJ");
    private static readonly NviParametre WrongHouse = new(1, "KAPI NUMARASI DÜZELTMESİ");

    private static readonly IReadOnlyList<NviParametre> Flats = [new(1, "MESKEN"), new(2, "KAPICI DAİRESİ"), new(3, "LOJMAN")];
    private static readonly IReadOnlyList<NviParametre> Buildings = [new(1, "BETONARME"), new(2, "YIĞMA"), new(3, "AHŞAP")];
    private static readonly IReadOnlyList<NviParametre> Uses = [new(1, "KONUT"), new(2, "KONUT VE İŞ YERİ")];

    private static readonly IReadOnlyList<string> Estates = ["ÇAMLIK EVLERİ", "GÜL BAHÇESİ SİTESİ", "IŞIKKENT SİTESİ", "ÖZLEM KONUTLARI"];

    private static readonly IReadOnlyList<string> Cities = ["ALTHAVEN", "BELLAVILLA", "KORVOGRAD", "LINDENAU", "MERANSK", "NORDERSTRAND", "SAFRABAD", "VELDERIJK"];

    private static readonly IReadOnlyList<string> Roads = ["ACACIA ROAD", "BAHNWEG", "GRONDSTRAAT", "PARKALLEE", "RUE DES TILLEULS", "SADOVAYA"];

    /// <summary>An address in the country.</summary>
    public static YurtIciAdres AtHome(in Dice dice, AdresTip kind)
    {
        var row = dice.Throw(Salt.AddressIl, Places.Iller.Count);
        var ilce = dice.Pick(Salt.AddressIlce, Places.Ilceler[row]);
        var mahalle = dice.Pick(Salt.AddressMahalle, [.. Uavt.MahallelerOf(ilce.Kod).Where(each => each.Tip == kind)]);
        var building = dice.Throw(Salt.AddressBuilding, 10_000_000);
        var isFlat = kind != AdresTip.Koy && dice.Chance(Salt.AddressFlat, FlatsPerThousand);
        var isEstate = isFlat && dice.Chance(Salt.AddressSite, EstatesPerThousand);
        var floors = isFlat ? 2 + dice.Throw(Salt.AddressFloors, 10) : 1 + dice.Throw(Salt.AddressFloors, 2);
        var flat = 1 + (building % (floors * 2));
        return new YurtIciAdres
        {
            Il = Places.Iller[row],
            Ilce = ilce,
            Mahalle = mahalle,
            Csbm = dice.Pick(Salt.AddressCsbm, Uavt.CsbmlerOf(mahalle.Kod)),
            DisKapiNo = Door(dice.Throw(Salt.AddressDoor, 300)),
            IcKapiNo = isFlat ? Text(flat) : null,
            KatNo = isFlat ? Text((flat - 1) / 2) : null,
            BinaKodu = 10_000_000L + building,
            BinaNo = 1 + (building % 9),
            BinaBlokAdi = isEstate ? ((char)('A' + (building % 6))).ToString() : null,
            BinaSiteAdi = isEstate ? dice.Pick(Salt.AddressSite, Estates) : null,
            BinaAda = Text(1 + dice.Throw(Salt.AddressParcel, 4_000)),
            BinaPafta = Text(1 + dice.Throw(Salt.AddressParcel, 90)),
            BinaParsel = Text(1 + dice.Throw(Salt.AddressParcel, 60)),
            TapuBagimsizBolumNo = isFlat ? Text(flat) : null,
            YolAltiKatSayisi = isFlat ? building % 2 : 0,
            YolUstuKatSayisi = floors,
            BagimsizBolumDurum = InUse,
            BagimsizBolumTipi = isFlat ? dice.Pick(Salt.AddressUse, Flats) : Flats[0],
            BinaDurum = Standing,
            BinaNumaratajTipi = ByPlan,
            BinaYapiTipi = isFlat ? Buildings[0] : dice.Pick(Salt.AddressUse, Buildings),
            YapiKullanimAmac = dice.Pick(Salt.AddressUse, Uses),
        };
    }

    /// <summary>An address abroad: a blue-card holder lives in the country of their nationality.</summary>
    public static YurtDisiAdres Abroad(in Dice dice, DateOnly declared)
    {
        var country = dice.Throw(Salt.Country, Places.Countries.Count);
        var isCorrected = dice.Chance(Salt.AddressCorrection, CorrectedPerThousand);
        return new YurtDisiAdres(
            $"{dice.Pick(Salt.AddressStreet, Roads)} {Text(1 + dice.Throw(Salt.AddressDoor, 300))}",
            dice.Pick(Salt.AddressCity, Cities),
            Places.Countries[country],
            Places.Missions[country],
            isCorrected ? declared.AddDays(-2) : null,
            isCorrected ? declared : null,
            isCorrected ? WrongHouse : null);
    }

    private static string Door(int number) => number % 7 == 0 ? $"{Text(1 + (number / 2))}/A" : Text(1 + (number / 2));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
