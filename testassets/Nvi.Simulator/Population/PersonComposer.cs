using Kps.Contracts;

namespace Nvi.Simulator.Population;

/// <summary>Composes the person of a seat. Knows the size of the population: a link to somebody beyond it is no link.</summary>
internal sealed class PersonComposer(long count)
{
    private const int AdultYears = 18;

    private static readonly NviParametre Parental = new(1, "Velayet");
    private static readonly NviParametre Ward = new(2, "Vesayet");

    /// <summary>The whole record.</summary>
    public Person Compose(in Seat seat)
    {
        var dice = seat.BirthDice;
        var kind = seat.Kind;
        var marriages = Unions.Of(seat, count);
        var last = marriages.Count == 0 ? null : marriages[^1];
        Seat? spouse = last is { Divorced: null } ? last.Partner(seat) : null;
        var (surname, formerSurname) = Surnames(seat, last);
        var former = seat.IsFormerRecord ? seat.Within(count, seat.Natural.Number) : null;
        return new Person
        {
            Index = seat.Index,
            KimlikNo = NumberMap.Number(seat),
            Kind = kind,
            Ad = GivenName(seat),
            Soyad = surname,
            OncekiSoyad = formerSurname,
            AnneAd = Parent(seat, seat.Mother, Cinsiyet.Kadin, Salt.MotherName),
            BabaAd = Parent(seat, seat.Father, Cinsiyet.Erkek, Salt.FatherName),
            Cinsiyet = seat.Cinsiyet,
            DogumTarih = Vitals.Birth(seat),
            OlumTarih = Vitals.Death(seat),
            DogumYer = IsBornAbroad(seat) ? dice.Pick(Salt.Country, Places.Countries) : Places.District(dice, Salt.Il, Salt.Ilce),
            MedeniHal = Marital(seat, last),
            AnneKimlikNo = NumberOf(seat.Within(count, seat.Mother)),
            BabaKimlikNo = NumberOf(seat.Within(count, seat.Father)),
            EsKimlikNo = NumberOf(spouse),
            Evlilikler = Marriages(seat, marriages),
            Cocuklar = Children(seat),
            GercekKisiKimlikNo = NumberOf(former),
            KazanilanTCKimlikNo = NumberOf(former),
            OncekiYabanciKimlikNo = PreviousForeignNumber(seat),
            KayitYeri = kind == PersonKind.Citizen ? Registration.Place(seat) : null,
            TescilTarih = Registration.Day(seat),
            VeliVasi = Guardian(seat),
            Uyruk = kind == PersonKind.Citizen ? Places.Turkiye : dice.Pick(Salt.Country, Places.Countries),
            NufusCuzdani = Documents.Book(seat),
            KimlikKarti = Documents.Card(seat),
            GeciciKimlik = Documents.Temporary(seat),
            MaviKart = Documents.BlueCard(seat),
            YeniMaviKart = Documents.NewBlueCard(seat),
            Izin = Documents.Permit(seat),
        };
    }

    /// <summary>Name of a seat, as <see cref="Compose"/> would write it.</summary>
    public (string Ad, string Soyad) NameOf(in Seat seat) =>
        (GivenName(seat), Surnames(seat, seat.Cinsiyet == Cinsiyet.Kadin && Unions.Of(seat, count) is [.., var last] ? last : null).Now);

    /// <summary>True for a woman whose surname changed back with a divorce: all but those whom the court let keep the husband's.</summary>
    public static bool TakesOwnNameBack(in Seat seat, Marriage marriage) =>
        marriage.Divorced is not null
        && seat.Cinsiyet == Cinsiyet.Kadin
        && !seat.PersonDice.Chance(Salt.KeepsSurname, 200)
        && !string.Equals(Surname(seat, seat.Role.Line), Surname(marriage.Husband, marriage.Husband.Role.Line), StringComparison.Ordinal);

    private static string GivenName(in Seat seat)
    {
        var isForeign = seat.Kind == PersonKind.Foreigner;
        var list = seat.Cinsiyet == Cinsiyet.Erkek
            ? isForeign ? Names.ForeignMen : Names.Men
            : isForeign ? Names.ForeignWomen : Names.Women;
        if (!seat.IsClan)
            return seat.PersonDice.Pick(Salt.Name, list);

        // Nineteen brothers and sisters with names by chance would share some; here they go through the list.
        var number = seat.Role.TwinOf >= 0 ? seat.Role.TwinOf : seat.Number;
        return list[(seat.BlockDice.Throw(Salt.Name, list.Count) + number) % list.Count];
    }

    /// <summary>Surname of today and the one before it.</summary>
    private static (string Now, string? Before) Surnames(in Seat seat, Marriage? last)
    {
        var own = Surname(seat.Natural, seat.Natural.Role.Line);
        if (seat.Cinsiyet != Cinsiyet.Kadin || last is null)
            return (own, null);
        var married = Surname(last.Husband, last.Husband.Role.Line);
        if (string.Equals(own, married, StringComparison.Ordinal))
            return (own, null);
        return TakesOwnNameBack(seat, last) ? (own, married) : (married, own);
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
        seat.Kind == PersonKind.Foreigner || seat.BirthDice.Chance(Salt.BornAbroad, seat.Kind == PersonKind.BlueCard ? 500 : 20);

    private static MedeniHal Marital(in Seat seat, Marriage? last)
    {
        if (last is null)
            return MedeniHal.Bekar;
        if (last.Divorced is not null)
            return MedeniHal.Bosanmis;
        return Vitals.DeathYear(last.Partner(seat)) is { } theirs && (Vitals.DeathYear(seat) is not { } own || own > theirs)
            ? MedeniHal.Dul
            : MedeniHal.Evli;
    }

    private static Evlilik[] Marriages(in Seat seat, IReadOnlyList<Marriage> marriages)
    {
        var made = new Evlilik[marriages.Count];
        for (var place = 0; place < made.Length; place++)
            made[place] = new Evlilik(NumberMap.Number(marriages[place].Partner(seat)), marriages[place].Married, marriages[place].Divorced);
        return made;
    }

    private static NviParametre? Guardian(in Seat seat)
    {
        if (Vitals.DeathYear(seat) is not null)
            return null;
        return Vitals.PresentYear - Vitals.BirthYear(seat) < AdultYears ? Parental
            : seat.PersonDice.Chance(Salt.Guardian, 3) ? Ward
            : null;
    }

    private static Tckn? NumberOf(Seat? seat) => seat is { } known ? NumberMap.Number(known) : null;

    private Tckn? PreviousForeignNumber(in Seat seat) => seat.IsNaturalised ? NumberOf(seat.Within(count, KinBlock.LastNewcomerSeat)) : null;

    private Tckn[] Children(in Seat seat)
    {
        var seats = seat.Kin.Children[seat.Number];
        if (seats.Count == 0)
            return [];
        var children = new List<Tckn>(seats.Count);
        foreach (var number in seats)
        {
            if (seat.Within(count, number) is { Father: >= 0 } child)
                children.Add(NumberMap.Number(child));
        }

        return [.. children];
    }
}
