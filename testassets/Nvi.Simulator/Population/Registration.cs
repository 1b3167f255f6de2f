namespace Nvi.Simulator.Population;

/// <summary>Where and since when a citizen is registered.</summary>
internal static class Registration
{
    private const int FamilyNumbers = 9_000;
    private const long FamilyDice = 1_000_000_007L;

    /// <summary>The place: a family is registered in one, the paternal line decides.</summary>
    public static KayitYeri Place(in Seat seat)
    {
        var family = new Dice((seat.Block * KinBlock.Size) + (int)seat.Role.Line + FamilyDice);
        var row = family.Throw(Salt.RegisteredIl, Places.Iller.Count);
        return new KayitYeri(
            Places.Iller[row],
            family.Pick(Salt.RegisteredIlce, Places.Ilceler[row]),
            family.Pick(Salt.Cilt, Places.Ciltler),
            1 + (int)(seat.Block % FamilyNumbers),
            1 + seat.Number);
    }

    /// <summary>
    /// The seat registered there: family and person number lead to a handful of blocks, one for each <see cref="FamilyNumbers"/> of them.
    /// </summary>
    /// <returns>Null when nobody is; the first when a very large population has two.</returns>
    public static Seat? Find(long count, int ilceKod, int ciltKod, int aileSiraNo, int bireySiraNo)
    {
        if (aileSiraNo is < 1 or > FamilyNumbers || bireySiraNo is < 1 or > Clan.Size)
            return null;
        for (var block = aileSiraNo - 1L; block * KinBlock.Size < count; block += FamilyNumbers)
        {
            var index = (block * KinBlock.Size) + bireySiraNo - 1;
            if (index < count && new Seat(index) is { Kind: PersonKind.Citizen } seat && seat.Block == block
                && Place(seat) is var place && place.Ilce.Kod == ilceKod && place.Cilt.Kod == ciltKod)
            {
                return seat;
            }
        }

        return null;
    }

    /// <summary>The day the record was made: soon after birth, in the old days up to four years, for the naturalised the day they won citizenship.</summary>
    public static NviTarih? Day(in Seat seat)
    {
        if (seat.Kind != PersonKind.Citizen)
            return null;
        if (seat.IsNaturalised)
            return Citizenship.Won(seat);
        var dice = seat.PersonDice;
        var delay = Vitals.IsElder(seat) ? 30 + dice.Throw(Salt.TescilDelay, 1_500) : 1 + dice.Throw(Salt.TescilDelay, 45);
        var day = Vitals.Birth(seat).LastDay.AddDays(delay);
        var last = new DateOnly(Vitals.LastWholeYear(seat), 12, 31);
        return NviTarih.Of(day <= last ? day : last);
    }
}
