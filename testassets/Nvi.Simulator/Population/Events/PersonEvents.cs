namespace Nvi.Simulator.Population.Events;

/// <summary>
/// The events of a record, each derived from the fact it tells of, in the order they happened. Foreigners have none: only citizens and blue-card
/// holders stand in the family books.
/// </summary>
internal static class PersonEvents
{
    private const long FirstOfPersons = 1_000_000_000;
    private const long FirstOfUnions = 5_000_000_000;
    private const int EventsOfPerson = 16;
    private const int UnionsOfBlock = 32;
    private const int EventsOfUnion = 2;
    private const int CorrectionsPerThousand = 6;
    private const string ByCourt = "MAHKEME KARARI İLE";
    private const string ByDecree = "BAKANLIK KARARI İLE";

    /// <summary>All events of a seat.</summary>
    /// <param name="seat">Whose.</param>
    /// <param name="count">Size of the population: a marriage with somebody beyond it was not made.</param>
    public static IReadOnlyList<NufusOlayi> Of(in Seat seat, long count)
    {
        if (seat.Kind == PersonKind.Foreigner)
            return [];
        var events = new List<NufusOlayi>();
        AddCitizenship(events, seat);
        if (seat.Kind == PersonKind.Citizen)
        {
            if (Correction(seat) is { } corrected)
                events.Add(Own(OlayTipi.SoybagiDuzeltme, corrected, "ANA KAYDI DÜZELTİLDİ", ByCourt));
            foreach (var marriage in Unions.Of(seat, count))
                AddMarriage(events, seat, marriage);
        }

        events.Sort(static (one, other) => (one.Tarih.FirstDay, one.Tip).CompareTo((other.Tarih.FirstDay, other.Tip)));
        events.Insert(0, Own(OlayTipi.Dogum, Vitals.Birth(seat), "DOĞDU", Registration.Day(seat) is { } day && IsLate(seat, day) ? "SÜRESİNDEN SONRA TESCİL EDİLDİ" : null));
        if (Vitals.Death(seat) is { } death)
            events.Add(Own(OlayTipi.Olum, death, "ÖLDÜ", null));
        for (var place = 0; place < events.Count; place++)
        {
            if (events[place].KayitNo == 0)
                events[place] = events[place] with { KayitNo = FirstOfPersons + (seat.Index * EventsOfPerson) + place };
        }

        return events;
    }

    private static void AddCitizenship(List<NufusOlayi> events, in Seat seat)
    {
        if (Citizenship.Lost(seat) is { } lost)
            events.Add(Own(OlayTipi.VatandaslikKaybetme, lost, "ÇIKMA İZNİ ALARAK TÜRK VATANDAŞLIĞINI KAYBETTİ", ByDecree));
        if (Citizenship.Won(seat) is { } won)
            events.Add(Own(OlayTipi.VatandaslikKazanma, won, seat.IsNaturalised ? "EVLENME YOLUYLA TÜRK VATANDAŞLIĞINI KAZANDI" : "YENİDEN TÜRK VATANDAŞLIĞINA ALINDI", ByDecree));
    }

    private static void AddMarriage(List<NufusOlayi> events, in Seat seat, Marriage marriage)
    {
        var number = FirstOfUnions + (((seat.Block * UnionsOfBlock) + marriage.Union) * EventsOfUnion);
        events.Add(new NufusOlayi(OlayTipi.Evlenme, marriage.Married, number, "EVLENDİ", null));
        if (marriage.Divorced is not { } divorced)
            return;
        events.Add(new NufusOlayi(OlayTipi.Bosanma, divorced, number + 1, "BOŞANDI", ByCourt));
        if (PersonComposer.TakesOwnNameBack(seat, marriage))
            events.Add(Own(OlayTipi.SoyadiDegisikligi, divorced, "EVLENMEDEN ÖNCEKİ SOYADINI ALDI", null));
    }

    private static NviTarih? Correction(in Seat seat)
    {
        var dice = seat.PersonDice;
        var year = Vitals.BirthYear(seat) + 1 + dice.Throw(Salt.CorrectionYear, 17);
        return seat is { Father: >= 0, Mother: >= 0 } && dice.Chance(Salt.Correction, CorrectionsPerThousand) && year <= Vitals.LastWholeYear(seat)
            ? new NviTarih(year, 1 + dice.Throw(Salt.CorrectionMonth, 12), 1 + dice.Throw(Salt.CorrectionDay, 28))
            : null;
    }

    // A month is the time the law gives for reporting a birth.
    private static bool IsLate(in Seat seat, NviTarih registered) =>
        !seat.IsNaturalised && registered.FirstDay > Vitals.Birth(seat).LastDay.AddMonths(1);

    private static NufusOlayi Own(OlayTipi tip, NviTarih date, string what, string? ground) => new(tip, date, 0, what, ground);
}
