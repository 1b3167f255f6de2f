namespace Nvi.Simulator.Population;

/// <summary>Who the newcomers of a block are.</summary>
internal enum BlockVariant
{
    /// <summary>A family of foreigners.</summary>
    ForeignFamily = 0,

    /// <summary>A citizen and his naturalised wife, whose former record as a foreigner takes the child's seat.</summary>
    NaturalisedWife = 1,

    /// <summary>A family of citizens; two blocks in four.</summary>
    Citizens = 2,
}
