using static Nvi.Simulator.Population.Cinsiyet;
using static Nvi.Simulator.Population.FamilyLine;

namespace Nvi.Simulator.Population;

/// <summary>
/// The population is a row of blocks of 32 kin over four generations. Every family link stays inside a block, so links are
/// arithmetic and hold in both directions without any table.
/// </summary>
/// <remarks>
/// Siblings lie three years apart (one year of chance), mothers are 21 to 34 at birth, and nobody dies before the youngest child
/// is born: see <see cref="Vitals"/>.
/// </remarks>
internal static class KinBlock
{
    /// <summary>Seats in a block.</summary>
    public const int Size = 32;

    /// <summary>The foreigner who married a citizen: in every block.</summary>
    public const int InLawSeat = 13;

    /// <summary>A citizen, child of the mixed marriage; in some blocks also the person behind the blue card of the next seat.</summary>
    public const int MixedChildSeat = 22;

    /// <summary>The blue-card holder: in every block.</summary>
    public const int BlueCardSeat = 23;

    /// <summary>First of the three newcomers' seats: foreigners, or a naturalised wife with her former record, or citizens.</summary>
    public const int FirstNewcomerSeat = 29;

    /// <summary>The newcomers' wife, in some blocks naturalised.</summary>
    public const int NewcomerWifeSeat = 30;

    /// <summary>The newcomers' child, or the naturalised wife's former record as a foreigner.</summary>
    public const int LastNewcomerSeat = 31;

    /// <summary>Earliest base year.</summary>
    public const int FirstBaseYear = 1905;

    /// <summary>How many base years there are; the youngest are born 85 years later, 2023 at the latest.</summary>
    public const int BaseYears = 34;

    /// <summary>Seats by number.</summary>
    public static IReadOnlyList<KinRole> Roles { get; } =
    [
        /*  0 */ new(Erkek, A, 0, Spouse: 1),
        /*  1 */ new(Kadin, MaidenA, 1, Spouse: 0),
        /*  2 */ new(Erkek, B, 0, Spouse: 3),
        /*  3 */ new(Kadin, MaidenB, 1, Spouse: 2),
        /*  4 */ new(Erkek, C, 0, Spouse: 5),
        /*  5 */ new(Kadin, MaidenC, 1, Spouse: 4),
        /*  6 */ new(Erkek, D, 0, Spouse: 7),
        /*  7 */ new(Kadin, MaidenD, 1, Spouse: 6),
        /*  8 */ new(Erkek, A, 24, 0, 1, 9),
        /*  9 */ new(Kadin, B, 24, 2, 3, 8),
        /* 10 */ new(Erkek, C, 24, 4, 5, 11),
        /* 11 */ new(Kadin, D, 24, 6, 7, 10),
        /* 12 */ new(Kadin, A, 27, 0, 1, 13),
        /* 13 */ new(Erkek, InLaw, 22, Spouse: 12),
        /* 14 */ new(Erkek, B, 27, 2, 3),
        /* 15 */ new(Kadin, C, 27, 4, 5),
        /* 16 */ new(Erkek, A, 50, 8, 9, 19),
        /* 17 */ new(Kadin, A, 53, 8, 9, 20),
        /* 18 */ new(Erkek, A, 56, 8, 9),
        /* 19 */ new(Kadin, C, 50, 10, 11, 16),
        /* 20 */ new(Erkek, C, 53, 10, 11, 17),
        /* 21 */ new(Kadin, C, 56, 10, 11),
        /* 22 */ new(Kadin, InLaw, 50, 13, 12),
        /* 23 */ new(Kadin, InLaw, 53, 13, 12),
        /* 24 */ new(Erkek, A, 76, 16, 19),
        /* 25 */ new(Kadin, A, 79, 16, 19),
        /* 26 */ new(Kadin, C, 77, 20, 17),
        /* 27 */ new(Erkek, C, 80, 20, 17),
        /* 28 */ new(Kadin, C, 83, 20, 17),
        /* 29 */ new(Erkek, Newcomer, 50, Spouse: 30),
        /* 30 */ new(Kadin, MaidenNewcomer, 52, Spouse: 29),
        /* 31 */ new(Kadin, Newcomer, 76, 29, 30),
    ];

    /// <summary>Children's seats of each seat.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Children { get; } =
        [.. Enumerable.Range(0, Size).Select(seat =>
            (IReadOnlyList<int>)[.. Enumerable.Range(0, Size).Where(child => Roles[child].Father == seat || Roles[child].Mother == seat)])];
}
