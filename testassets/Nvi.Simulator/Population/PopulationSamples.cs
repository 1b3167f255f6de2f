using Kps.Contracts;

namespace Nvi.Simulator.Population;

/// <summary>One number of each sort, the same in every run and for every population size: what tests and demos ask for by name.</summary>
public sealed record PopulationSamples
{
    /// <summary>A living citizen with an identity card, both parents on record and a full birth date.</summary>
    public required Tckn Citizen { get; init; }

    /// <summary>A living citizen with an identity card and no paper book, as nearly everyone is by now.</summary>
    public required Tckn CardHolder { get; init; }

    /// <summary>A living blue-card holder.</summary>
    public required Tckn BlueCard { get; init; }

    /// <summary>A living foreigner whose number passes the checksum.</summary>
    public required Tckn Foreigner { get; init; }

    /// <summary>A deceased citizen with a full date of death.</summary>
    public required Tckn Deceased { get; init; }

    /// <summary>A deceased citizen of whose death only the year is known.</summary>
    public required Tckn DeceasedYearOnly { get; init; }

    /// <summary>A deceased foreigner with a full date of death.</summary>
    public required Tckn DeceasedForeigner { get; init; }

    /// <summary>A foreigner's number that exists and fails the checksum (wire contracts (d): the checksum of 9… numbers is an assumption).</summary>
    public required Tckn ForeignerWithoutChecksum { get; init; }

    /// <summary>A living citizen, divorced and not married again.</summary>
    public required Tckn Divorced { get; init; }

    /// <summary>A living citizen, divorced and married again: one former spouse on record.</summary>
    public required Tckn Remarried { get; init; }

    /// <summary>A living citizen, widowed.</summary>
    public required Tckn Widowed { get; init; }

    /// <summary>A living citizen who came as a foreigner and won citizenship.</summary>
    public required Tckn Naturalised { get; init; }

    /// <summary>The living citizen with the longest population record: forty people when brothers and sisters are listed, two more with former wives.</summary>
    public required Tckn LargestFamily { get; init; }

    /// <summary>Two living citizens equal in name, surname, birth date and parents' names: what a search finds two of.</summary>
    public required NumberPair NamesakesTwins { get; init; }

    /// <summary>A living citizen with one address, in the centre of a district.</summary>
    public required Tckn IlIlceMerkeziAdresi { get; init; }

    /// <summary>A living citizen with one address, in a town.</summary>
    public required Tckn BeldeAdresi { get; init; }

    /// <summary>A living citizen with one address, in a village.</summary>
    public required Tckn KoyAdresi { get; init; }

    /// <summary>A living citizen with one address, abroad.</summary>
    public required Tckn YurtDisiAdresi { get; init; }

    /// <summary>A living citizen with two addresses.</summary>
    public required Tckn DigerAdresi { get; init; }

    /// <summary>A living citizen without address.</summary>
    public required Tckn WithoutAddress { get; init; }

    /// <summary>A living citizen with an identity book of before 1 June 2000 and no card.</summary>
    public required Tckn OldBook { get; init; }

    /// <summary>A living citizen with an identity book of after 1 June 2000 and no card.</summary>
    public required Tckn NewBook { get; init; }

    /// <summary>Passes the checksum and belongs to nobody, however large the population.</summary>
    public required Tckn Unknown { get; init; }

    /// <summary>Eleven digits that fail the checksum and do not start with 9.</summary>
    public required Tckn Invalid { get; init; }
}
