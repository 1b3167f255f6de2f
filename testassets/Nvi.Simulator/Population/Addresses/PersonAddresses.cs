using System.Globalization;

namespace Nvi.Simulator.Population.Addresses;

/// <summary>Composes the addresses of a seat; the head of the household decides them, the person's own birth when they moved in.</summary>
internal static class PersonAddresses
{
    /// <summary>The year the address register began.</summary>
    private const int FirstYear = 2007;

    private const int AdultYears = 18;
    private const int WithoutPerThousand = 30;
    private const int SecondPerThousand = 80;
    private const long FirstNumber = 2_000_000_000;
    private const int NumbersOfHousehold = 4;
    private const long SecondDice = 2_000_000_011L;

    private static readonly NviParametre Birth = new(9, "DOĞUM");
    private static readonly NviParametre Other = new(8, "DİĞER");

    private static readonly IReadOnlyList<NviParametre> Reasons =
    [
        new(1, "TAYİN VEYA İŞ DEĞİŞİKLİĞİ"), new(2, "EĞİTİM"), new(3, "EVLİLİK"), new(4, "DAHA İYİ KONUT"), new(5, "AİLEYE BAĞLI GÖÇ"), Other,
    ];

    private static readonly IReadOnlyList<string> OwnWords = ["YAYLAYA YAKIN OLMAK", "KİRA ARTIŞI", "ESKİ EV YIKILDI"];

    /// <summary>All addresses of a seat that hold today.</summary>
    /// <param name="seat">Whose.</param>
    /// <param name="count">Size of the population: nobody lives with somebody beyond it.</param>
    public static KisiAdresleri Of(in Seat seat, long count)
    {
        if (Vitals.DeathYear(seat) is not null || seat.IsFormerRecord)
            return KisiAdresleri.None;
        var head = Household.HeadOf(seat, count);
        var dice = head.PersonDice;
        if (dice.Chance(Salt.AddressNone, WithoutPerThousand))
            return KisiAdresleri.None;
        var home = Compose(seat, head, dice, Kind(head, dice.Throw(Salt.AddressKind, 1000)), 0);
        if (!head.PersonDice.Chance(Salt.AddressOther, SecondPerThousand))
            return new KisiAdresleri(home, []);
        var second = new Dice(head.Index + SecondDice);
        var kind = (AdresTip)(1 + second.Throw(Salt.AddressOtherKind, 3));
        return new KisiAdresleri(home, [Compose(seat, head, second, kind, 1)]);
    }

    private static AdresTip Kind(in Seat head, int chance)
    {
        var (centre, town, village) = head.Kind switch
        {
            PersonKind.BlueCard => (150, 170, 200),
            PersonKind.Foreigner => (900, 970, 1000),
            _ => (620, 750, 950),
        };
        return chance < centre ? AdresTip.IlIlceMerkezi
            : chance < town ? AdresTip.Belde
            : chance < village ? AdresTip.Koy
            : AdresTip.YurtDisi;
    }

    private static Adres Compose(in Seat seat, in Seat head, in Dice dice, AdresTip kind, int place)
    {
        var moved = Moved(head, dice);
        var born = Vitals.Birth(seat).LastDay;
        var isBornHere = moved <= born;
        if (isBornHere)
            moved = born.AddDays(1 + dice.Throw(Salt.AddressDelay, 20));
        var declared = moved.AddDays(dice.Throw(Salt.AddressDelay, 20));
        var reason = isBornHere ? Birth : dice.Pick(Salt.AddressReason, Reasons);
        var abroad = kind == AdresTip.YurtDisi ? AddressParts.Abroad(dice, declared) : null;
        var home = abroad is null ? AddressParts.AtHome(dice, kind) : null;
        return new Adres
        {
            AdresNo = FirstNumber + (head.Index * NumbersOfHousehold) + place,
            Tip = kind,
            AcikAdres = home is null ? $"{abroad!.YabanciAdres} {abroad.YabanciSehir} / {abroad.YabanciUlke.Aciklama}" : Line(home),
            YurtIci = home,
            YurtDisi = abroad,
            TasinmaTarihi = NviTarih.Of(moved),
            BeyanTarihi = NviTarih.Of(declared),
            TescilTarihi = NviTarih.Of(declared.AddDays(dice.Throw(Salt.AddressDelay, 3))),
            BeyandaBulunanKimlikNo = NumberMap.Number(head),
            TasinmaNeden = reason,
            TasinmaNedenAciklama = reason == Other ? dice.Pick(Salt.AddressReason, OwnWords) : null,
        };
    }

    // Never after November of the last year, so that declaration and entry stay in it too.
    private static DateOnly Moved(in Seat head, in Dice dice)
    {
        var first = Math.Min(Math.Max(FirstYear, Vitals.BirthYear(head) + AdultYears), Vitals.PresentYear - 1);
        var year = first + dice.Throw(Salt.AddressYear, Vitals.PresentYear - first);
        return new DateOnly(year, 1 + dice.Throw(Salt.AddressMonth, 10), 1 + dice.Throw(Salt.AddressDay, 28));
    }

    private static string Line(YurtIciAdres home)
    {
        var settlement = home.Mahalle.YerlesimYeri is { } place ? $"{place.Ad} {(home.Mahalle.Tip == AdresTip.Koy ? "KÖYÜ" : "BELDESİ")} " : string.Empty;
        var flat = home.IcKapiNo is null ? string.Empty : $" İÇ KAPI NO: {home.IcKapiNo}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{settlement}{home.Mahalle.Ad} MAH. {home.Csbm.Ad} NO: {home.DisKapiNo}{flat} {home.Ilce.Aciklama} / {home.Il.Aciklama}");
    }
}
