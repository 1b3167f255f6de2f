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

    /// <summary>Passes the checksum and belongs to nobody, however large the population.</summary>
    public required Tckn Unknown { get; init; }

    /// <summary>Eleven digits that fail the checksum and do not start with 9.</summary>
    public required Tckn Invalid { get; init; }
}
