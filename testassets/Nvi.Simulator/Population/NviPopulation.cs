using Nvi.Simulator.Population.Addresses;
using Nvi.Simulator.Population.Events;
using Nvi.Simulator.Population.Search;

namespace Nvi.Simulator.Population;

/// <summary>
/// The people of the simulated register: invented, the same in every run, and computed when asked for, so that ten million of them
/// take no memory. The first search by name and the first count of events walk over all of them once. Safe for any number of threads.
/// </summary>
public sealed class NviPopulation
{
    /// <summary>Smallest population: every sort of person is among the first.</summary>
    public const long Smallest = 1_000;

    /// <summary>Largest population.</summary>
    public const long Largest = NumberMap.Capacity;

    private readonly PersonComposer _composer;
    private readonly Lazy<NameIndex> _names;
    private readonly Lazy<EventCounts> _counts;

    /// <summary>Sets the size. A larger population begins with the same people as a smaller one, but for the last block of kin.</summary>
    /// <param name="count">1,000 … 10,000,000 records.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count lies outside these bounds.</exception>
    public NviPopulation(long count = 100_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, Smallest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Largest);
        Count = count;
        _composer = new PersonComposer(count);
        _names = new Lazy<NameIndex>(() => new NameIndex(Count, _composer));
        _counts = new Lazy<EventCounts>(() => new EventCounts(Count));
        Samples = new SampleFinder(this).Find();
    }

    /// <summary>Number of records.</summary>
    public long Count { get; }

    /// <summary>One number of each sort.</summary>
    public PopulationSamples Samples { get; }

    /// <summary>The record at a place.</summary>
    /// <param name="index">0 … <see cref="Count"/>−1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index lies outside the population.</exception>
    public Person At(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return _composer.Compose(new Seat(index));
    }

    /// <summary>The record of a number.</summary>
    /// <param name="kimlikNo">Any number, of any shape.</param>
    /// <returns>Null when nobody has it.</returns>
    public Person? Find(long kimlikNo)
    {
        var index = NumberMap.Index(kimlikNo);
        if (index < 0 || index >= Count)
            return null;
        var seat = new Seat(index);
        return NumberMap.Number(seat).Value == kimlikNo ? _composer.Compose(seat) : null;
    }

    /// <summary>The citizen registered at a place.</summary>
    /// <param name="ilceKod">Code of the district.</param>
    /// <param name="ciltKod">Code of the volume.</param>
    /// <param name="aileSiraNo">Number of the family.</param>
    /// <param name="bireySiraNo">Number of the person in the family.</param>
    /// <returns>Null when nobody is registered there.</returns>
    public Person? FindAt(int ilceKod, int ciltKod, int aileSiraNo, int bireySiraNo) =>
        Registration.Find(Count, ilceKod, ciltKod, aileSiraNo, bireySiraNo) is { } seat ? _composer.Compose(seat) : null;

    /// <summary>Citizens who answer a description, in the order of their places.</summary>
    /// <param name="arama">The description.</param>
    /// <param name="most">How many to look for at most.</param>
    public IReadOnlyList<Person> Search(KisiArama arama, int most)
    {
        ArgumentNullException.ThrowIfNull(arama);
        return [.. _names.Value.Find(arama.Ad, arama.Soyad).Select(place => At(place)).Where(arama.Agrees).Take(most)];
    }

    /// <summary>The events on a person's record, in the order they happened.</summary>
    public IReadOnlyList<NufusOlayi> EventsOf(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return PersonEvents.Of(new Seat(person.Index), Count);
    }

    /// <summary>The addresses of a person that hold today.</summary>
    public KisiAdresleri AddressesOf(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return PersonAddresses.Of(new Seat(person.Index), Count);
    }

    /// <summary>How many births, deaths, marriages or divorces of citizens districts had in a stretch of days.</summary>
    /// <param name="tip">One of these four; zero for any other.</param>
    /// <param name="ilceler">Codes of the districts.</param>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day; zero when it lies before the first.</param>
    /// <remarks>A marriage or divorce counts once, where the husband is registered, or the wife when he is no citizen; a partial date as its first day.</remarks>
    public long CountEvents(OlayTipi tip, IEnumerable<int> ilceler, DateOnly first, DateOnly last) => _counts.Value.Count(tip, ilceler, first, last);
}
