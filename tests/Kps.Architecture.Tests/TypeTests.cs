namespace Kps.Architecture.Tests;

/// <summary>Types are internal and sealed. What is not stands in a list of its own, so that widening a house's face is a decision.</summary>
internal sealed class TypeTests
{
    /// <summary>Open for inheritance on purpose: bases of the contract's and the wire's hierarchies.</summary>
    private static readonly string[] Open =
    [
        "Kps.Contracts.Answers.Plans.AnswerSink",
        "Kps.Contracts.Answers.Plans.MemberPlan`1",
        "Kps.Contracts.Answers.Plans.ResultPlan",
        "Kps.Contracts.Ortak.KpsServisSonucu`1",
        "Kps.Contracts.YetkiListesi.BaseEntity",
        "Kps.Gateway.Call.Parsing.QueryCriteria",
        "Kps.Gateway.Call.Queries.Ek.DogrulaQuery`1",
        "Kps.Gateway.Call.Queries.Ek.EkListQuery`3",
        "Kps.Gateway.Call.Queries.Ek.EkQuery`3",
        "Kps.Gateway.Call.Queries.Query`2",
        "Kps.Mernis.MernisReply",
        "Kps.Mernis.Services.QueryOutcome",
        "Kps.Mernis.Services.SorgulaService`1",
        "Kps.Mernis.UpstreamCall",
    ];

    [Test]
    public void Class_IsSealed()
    {
        var open = ProductAssemblies.WrittenTypes
            .Where(type => type is { IsClass: true, IsSealed: false })
            .Select(type => type.FullName)
            .Order(StringComparer.Ordinal);

        Assert.That(open, Is.EqualTo(Open.Order(StringComparer.Ordinal)));
    }

    [Test]
    public void NestedClass_IsSealed() =>
        Assert.That(
            ProductAssemblies.WrittenTypes
                .SelectMany(type => type.GetNestedTypes(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
                .Where(type => type is { IsClass: true, IsSealed: false } && !type.Name.Contains('<')),
            Is.Empty);

    [Test]
    public void PublicTypes_AreThoseOfTheList()
    {
        var found = ProductAssemblies.WrittenTypes
            .Where(type => type.IsPublic)
            .Select(type => $"{type.Assembly.GetName().Name}: {type.FullName}")
            .Order(StringComparer.Ordinal);

        WrittenFile.Check("tests/Kps.Architecture.Tests/public-types.txt", string.Join('\n', found) + "\n");
    }

    [Test]
    public void Gateway_ShowsNothing() =>
        Assert.That(ProductAssemblies.WrittenTypes.Where(type => type.IsPublic && type.Assembly.GetName().Name == "Kps.Gateway"), Is.Empty);
}
