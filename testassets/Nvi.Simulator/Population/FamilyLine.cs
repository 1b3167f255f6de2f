namespace Nvi.Simulator.Population;

/// <summary>The paternal lines within one block of kin; a line carries one surname. Numbers are fixed: they choose the surname.</summary>
internal enum FamilyLine
{
    A,
    B,
    C,
    D,

    /// <summary>Maiden lines of the four great-grandmothers.</summary>
    MaidenA,
    MaidenB,
    MaidenC,
    MaidenD,

    /// <summary>The foreigner who married in, and his children.</summary>
    InLaw,

    /// <summary>The newcomers' family.</summary>
    Newcomer,
    MaidenNewcomer,

    /// <summary>Lines of those who married into a clan's second generation.</summary>
    ClanA,
    ClanB,
    ClanC,
    ClanD,
    ClanE,
    ClanF,
    ClanG,
}
