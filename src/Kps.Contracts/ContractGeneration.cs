namespace Kps.Contracts;

/// <summary>The answer shape an application reads (wire contracts a.6). Stored by number.</summary>
public enum ContractGeneration : short
{
    /// <summary>Fail-closed default; never stored.</summary>
    None = 0,

    /// <summary>The shape of 2017: the address inside each container.</summary>
    V2017 = 2017,

    /// <summary>The later shape, which today's software reads.</summary>
    V2021 = 2021,
}
