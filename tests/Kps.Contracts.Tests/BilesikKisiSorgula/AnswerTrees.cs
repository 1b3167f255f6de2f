using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Kps.Contracts.BilesikKisiSorgula;

namespace Kps.Contracts.Tests.BilesikKisiSorgula;

/// <summary>Arbitrary result trees: any member may be nil, texts hold everything that ever troubled an XML writer.</summary>
internal static class AnswerTrees
{
    private static readonly Gen<string> Texts = Gen.Elements(
            "ÖRNEK", "ığüşöçİ", " ", "", "a\tb", "\r\n", "\r", "&", "<x>", "]]>", "\"'", "İ.", "😀", "\u00a0", "\ufeff",
            "\u0001", "\u000b", "\ufffe", "\uffff", "\ud800", "\udc00", new string('Ş', 300))
        .ListOf()
        .Select(string.Concat);

    private static readonly Gen<DateTime> Times =
        from day in Gen.Choose(0, 80_000)
        from tick in Gen.Choose(0, 9_999_999)
        from kind in Gen.Elements(DateTimeKind.Unspecified, DateTimeKind.Utc)
        select new DateTime(1900, 1, 1, 0, 0, 0, kind).AddDays(day).AddTicks(tick);

    /// <summary>Whole results, their illegal characters included.</summary>
    public static Arbitrary<KpsServisSonucuBilesikKisiBilgisi> Arbitrary { get; } =
        Object(typeof(KpsServisSonucuBilesikKisiBilgisi)).Select(tree => (KpsServisSonucuBilesikKisiBilgisi)tree!).ToArbitrary();

    /// <summary>Runs a property over enough trees to see every member filled and nil.</summary>
    public static void ForAll(Action<KpsServisSonucuBilesikKisiBilgisi> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Arbitrary, property));

    private static Gen<object?> Object(Type type)
    {
        var properties = type.GetProperties().Where(property => property.CanWrite).ToArray();
        return Gen.CollectToList(properties.Select(property => Nillable(property.PropertyType))).Select(object? (values) => Fill(type, properties, values));
    }

    private static Gen<object?> Nillable(Type type) => Gen.Frequency((1, Gen.Constant<object?>(null)), (4, Value(type)));

    private static Gen<object?> Value(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var leaf when leaf == typeof(string) => Texts.Select(object? (text) => text),
        var leaf when leaf == typeof(int) => ArbMap.Default.GeneratorFor<int>().Select(object? (number) => number),
        var leaf when leaf == typeof(long) => ArbMap.Default.GeneratorFor<long>().Select(object? (number) => number),
        var leaf when leaf == typeof(DateTime) => Times.Select(object? (time) => time),
        var contract => Object(contract),
    };

    private static object Fill(Type type, PropertyInfo[] properties, IEnumerable<object?> values)
    {
        var instance = Activator.CreateInstance(type)!;
        foreach (var (property, value) in properties.Zip(values))
            property.SetValue(instance, value);
        return instance;
    }
}
