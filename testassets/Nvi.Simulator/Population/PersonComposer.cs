using Kps.Contracts;

namespace Nvi.Simulator.Population;

/// <summary>Composes the person of a seat. Knows the size of the population: a link to somebody beyond it is no link.</summary>
internal sealed class PersonComposer(long count)
{
    /// <summary>The whole record.</summary>
    public Person Compose(in Seat seat)
    {
        var dice = seat.PersonDice;
        var kind = seat.Kind;
        var birth = Vitals.Birth(seat);
        var death = Vitals.Death(seat);
        var spouse = Link(seat, seat.Role.Spouse);
        var maiden = Surname(seat.Natural, seat.Natural.Role.Line);
        var surname = seat.Cinsiyet == Cinsiyet.Kadin && spouse is { } husband ? Surname(husband, husband.Role.Line) : maiden;
        var former = seat.IsFormerRecord ? Link(seat, seat.Natural.Number) : null;
        return new Person
        {
            Index = seat.Index,
            KimlikNo = NumberMap.Number(seat),
            Kind = kind,
            Ad = GivenName(seat),
            Soyad = surname,
            OncekiSoyad = string.Equals(surname, maiden, StringComparison.Ordinal) ? null : maiden,
            AnneAd = Parent(seat, seat.Mother, Cinsiyet.Kadin, Salt.MotherName),
            BabaAd = Parent(seat, seat.Father, Cinsiyet.Erkek, Salt.FatherName),
            Cinsiyet = seat.Cinsiyet,
            DogumTarih = birth,
            OlumTarih = death,
            DogumYer = IsBornAbroad(seat) ? dice.Pick(Salt.Country, Places.Countries) : Places.District(dice, Salt.Il, Salt.Ilce),
            MedeniHal = Marital(seat, spouse),
            AnneKimlikNo = NumberOf(Link(seat, seat.Mother)),
            BabaKimlikNo = NumberOf(Link(seat, seat.Father)),
            EsKimlikNo = NumberOf(spouse),
            Cocuklar = Children(seat),
            GercekKisiKimlikNo = NumberOf(former),
            KazanilanTCKimlikNo = NumberOf(former),
            OncekiYabanciKimlikNo = PreviousForeignNumber(seat),
            KayitYeri = kind == PersonKind.Citizen ? Registration(seat) : null,
            Uyruk = kind == PersonKind.Citizen ? Places.Turkiye : dice.Pick(Salt.Country, Places.Countries),
            NufusCuzdani = Documents.Book(seat),
            KimlikKarti = Documents.Card(seat),
            GeciciKimlik = Documents.Temporary(seat),
            MaviKart = Documents.BlueCard(seat),
            YeniMaviKart = Documents.NewBlueCard(seat),
            Izin = Documents.Permit(seat),
        };
    }

    private static string GivenName(in Seat seat)
    {
        var isForeign = seat.Kind == PersonKind.Foreigner;
        var list = seat.Cinsiyet == Cinsiyet.Erkek
            ? isForeign ? Names.ForeignMen : Names.Men
            : isForeign ? Names.ForeignWomen : Names.Women;
        return seat.PersonDice.Pick(Salt.Name, list);
    }

    private static string Surname(in Seat seat, FamilyLine line)
    {
        var isForeign = line == FamilyLine.InLaw
            || (line is FamilyLine.Newcomer or FamilyLine.MaidenNewcomer && seat.Variant == BlockVariant.ForeignFamily);
        return seat.BlockDice.Pick(Salt.SurnameOfLine + (int)line, isForeign ? Names.ForeignSurnames : Names.Surnames);
    }

    private static string Parent(in Seat seat, int parent, Cinsiyet sex, Salt salt)
    {
        if (parent >= 0)
            return GivenName(seat.At(parent));
        var isForeign = seat.Kind == PersonKind.Foreigner;
        var list = sex == Cinsiyet.Erkek
            ? isForeign ? Names.ForeignMen : Names.Men
            : isForeign ? Names.ForeignWomen : Names.Women;
        return seat.PersonDice.Pick(salt, list);
    }

    private static bool IsBornAbroad(in Seat seat) =>
        seat.Kind == PersonKind.Foreigner || seat.PersonDice.Chance(Salt.BornAbroad, seat.Kind == PersonKind.BlueCard ? 500 : 20);

    private static MedeniHal Marital(in Seat seat, Seat? spouse)
    {
        if (spouse is not { } partner)
            return MedeniHal.Bekar;
        return Vitals.DeathYear(partner) is { } theirs && (Vitals.DeathYear(seat) is not { } own || own > theirs)
            ? MedeniHal.Dul
            : MedeniHal.Evli;
    }

    private static KayitYeri Registration(in Seat seat)
    {
        // A family is registered in one place; the paternal line decides.
        var family = new Dice((seat.Block * KinBlock.Size) + (int)seat.Role.Line + 1_000_000_007L);
        var row = family.Throw(Salt.RegisteredIl, Places.Iller.Count);
        return new KayitYeri(
            Places.Iller[row],
            family.Pick(Salt.RegisteredIlce, Places.Ilceler[row]),
            family.Pick(Salt.Cilt, Places.Ciltler),
            1 + (int)(seat.Block % 9_000),
            1 + seat.Number);
    }

    private static Tckn? NumberOf(Seat? seat) => seat is { } known ? NumberMap.Number(known) : null;

    private Seat? Link(in Seat seat, int number)
    {
        if (number < 0)
            return null;
        var other = seat.At(number);
        return other.Index < count ? other : null;
    }

    private Tckn? PreviousForeignNumber(in Seat seat) =>
        seat.Number == KinBlock.NewcomerWifeSeat && seat.Variant == BlockVariant.NaturalisedWife
            ? NumberOf(Link(seat, KinBlock.LastNewcomerSeat))
            : null;

    private Tckn[] Children(in Seat seat)
    {
        var seats = KinBlock.Children[seat.Number];
        if (seats.Count == 0)
            return [];
        var children = new List<Tckn>(seats.Count);
        foreach (var number in seats)
        {
            if (Link(seat, number) is { } child && child.Father >= 0)
                children.Add(NumberMap.Number(child));
        }

        return [.. children];
    }
}
