using Kps.Contracts;
using Nvi.Simulator.Population.Addresses;

namespace Nvi.Simulator.Population;

/// <summary>Finds one number of each sort among the first people, whom every population begins with.</summary>
internal sealed class SampleFinder(NviPopulation population)
{
    private const int OnePartner = 2;

    private static readonly DateOnly DistrictsGiveBooks = new(2000, 6, 1);

    // The last block of the smallest population is cut, so its people differ from one size to the next.
    private readonly List<Person> _people = [.. Enumerable.Range(0, (int)(NviPopulation.Smallest - KinBlock.Size)).Select(index => population.At(index))];

    /// <summary>All samples.</summary>
    /// <exception cref="InvalidOperationException">A sort is missing: the chance behind the people was changed.</exception>
    public PopulationSamples Find()
    {
        var citizen = First(person => person is
        {
            Kind: PersonKind.Citizen, IsDeceased: false, DogumTarih.IsFull: true, KimlikKarti: not null, NufusCuzdani: not null,
            AnneKimlikNo: not null, BabaKimlikNo: not null,
        });
        var clan = _people.First(person => new Seat(person.Index).IsClan).Index;
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
            Divorced = Living(person => person.MedeniHal == MedeniHal.Bosanmis),
            Remarried = Living(person => person is { MedeniHal: MedeniHal.Evli, Evlilikler.Count: OnePartner }),
            Widowed = Living(person => person.MedeniHal == MedeniHal.Dul),
            Naturalised = Living(person => person.OncekiYabanciKimlikNo is not null),
            LargestFamily = population.At(clan + Clan.FatherOfManySeat).KimlikNo,
            NamesakesTwins = new NumberPair(population.At(clan + Clan.NamesakeSeat).KimlikNo, population.At(clan + Clan.NamesakeSeat + 1).KimlikNo),
            IlIlceMerkeziAdresi = At(AdresTip.IlIlceMerkezi),
            BeldeAdresi = At(AdresTip.Belde),
            KoyAdresi = At(AdresTip.Koy),
            YurtDisiAdresi = At(AdresTip.YurtDisi),
            DigerAdresi = Living(person => population.AddressesOf(person) is { YerlesimYeri: not null, Digerleri.Count: > 0 }),
            WithoutAddress = Living(person => population.AddressesOf(person).YerlesimYeri is null),
            OldBook = Living(person => person is { KimlikKarti: null, NufusCuzdani: { } book } && book.VerilmeTarih.FirstDay < DistrictsGiveBooks),
            NewBook = Living(person => person is { KimlikKarti: null, NufusCuzdani: { } book } && book.VerilmeTarih.FirstDay >= DistrictsGiveBooks),
            Unknown = NumberMap.Nobody(),
            Invalid = NumberMap.Spoil(citizen),
        };
    }

    private Tckn At(AdresTip kind) => Living(person => population.AddressesOf(person) is { YerlesimYeri: { } home, Digerleri.Count: 0 } && home.Tip == kind);

    private Tckn Living(Func<Person, bool> isWanted) =>
        First(person => person is { Kind: PersonKind.Citizen, IsDeceased: false, DogumTarih.IsFull: true } && isWanted(person));

    private Tckn First(Func<Person, bool> isWanted) =>
        _people.Find(person => isWanted(person))?.KimlikNo
        ?? throw new InvalidOperationException("The first blocks of people lack a sort; the chance behind them was changed.");
}
