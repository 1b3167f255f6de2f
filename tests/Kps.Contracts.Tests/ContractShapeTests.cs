using System.Reflection;
using System.Runtime.Serialization;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;
using Kps.Contracts.Tests.Answers;

namespace Kps.Contracts.Tests;

/// <summary>The classes against the published trees.</summary>
internal sealed class ContractShapeTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    private static Type[] LeafContracts { get; } =
    [
        .. typeof(Parametre).Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsDefined(typeof(DataContractAttribute), inherit: false))
            .Where(type => !typeof(IKpsServisSonucu).IsAssignableFrom(type)),
    ];

    private static Type[] CriteriaTypes { get; } =
    [
        .. typeof(Parametre).Assembly.GetTypes()
            .Where(type => !type.IsGenericType && type.GetMethod("<Clone>$") is not null && type.GetConstructor([]) is not null)
            .Where(type => type.Namespace != typeof(OperationDescription).Namespace),
    ];

    private static IEnumerable<string> EnumNames => PublishedTree.Enums.Keys;

    [Test]
    public void Classes_AreExactlyThePublishedTypes()
    {
        var only2017 = PublishedTree.V2017.Values.Where(type => !IsSameInTheLater(type)).Select(type => type.Name);

        Assert.That(NamesIn("Ek"), Is.EquivalentTo(PublishedTree.Ek.Keys));
        Assert.That(NamesIn("Nesil2017"), Is.SupersetOf(only2017), "the types that 2017 had differently, and those that hold them");
        Assert.That(LeafContracts.Where(type => IsLater(type)).Select(type => type.Name), Is.EquivalentTo(PublishedTree.Later.Keys));

        static IEnumerable<string> NamesIn(string folder) => LeafContracts.Where(type => IsIn(type, folder)).Select(type => type.Name);
    }

    [TestCaseSource(nameof(LeafContracts))]
    public void Members_AreExactlyThePublishedOnes(Type type)
    {
        var members = type.GetProperties(Own).Select(property => (property.Name, LetterOf(property.PropertyType))).Order();
        var published = PublishedOf(type);

        Assert.That(members, Is.EqualTo(published.Members.Select(member => (member.Name, member.SchemaType)).Order()));
        Assert.That(type.BaseType == typeof(object) ? null : type.BaseType!.Name, Is.EqualTo(published.Base));
    }

    [TestCaseSource(nameof(LeafContracts))]
    public void Members_CanAllBeNil(Type type)
    {
        foreach (var property in type.GetProperties())
        {
            Assert.That(Nullability.Create(property).WriteState, Is.EqualTo(NullabilityState.Nullable), property.Name);
            Assert.That(property.IsDefined(typeof(DataMemberAttribute)), property.Name);
        }
    }

    /// <summary>A class of this generation may hold only classes of this generation, or of both.</summary>
    [TestCaseSource(nameof(LeafContracts))]
    public void Members_AreOfTheirOwnTree(Type type)
    {
        foreach (var member in type.GetProperties(Own).Select(property => Bare(property.PropertyType)).Where(LeafContracts.Contains))
        {
            Assert.That(IsIn(member, "Ek"), Is.EqualTo(IsIn(type, "Ek")), member.Name);
            Assert.That(IsIn(member, "Nesil2017") && !IsIn(type, "Nesil2017"), Is.False, member.Name);
            Assert.That(
                IsIn(type, "Nesil2017") && IsLater(member) && (!PublishedTree.V2017.TryGetValue(member.Name, out var published) || !IsSameInTheLater(published)),
                Is.False,
                member.Name);
        }
    }

    [TestCaseSource(nameof(LeafContracts))]
    public void Types_LieInTheirNamespaceUnderTheirOwnName(Type type)
    {
        var name = new XsdDataContractExporter().GetSchemaTypeName(type);

        Assert.That((name.Name, name.Namespace), Is.EqualTo((type.Name, IsIn(type, "Ek") ? KpsNamespaces.Ek : KpsNamespaces.Service)));
    }

    [Test]
    public void OnlyTheForeignersDateOfDeath_IsEverLeftOut()
    {
        var omitted = LeafContracts
            .SelectMany(type => type.GetProperties(Own))
            .Where(property => !property.GetCustomAttribute<DataMemberAttribute>()!.EmitDefaultValue)
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        Assert.That(omitted, Is.EqualTo([$"{nameof(YabanciKisiDurumBilgisi)}.{nameof(YabanciKisiDurumBilgisi.OlumTarih)}"]));
    }

    [TestCase(KpsOperation.BilesikKisiSorgula, "KpsServisSonucuBilesikKisiBilgisi", "KpsServisSonucuOfBilesikKisiBilgisiZmZ26SC9")]
    [TestCase(KpsOperation.BilesikKisiveAdresSorgula, "KpsServisSonucuBilesikKisiBilgisi", "KpsServisSonucuOfBilesikKisiBilgisiZmZ26SC9")]
    [TestCase(KpsOperation.KimlikNoIleAdresBilgisiSorgula, "KpsServisSonucuKisiAdresBilgisi", "KpsServisSonucuOfKisiAdresBilgisiZmZ26SC9")]
    [TestCase(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, "KpsServisSonucuGenelNufusKayitOrnegi", "KpsServisSonucuOfGenelNufusKayitOrnegiZmZ26SC9")]
    [TestCase(KpsOperation.TcKimlikNoSorgula, "KpsServisSonucuKisiTemelBilgisi", "KpsServisSonucuOfTCKisiBilgisiZmZ26SC9")]
    [TestCase(KpsOperation.AileBireyleriSorgula, "KpsServisSonucuAileBilgisi", "KpsServisSonucuOfAileBilgisiZmZ26SC9")]
    [TestCase(KpsOperation.YetkiListesi, "KpsServisSonucuYetkiListesi", "KpsServisSonucuOfArrayOfServiceZmZ26SC9")]
    public void GenericResult_GetsItsPublishedNameFromTheFramework(KpsOperation operation, string name, string generic)
    {
        var exporter = new XsdDataContractExporter();
        foreach (var type in AnswerKind.All.Where(kind => kind.Operation == operation).Select(kind => kind.ResultType))
        {
            Assert.That(exporter.GetSchemaTypeName(type).Name, Is.EqualTo(name));
            Assert.That(exporter.GetSchemaTypeName(type.BaseType!).Name, Is.EqualTo(generic));
        }
    }

    [Test]
    public void Criteria_AreExactlyThePublishedOnes() => Assert.That(
        CriteriaTypes.Select(type => type.Name),
        Is.EquivalentTo(PublishedTree.KpsCriteria.Keys.Concat(PublishedTree.EkCriteria.Keys)));

    /// <summary>
    /// What may stay away is null in the record, but for the enum that has a value for it. What the second service demands never is; what
    /// TcKimlikNoSorgula demands may come nil from old proxies.
    /// </summary>
    [TestCaseSource(nameof(CriteriaTypes))]
    public void Criteria_HaveThePublishedMembersAndNoTextOfThem(Type type)
    {
        var published = PublishedTree.KpsCriteria.GetValueOrDefault(type.Name) ?? PublishedTree.EkCriteria[type.Name];
        var properties = type.GetProperties(Own);
        var isNullable = properties.ToDictionary(property => property.Name, property => Nullability.Create(property).ReadState == NullabilityState.Nullable);

        Assert.That(
            properties.Select(property => (property.Name, LetterOf(property.PropertyType))).Order(),
            Is.EqualTo(published.Members.Select(member => (member.Name, member.SchemaType)).Order()));
        Assert.That(published.Members.Where(member => !member.IsDemanded && !isNullable[member.Name]).Select(member => member.Type), Is.SubsetOf(new[] { "ECinsiyet" }));
        Assert.That(published.Members.Where(member => member.IsDemanded && isNullable[member.Name] && IsIn(type, "Ek")), Is.Empty);
        Assert.That(System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type).ToString(), Is.EqualTo(type.Name));
    }

    [TestCaseSource(nameof(EnumNames))]
    public void Enum_HasThePublishedValues(string name)
    {
        var type = typeof(Parametre).Assembly.GetTypes().Single(type => type.IsEnum && type.Name == name);

        Assert.That(Enum.GetNames(type).Where(value => value != "None"), Is.EqualTo(PublishedTree.Enums[name]));
    }

    private static bool IsLater(Type type) => !IsIn(type, "Ek") && !IsIn(type, "Nesil2017");

    private static bool IsIn(Type type, string folder) => type.Namespace == $"{typeof(OperationDescription).Namespace}.{folder}";

    private static PublishedType PublishedOf(Type type) =>
        (IsIn(type, "Ek") ? PublishedTree.Ek : IsIn(type, "Nesil2017") ? PublishedTree.V2017 : PublishedTree.Later)[type.Name];

    private static bool IsSameInTheLater(PublishedType type) =>
        PublishedTree.Later.TryGetValue(type.Name, out var later) && later.Members.SequenceEqual(type.Members);

    private static Type Bare(Type type) => type.IsGenericType ? type.GetGenericArguments().Single() : type;

    private static string LetterOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var leaf when leaf == typeof(string) => "s",
        var leaf when leaf == typeof(int) => "i",
        var leaf when leaf == typeof(long) => "l",
        var leaf when leaf == typeof(bool) => "b",
        var leaf when leaf == typeof(DateTime) => "dt",
        { IsGenericType: true } list when list.GetGenericTypeDefinition() == typeof(List<>) => "ArrayOf" + Bare(list).Name,
        var contract => contract.Name,
    };
}
