using FsCheck;
using FsCheck.Fluent;

namespace Kps.Gateway.Tests.Fakes;

/// <summary>A statement that must hold for any value.</summary>
internal static class Law
{
    public static void HoldsFor<T>(Gen<T> values, Action<T> holds, int runs = 300) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs), Prop.ForAll(values.ToArbitrary(), holds));
}
