namespace Kps.Fuzz.Tests.Making;

/// <summary>The endless, repeatable row of inputs that belongs to a seed: two in three mutated from the corpus, one in three built.</summary>
internal static class Inputs
{
    /// <summary>Input number <paramref name="index"/> of a seed.</summary>
    public static FuzzInput At(int seed, int index)
    {
        var own = unchecked((seed * 1_000_003) + index);
        return index % 3 == 2 ? EnvelopeMaker.Make((ulong)(uint)own) : ByteMutator.Make(new Random(own), Corpus.All);
    }
}
