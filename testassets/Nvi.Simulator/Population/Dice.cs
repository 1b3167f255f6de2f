namespace Nvi.Simulator.Population;

/// <summary>
/// Repeatable chance: the same key and salt give the same throw in every run and on every machine, so people need no storage.
/// The mixer is SplitMix64's finaliser.
/// </summary>
internal readonly struct Dice(long key)
{
    private readonly ulong _key = Mix((ulong)key + 0x9E37_79B9_7F4A_7C15UL);

    /// <summary>A throw of 0 … <paramref name="sides"/>−1; each salt is an independent throw.</summary>
    public int Throw(Salt salt, int sides) => (int)(Mix(_key ^ ((ulong)(int)salt * 0xD1B5_4A32_D192_ED03UL)) % (ulong)sides);

    /// <summary>True in about <paramref name="perThousand"/> of thousand keys.</summary>
    public bool Chance(Salt salt, int perThousand) => Throw(salt, 1000) < perThousand;

    /// <summary>One element of a list.</summary>
    public T Pick<T>(Salt salt, IReadOnlyList<T> list) => list[Throw(salt, list.Count)];

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EBUL;
        return value ^ (value >> 31);
    }
}
