using Kps.Contracts;

namespace Nvi.Simulator.Population;

/// <summary>
/// The people of the simulated register: invented, the same in every run, and computed when asked for, so that ten million of them
/// take no memory. Safe for any number of threads.
/// </summary>
public sealed class NviPopulation
{
    /// <summary>Smallest population: every sort of person is among the first.</summary>
    public const long Smallest = 1_000;

    /// <summary>Largest population.</summary>
    public const long Largest = NumberMap.Capacity;

    private readonly PersonComposer _composer;

    /// <summary>Sets the size. A larger population begins with the same people as a smaller one, but for the last block of kin.</summary>
    /// <param name="count">1,000 … 10,000,000 records.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count lies outside these bounds.</exception>
    public NviPopulation(long count = 100_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, Smallest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Largest);
        Count = count;
        _composer = new PersonComposer(count);
        Samples = FindSamples();
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

    private PopulationSamples FindSamples()
    {
        var citizen = First(person => person is
        {
            Kind: PersonKind.Citizen, IsDeceased: false, DogumTarih.IsFull: true, KimlikKarti: not null, NufusCuzdani: not null,
            AnneKimlikNo: not null, BabaKimlikNo: not null,
        });
        return new PopulationSamples
        {
            Citizen = citizen,
            CardHolder = First(person => person is { Kind: PersonKind.Citizen, IsDeceased: false, DogumTarih.IsFull: true, KimlikKarti: not null, NufusCuzdani: null }),
            BlueCard = First(person => person is { Kind: PersonKind.BlueCard, IsDeceased: false, MaviKart: not null, YeniMaviKart: not null }),
            Foreigner = First(person => person is
            {
                Kind: PersonKind.Foreigner, IsDeceased: false, DogumTarih.IsFull: true, KimlikNo.HasValidChecksum: true,
            }),
            Deceased = First(person => person is { Kind: PersonKind.Citizen, OlumTarih.IsFull: true }),
            DeceasedYearOnly = First(person => person is { Kind: PersonKind.Citizen, OlumTarih.Ay: null }),
            DeceasedForeigner = First(person => person is { Kind: PersonKind.Foreigner, OlumTarih.IsFull: true, KimlikNo.HasValidChecksum: true }),
            ForeignerWithoutChecksum = First(person => person is { Kind: PersonKind.Foreigner, KimlikNo.HasValidChecksum: false }),
            Unknown = NumberMap.Nobody(),
            Invalid = NumberMap.Spoil(citizen),
        };
    }

    private Tckn First(Func<Person, bool> isWanted)
    {
        for (var index = 0L; index < Smallest - KinBlock.Size; index++)
        {
            if (At(index) is var person && isWanted(person))
                return person.KimlikNo;
        }

        throw new InvalidOperationException("The first block of people lacks a sort; the chance behind them was changed.");
    }
}
