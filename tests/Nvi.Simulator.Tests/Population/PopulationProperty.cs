using FsCheck;
using FsCheck.Fluent;
using Nvi.Simulator.Population;

namespace Nvi.Simulator.Tests.Population;

/// <summary>Holds a property against people of the largest population, chosen at random; every tenth lives in one of the big families.</summary>
internal static class PopulationProperty
{
    public static readonly NviPopulation People = new(NviPopulation.Largest);

    private const int PairsOfBlocks = 64 * 256;
    private const int FirstClan = 640;

    public static void Holds(Func<Person, bool> property, int tests = 3_000)
    {
        var anywhere = Gen.Choose(0, (int)People.Count - 1);
        var clans = from clan in Gen.Choose(0, ((int)People.Count / PairsOfBlocks) - 1)
                    from seat in Gen.Choose(0, 63)
                    select FirstClan + (clan * PairsOfBlocks) + seat;
        var indexes = Gen.Frequency((9, anywhere), (1, clans)).ToArbitrary();
        Prop.ForAll(indexes, index => property(People.At(index))).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
    }

    public static Person Find(Kps.Contracts.Tckn number) => People.Find(number.Value)!;
}
