using static Nvi.Simulator.Population.Cinsiyet;
using static Nvi.Simulator.Population.FamilyLine;

namespace Nvi.Simulator.Population;

/// <summary>
/// A pair of blocks that holds one big family of citizens: a father of nineteen by two wives, one of whose sons is the father of eighteen by three.
/// His population record with siblings lists forty people, the longest there is.
/// </summary>
/// <remarks>
/// Numbers stay those of the pair's 64 places. Two of the son's children bear one name and one birth date: a child entered twice, which is what
/// a search by name has to cope with.
/// </remarks>
internal static class Clan
{
    /// <summary>Seats of the pair of blocks.</summary>
    public const int Size = 2 * KinBlock.Size;

    /// <summary>The son with eighteen children and eighteen siblings; alive.</summary>
    public const int FatherOfManySeat = 4;

    /// <summary>The first of the two namesakes; alive, as is the second on the next seat.</summary>
    public const int NamesakeSeat = 37;

    /// <summary>Earliest base year.</summary>
    public const int FirstBaseYear = 1926;

    /// <summary>How many base years there are; the youngest are born 85 years later, 2018 at the latest.</summary>
    public const int BaseYears = 8;

    private const int PairsBetween = 256;
    private const int FirstPair = 10;
    private const int BlocksInPair = 2;

    /// <summary>Everlasting for the purpose: who has it lives.</summary>
    private const int Alive = 120;

    /// <summary>The seats and their marriages.</summary>
    public static KinTemplate Template { get; } = new(
        [
            /*  0 */ new(Erkek, A, 0, LeastAge: 75),
            /*  1 */ new(Kadin, MaidenA, 1, LeastAge: 60),
            /*  2 */ new(Kadin, MaidenB, 16, LeastAge: 60),
            /*  3 */ new(Kadin, A, 22, 0, 1),
            /*  4 */ new(Erkek, A, 24, 0, 1, LeastAge: Alive),
            /*  5 */ new(Erkek, A, 26, 0, 1),
            /*  6 */ new(Kadin, A, 28, 0, 1),
            /*  7 */ new(Erkek, A, 30, 0, 1),
            /*  8 */ new(Kadin, A, 32, 0, 1),
            /*  9 */ new(Erkek, A, 34, 0, 1),
            /* 10 */ new(Kadin, A, 36, 0, 1),
            /* 11 */ new(Erkek, A, 38, 0, 1),
            /* 12 */ new(Kadin, A, 40, 0, 1),
            /* 13 */ new(Erkek, A, 42, 0, 1),
            /* 14 */ new(Kadin, A, 44, 0, 1),
            /* 15 */ new(Erkek, A, 48, 0, 2),
            /* 16 */ new(Kadin, A, 50, 0, 2),
            /* 17 */ new(Erkek, A, 52, 0, 2),
            /* 18 */ new(Kadin, A, 54, 0, 2),
            /* 19 */ new(Erkek, A, 56, 0, 2),
            /* 20 */ new(Kadin, A, 58, 0, 2),
            /* 21 */ new(Erkek, A, 60, 0, 2),
            /* 22 */ new(Kadin, B, 27, LeastAge: 60),
            /* 23 */ new(Kadin, C, 33, LeastAge: 60),
            /* 24 */ new(Kadin, D, 42, LeastAge: 60),
            /* 25 */ new(Erkek, A, 48, 4, 22),
            /* 26 */ new(Kadin, A, 50, 4, 22),
            /* 27 */ new(Erkek, A, 52, 4, 22),
            /* 28 */ new(Kadin, A, 54, 4, 22),
            /* 29 */ new(Erkek, A, 56, 4, 22),
            /* 30 */ new(Kadin, A, 58, 4, 22),
            /* 31 */ new(Erkek, A, 60, 4, 22),
            /* 32 */ new(Kadin, A, 64, 4, 23),
            /* 33 */ new(Erkek, A, 66, 4, 23),
            /* 34 */ new(Kadin, A, 68, 4, 23),
            /* 35 */ new(Erkek, A, 70, 4, 23),
            /* 36 */ new(Kadin, A, 72, 4, 23),
            /* 37 */ new(Kadin, A, 76, 4, 24, LeastAge: Alive),
            /* 38 */ new(Kadin, A, 76, 4, 24, LeastAge: Alive, TwinOf: NamesakeSeat),
            /* 39 */ new(Erkek, A, 78, 4, 24),
            /* 40 */ new(Kadin, A, 80, 4, 24),
            /* 41 */ new(Erkek, A, 82, 4, 24),
            /* 42 */ new(Kadin, A, 84, 4, 24),
            /* 43 */ new(Erkek, ClanA, 20),
            /* 44 */ new(Kadin, ClanB, 28),
            /* 45 */ new(Erkek, ClanC, 25),
            /* 46 */ new(Kadin, ClanD, 33),
            /* 47 */ new(Erkek, ClanE, 30),
            /* 48 */ new(Kadin, ClanF, 36),
            /* 49 */ new(Erkek, ClanG, 34),
            /* 50 */ new(Kadin, ClanA, 45, 43, 3),
            /* 51 */ new(Erkek, ClanA, 48, 43, 3),
            /* 52 */ new(Erkek, A, 53, 5, 44),
            /* 53 */ new(Kadin, A, 56, 5, 44),
            /* 54 */ new(Kadin, ClanC, 52, 45, 6),
            /* 55 */ new(Erkek, ClanC, 55, 45, 6),
            /* 56 */ new(Erkek, A, 57, 7, 46),
            /* 57 */ new(Kadin, A, 60, 7, 46),
            /* 58 */ new(Kadin, ClanE, 57, 47, 8),
            /* 59 */ new(Erkek, ClanE, 60, 47, 8),
            /* 60 */ new(Erkek, A, 61, 9, 48),
            /* 61 */ new(Kadin, A, 64, 9, 48),
            /* 62 */ new(Kadin, ClanG, 61, 49, 10),
            /* 63 */ new(Erkek, ClanG, 64, 49, 10),
        ],
        [
            /* 0 */ new(0, 1, Married: 20, Divorced: 46),
            /* 1 */ new(0, 2, After: 0, Married: 47),
            /* 2 */ new(FatherOfManySeat, 22, Married: 46, Divorced: 62),
            /* 3 */ new(FatherOfManySeat, 23, After: 2, Married: 63, Divorced: 74),
            /* 4 */ new(FatherOfManySeat, 24, After: 3, Married: 75),
            /* 5 */ new(43, 3, 100),
            /* 6 */ new(5, 44, 100),
            /* 7 */ new(45, 6, 100),
            /* 8 */ new(7, 46, 100),
            /* 9 */ new(47, 8, 100),
            /* 10 */ new(9, 48, 100),
            /* 11 */ new(49, 10, 100),
        ]);

    /// <summary>True when a block is half of a clan; a clan's first block has an even number.</summary>
    public static bool Holds(long block) => block / BlocksInPair % PairsBetween == FirstPair;

    /// <summary>The first block of the pair a block belongs to.</summary>
    public static long FirstBlock(long block) => block - (block % BlocksInPair);
}
