namespace Nvi.Simulator.Population.Events;

/// <summary>
/// Births, deaths, marriages and divorces of citizens, by district of registration and day. Counted once, when first asked for: a walk over the whole
/// population, after which each question is two binary searches.
/// </summary>
/// <remarks>
/// A marriage or divorce is counted once, where the husband is registered, or the wife when he is no citizen. A partial date counts as the first day
/// it can mean.
/// </remarks>
internal sealed class EventCounts
{
    private readonly Dictionary<(OlayTipi Tip, int IlceKod), int[]> _days;

    /// <summary>Walks over a population.</summary>
    /// <param name="count">Its size.</param>
    public EventCounts(long count)
    {
        var days = new Dictionary<(OlayTipi, int), List<int>>();
        for (var index = 0L; index < count; index++)
        {
            var seat = new Seat(index);
            if (seat.Kind != PersonKind.Citizen)
                continue;
            var district = Registration.Place(seat).Ilce.Kod;
            Add(OlayTipi.Dogum, district, Vitals.Birth(seat));
            Add(OlayTipi.Olum, district, Vitals.Death(seat));
            foreach (var marriage in Unions.Of(seat, count))
            {
                if (marriage.Husband.Index != index && marriage.Husband.Kind == PersonKind.Citizen)
                    continue;
                Add(OlayTipi.Evlenme, district, marriage.Married);
                Add(OlayTipi.Bosanma, district, marriage.Divorced);
            }
        }

        _days = days.ToDictionary(entry => entry.Key, entry => entry.Value.Order().ToArray());

        void Add(OlayTipi tip, int district, NviTarih? date)
        {
            if (date is null)
                return;
            if (!days.TryGetValue((tip, district), out var list))
                days[(tip, district)] = list = [];
            list.Add(date.FirstDay.DayNumber);
        }
    }

    /// <summary>How many events of a kind districts had.</summary>
    /// <param name="tip">The kind; zero for one that is not counted.</param>
    /// <param name="ilceler">Codes of the districts.</param>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day.</param>
    public long Count(OlayTipi tip, IEnumerable<int> ilceler, DateOnly first, DateOnly last) =>
        first > last ? 0 : ilceler.Sum(ilce => _days.TryGetValue((tip, ilce), out var days) ? Below(days, last.DayNumber + 1) - Below(days, first.DayNumber) : 0L);

    private static int Below(int[] days, int day)
    {
        var (low, high) = (0, days.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (days[middle] < day)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
