using static Nvi.Simulator.Population.Cinsiyet;
using static Nvi.Simulator.Population.FamilyLine;

namespace Nvi.Simulator.Population;

/// <summary>
/// The population is a row of blocks of 32 kin over four generations. Every family link stays inside a block, so links are
/// arithmetic and hold in both directions without any table. A few pairs of blocks hold one big family instead: <see cref="Clan"/>.
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

    /// <summary>The union of the newcomers.</summary>
    public const int NewcomersUnion = 9;

    /// <summary>The seats and their marriages. Who never married as things began may be the second spouse of somebody who divorced.</summary>
    public static KinTemplate Template { get; } = new(
        [
            /*  0 */ new(Erkek, A, 0),
            /*  1 */ new(Kadin, MaidenA, 1),
            /*  2 */ new(Erkek, B, 0),
            /*  3 */ new(Kadin, MaidenB, 1),
            /*  4 */ new(Erkek, C, 0),
            /*  5 */ new(Kadin, MaidenC, 1),
            /*  6 */ new(Erkek, D, 0),
            /*  7 */ new(Kadin, MaidenD, 1),
            /*  8 */ new(Erkek, A, 24, 0, 1),
            /*  9 */ new(Kadin, B, 24, 2, 3),
            /* 10 */ new(Erkek, C, 24, 4, 5),
            /* 11 */ new(Kadin, D, 24, 6, 7),
            /* 12 */ new(Kadin, A, 27, 0, 1),
            /* 13 */ new(Erkek, InLaw, 22),
            /* 14 */ new(Erkek, B, 27, 2, 3),
            /* 15 */ new(Kadin, C, 27, 4, 5),
            /* 16 */ new(Erkek, A, 50, 8, 9),
            /* 17 */ new(Kadin, A, 53, 8, 9),
            /* 18 */ new(Erkek, A, 56, 8, 9),
            /* 19 */ new(Kadin, C, 50, 10, 11),
            /* 20 */ new(Erkek, C, 53, 10, 11),
            /* 21 */ new(Kadin, C, 56, 10, 11),
            /* 22 */ new(Kadin, InLaw, 50, 13, 12),
            /* 23 */ new(Kadin, InLaw, 53, 13, 12),
            /* 24 */ new(Erkek, A, 76, 16, 19),
            /* 25 */ new(Kadin, A, 79, 16, 19),
            /* 26 */ new(Kadin, C, 77, 20, 17),
            /* 27 */ new(Erkek, C, 80, 20, 17),
            /* 28 */ new(Kadin, C, 83, 20, 17),
            /* 29 */ new(Erkek, Newcomer, 50),
            /* 30 */ new(Kadin, MaidenNewcomer, 52),
            /* 31 */ new(Kadin, Newcomer, 76, 29, 30),
        ],
        [
            /*  0 */ new(0, 1, 20),
            /*  1 */ new(2, 3, 20),
            /*  2 */ new(4, 5, 20),
            /*  3 */ new(6, 7, 20),
            /*  4 */ new(8, 9, 120),
            /*  5 */ new(10, 11, 80),
            /*  6 */ new(InLawSeat, 12, 100),
            /*  7 */ new(16, 19, 200),
            /*  8 */ new(20, 17, 120),
            /*  9 */ new(FirstNewcomerSeat, NewcomerWifeSeat, 100),
            /* 10 */ new(8, 15, 50, After: 4, RemarryPerThousand: 600),
            /* 11 */ new(14, 11, 50, After: 5, RemarryPerThousand: 600),
        ]);
}
