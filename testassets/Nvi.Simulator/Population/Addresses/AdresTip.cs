namespace Nvi.Simulator.Population.Addresses;

/// <summary>The four kinds of address (wire contracts a.7).</summary>
public enum AdresTip
{
    /// <summary>In the centre of a province or district.</summary>
    IlIlceMerkezi = 1,

    /// <summary>In a town with a municipality of its own.</summary>
    Belde = 2,

    /// <summary>In a village.</summary>
    Koy = 3,

    /// <summary>Abroad.</summary>
    YurtDisi = 4,
}
