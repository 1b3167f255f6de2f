using Kps.Contracts;

namespace Nvi.Simulator.Population;

/// <summary>
/// Index ↔ number, both ways by arithmetic: an affine permutation of the nine leading digits, completed by the checksum.
/// Citizens and blue cards lie in 11…–89…, foreigners in 99…; the range below 11… is left out because numbers known to the public lie there.
/// </summary>
internal static class NumberMap
{
    /// <summary>Largest population: the foreigners' range has ten million places.</summary>
    public const long Capacity = 10_000_000;

    private const int CitizenBase = 110_000_000;
    private const long CitizenPlaces = 790_000_000;
    private const long CitizenFactor = 314_159_269;
    private const long CitizenShift = 271_828_183;
    private const int ForeignerBase = 990_000_000;
    private const int OldForeignerBase = 980_000_000;
    private const long ForeignerPlaces = 10_000_000;
    private const long ForeignerFactor = 3_141_593;
    private const long ForeignerShift = 2_718_281;
    private const int BlocksWithoutChecksum = 8;
    private const int BlocksOfOldRange = 4;

    private static readonly long CitizenInverse = Inverse(CitizenFactor, CitizenPlaces);
    private static readonly long ForeignerInverse = Inverse(ForeignerFactor, ForeignerPlaces);

    /// <summary>The number of a seat.</summary>
    public static Tckn Number(in Seat seat)
    {
        if (seat.Kind != PersonKind.Foreigner)
            return Tckn.FromFirstNine(CitizenBase + (int)(((seat.Index * CitizenFactor) + CitizenShift) % CitizenPlaces));
        var start = IsOfOldRange(seat) ? OldForeignerBase : ForeignerBase;
        var number = Tckn.FromFirstNine(start + (int)(((seat.Index * ForeignerFactor) + ForeignerShift) % ForeignerPlaces));
        return FailsChecksum(seat) ? Spoil(number) : number;
    }

    /// <summary>The index a number would have; the caller compares <see cref="Number"/> of it with what was asked.</summary>
    /// <returns>−1 when the number lies in no range.</returns>
    public static long Index(long kimlikNo)
    {
        var firstNine = kimlikNo / 100;
        return firstNine switch
        {
            >= ForeignerBase and < ForeignerBase + ForeignerPlaces => ForeignerIndex(firstNine - ForeignerBase),
            >= OldForeignerBase and < OldForeignerBase + ForeignerPlaces => ForeignerIndex(firstNine - OldForeignerBase),
            >= CitizenBase and < CitizenBase + CitizenPlaces => Undo(firstNine - CitizenBase - CitizenShift, CitizenInverse, CitizenPlaces),
            _ => -1,
        };
    }

    /// <summary>A number that passes the checksum and lies beyond every population.</summary>
    public static Tckn Nobody() =>
        Tckn.FromFirstNine(CitizenBase + (int)((((Capacity + 7) * CitizenFactor) + CitizenShift) % CitizenPlaces));

    /// <summary>The same number with a wrong last digit.</summary>
    public static Tckn Spoil(Tckn number)
    {
        var wrong = number.Value - (number.Value % 10) + ((number.Value + 1) % 10);
        return Tckn.TryCreate(wrong, out var spoiled)
            ? spoiled
            : throw new InvalidOperationException("Changing the last digit keeps the shape of a number.");
    }

    private static long ForeignerIndex(long place) => Undo(place - ForeignerShift, ForeignerInverse, ForeignerPlaces);

    private static long Undo(long place, long inverse, long places) => (((place % places) + places) % places * inverse) % places;

    private static bool FailsChecksum(in Seat seat) => seat.Number == KinBlock.InLawSeat && seat.Block < BlocksWithoutChecksum;

    private static bool IsOfOldRange(in Seat seat) => seat.Number == KinBlock.InLawSeat && seat.Block < BlocksOfOldRange;

    private static long Inverse(long value, long modulus)
    {
        long t = 0, nextT = 1, r = modulus, nextR = value;
        while (nextR != 0)
        {
            var quotient = r / nextR;
            (t, nextT) = (nextT, t - (quotient * nextT));
            (r, nextR) = (nextR, r - (quotient * nextR));
        }

        return r == 1
            ? ((t % modulus) + modulus) % modulus
            : throw new InvalidOperationException("The factor has no inverse.");
    }
}
