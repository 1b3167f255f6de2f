using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Tests.Answers;

/// <summary>Arbitrary result trees: any member may be nil, lists hold up to three, texts hold everything that ever troubled an XML writer.</summary>
internal static class AnswerTrees
{
    /// <summary>Where lists end: only the properties of YetkiListesi could go deeper.</summary>
    private const int MaxDepth = 7;

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

    /// <summary>Runs a property over enough trees of a kind to see every member filled and nil.</summary>
    public static void ForAll(AnswerKind kind, Action<IKpsServisSonucu> property) => ForAll(kind.ResultType, 40, property);

    /// <summary>Runs a property over persons.</summary>
    public static void ForAll(Action<KpsServisSonucuBilesikKisiBilgisi> property) => ForAll<KpsServisSonucuBilesikKisiBilgisi>(property);

    /// <summary>Runs a property over results of one type.</summary>
    public static void ForAll<T>(Action<T> property)
        where T : IKpsServisSonucu => ForAll(typeof(T), 150, tree => property((T)tree));

    /// <summary>Every member filled, lists with two items.</summary>
    public static IKpsServisSonucu Full(Type type) => (IKpsServisSonucu)Build(type, isLeafFilled: true, listLength: 2, depth: 1)!;

    /// <summary>Every element there, every leaf nil, every list empty.</summary>
    public static IKpsServisSonucu Empty(Type type) => (IKpsServisSonucu)Build(type, isLeafFilled: false, listLength: 0, depth: 1)!;

    /// <summary>Both members nil.</summary>
    public static IKpsServisSonucu Nil(Type type) => (IKpsServisSonucu)Activator.CreateInstance(type)!;

    private static void ForAll(Type type, int count, Action<IKpsServisSonucu> property) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count),
            Prop.ForAll(Object(type, 1).Select(tree => (IKpsServisSonucu)tree!).ToArbitrary(), property));

    private static Gen<object?> Object(Type type, int depth)
    {
        var properties = MembersOf(type);
        return Gen.CollectToList(properties.Select(property => Nillable(property.PropertyType, depth + 1)))
            .Select(object? (values) => Fill(type, properties, values));
    }

    private static Gen<object?> Nillable(Type type, int depth) => Gen.Frequency((1, Gen.Constant<object?>(null)), (4, Value(type, depth)));

    private static Gen<object?> Value(Type type, int depth) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var leaf when leaf == typeof(string) => Texts.Select(object? (text) => text),
        var leaf when leaf == typeof(int) => ArbMap.Default.GeneratorFor<int>().Select(object? (number) => number),
        var leaf when leaf == typeof(long) => ArbMap.Default.GeneratorFor<long>().Select(object? (number) => number),
        var leaf when leaf == typeof(bool) => Gen.Elements<object?>(true, false),
        var leaf when leaf == typeof(DateTime) => Times.Select(object? (time) => time),
        { IsEnum: true } leaf => Gen.Elements(EnumValues(leaf)),
        { Namespace: "System.Collections.Generic" } list => depth > MaxDepth ? Gen.Constant<object?>(null) : Items(list, Object(ItemOf(list), depth)),
        var contract => Object(contract, depth),
    };

    private static Gen<object?> Items(Type list, Gen<object?> item) =>
        from length in Gen.Choose(0, 3)
        from items in Gen.CollectToList(Enumerable.Repeat(item, length))
        select ListOf(list, items);

    private static object? Build(Type type, bool isLeafFilled, int listLength, int depth) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var leaf when leaf == typeof(string) => isLeafFilled ? "ÖRNEK" : null,
        var leaf when leaf == typeof(int) => isLeafFilled ? 7 : null,
        var leaf when leaf == typeof(long) => isLeafFilled ? 5_000_000_007L : null,
        var leaf when leaf == typeof(bool) => isLeafFilled ? true : null,
        var leaf when leaf == typeof(DateTime) => isLeafFilled ? new DateTime(2024, 2, 29) : null,
        { IsEnum: true } leaf => isLeafFilled ? EnumValues(leaf)[0] : null,
        { Namespace: "System.Collections.Generic" } when depth > MaxDepth => null,
        { Namespace: "System.Collections.Generic" } list =>
            ListOf(list, Enumerable.Range(0, listLength).Select(_ => Build(ItemOf(list), isLeafFilled, listLength, depth))),
        var contract => Fill(contract, MembersOf(contract), MembersOf(contract).Select(one => Build(one.PropertyType, isLeafFilled, listLength, depth + 1))),
    };

    private static PropertyInfo[] MembersOf(Type type) => [.. type.GetProperties().Where(property => property.CanWrite)];

    private static Type ItemOf(Type list) => list.GetGenericArguments().Single();

    private static object?[] EnumValues(Type type) => [.. Enum.GetValues(type).Cast<object>().Where(value => Convert.ToInt32(value) != 0)];

    private static object ListOf(Type list, IEnumerable<object?> items)
    {
        var made = (System.Collections.IList)Activator.CreateInstance(list)!;
        foreach (var item in items)
            made.Add(item);
        return made;
    }

    private static object Fill(Type type, PropertyInfo[] properties, IEnumerable<object?> values)
    {
        var instance = Activator.CreateInstance(type)!;
        foreach (var (property, value) in properties.Zip(values))
            property.SetValue(instance, value);
        return instance;
    }
}
