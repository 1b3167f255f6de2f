using System.Reflection;
using System.Runtime.Serialization;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Tests.BilesikKisiSorgula;

internal sealed class ContractShapeTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static Type[] LeafContracts { get; } =
    [
        .. typeof(Parametre).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(DataContractAttribute), inherit: false))
            .Where(type => !typeof(IKpsServisSonucu).IsAssignableFrom(type)),
    ];

    [Test]
    public void Classes_AreExactlyThePublishedTypes() =>
        Assert.That(LeafContracts.Select(type => type.Name), Is.EquivalentTo(PublishedTree.Types.Keys));

    [TestCaseSource(nameof(LeafContracts))]
    public void Members_AreExactlyThePublishedOnes(Type type)
    {
        var members = type.GetProperties().Select(property => (property.Name, LetterOf(property.PropertyType))).Order();

        Assert.That(members, Is.EqualTo(PublishedTree.Types[type.Name].Order()));
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

    [TestCaseSource(nameof(LeafContracts))]
    public void Types_LieInTheServiceNamespaceUnderTheirOwnName(Type type)
    {
        var name = new XsdDataContractExporter().GetSchemaTypeName(type);

        Assert.That((name.Name, name.Namespace), Is.EqualTo((type.Name, KpsNamespaces.Service)));
    }

    [Test]
    public void OnlyTheForeignersDateOfDeath_IsEverLeftOut()
    {
        var omitted = LeafContracts
            .SelectMany(type => type.GetProperties())
            .Where(property => !property.GetCustomAttribute<DataMemberAttribute>()!.EmitDefaultValue)
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        Assert.That(omitted, Is.EqualTo([$"{nameof(YabanciKisiDurumBilgisi)}.{nameof(YabanciKisiDurumBilgisi.OlumTarih)}"]));
    }

    [Test]
    public void GenericResult_GetsItsPublishedNameFromTheFramework()
    {
        var exporter = new XsdDataContractExporter();

        Assert.That(
            exporter.GetSchemaTypeName(typeof(KpsServisSonucu<BilesikKisiBilgisi>)).Name,
            Is.EqualTo("KpsServisSonucuOfBilesikKisiBilgisiZmZ26SC9"));
        Assert.That(
            exporter.GetSchemaTypeName(typeof(KpsServisSonucuBilesikKisiBilgisi)).Name,
            Is.EqualTo("KpsServisSonucuBilesikKisiBilgisi"));
    }

    private static string LetterOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var leaf when leaf == typeof(string) => "s",
        var leaf when leaf == typeof(int) => "i",
        var leaf when leaf == typeof(long) => "l",
        var leaf when leaf == typeof(DateTime) => "dt",
        var contract => contract.Name,
    };
}
