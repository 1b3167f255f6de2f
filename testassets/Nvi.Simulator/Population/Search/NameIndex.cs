namespace Nvi.Simulator.Population.Search;

/// <summary>
/// Citizens by name. Built by one walk over the population when first asked for; four octets a person, and a search composes only those who bear the
/// name.
/// </summary>
internal sealed class NameIndex
{
    private readonly Dictionary<(string Ad, string Soyad), List<int>> _places = [];

    /// <summary>Walks over a population.</summary>
    /// <param name="count">Its size.</param>
    /// <param name="composer">Who knows the names.</param>
    public NameIndex(long count, PersonComposer composer)
    {
        for (var index = 0; index < count; index++)
        {
            var seat = new Seat(index);
            if (seat.Kind != PersonKind.Citizen)
                continue;
            var name = composer.NameOf(seat);
            if (!_places.TryGetValue(name, out var list))
                _places[name] = list = [];
            list.Add(index);
        }
    }

    /// <summary>Places in the population of all who bear a name.</summary>
    public IReadOnlyList<int> Find(string ad, string soyad) => _places.TryGetValue((ad, soyad), out var places) ? places : [];
}
