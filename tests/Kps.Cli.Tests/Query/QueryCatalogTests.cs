using Kps.Cli.Query;
using Kps.Cli.Text;
using Kps.Contracts;

namespace Kps.Cli.Tests.Query;

public sealed class QueryCatalogTests
{
    private static IEnumerable<TestCaseData> Queries => QueryCatalog.All.Select(query => new TestCaseData(query.Operation.Operation));

    [Test]
    public void EveryOperationOfBothServices_IsInTheTableOnce() =>
        Assert.That(
            QueryCatalog.All.Select(query => query.Operation),
            Is.EqualTo(OperationCatalog.AllOf(KpsService.Kps).Concat(OperationCatalog.AllOf(KpsService.Ek))));

    [Test]
    public void OperationNames_AreThoseOfTheTable() =>
        Assert.That(OperationNames.All, Is.EqualTo(QueryCatalog.All.Select(query => query.Operation)));

    [TestCaseSource(nameof(Queries))]
    public void Query_SaysWhatItGivesAndWhatItTakes(KpsOperation operation)
    {
        var query = QueryCatalog.Of(OperationCatalog.Find(operation)!);

        Assert.Multiple(() =>
        {
            Assert.That(query.About, Does.Match(@"^\p{Lu}.+\.$"));
            Assert.That(query.Criteria.Select(criterion => criterion.Name), Is.Unique);
            Assert.That(query.Criteria.Where(criterion => criterion is { IsRequired: true, Default: not null }), Is.Empty, "What must be said has no default.");
            Assert.That(query.Criteria.Where(criterion => criterion.Kind == CriterionKind.Choice != criterion.Choices.Count > 0), Is.Empty);
            Assert.That(query.Criteria.Where(criterion => CriterionText.ToWire(criterion, criterion.Example) is null), Is.Empty, "An example is of its kind.");
            Assert.That(
                query.Criteria.Where(criterion => criterion.Default is { } value && CriterionText.ToWire(criterion, value) != value), Is.Empty,
                "A default is in the contract's words.");
        });
    }

    [TestCaseSource(nameof(Queries))]
    public void Query_WithEverythingSaid_IsValidByItsWsdl(KpsOperation operation)
    {
        var query = QueryCatalog.Of(OperationCatalog.Find(operation)!);
        var request = Asking.Request(operation, null, Asking.Examples(query));

        RequestSchema.Validate(query.Operation, Asking.Xml(request));
    }

    /// <summary>No member fewer than the contract demands: what is valid with the required ones alone is whole.</summary>
    [TestCaseSource(nameof(Queries))]
    public void Query_WithTheLeastSaid_IsValidByItsWsdl(KpsOperation operation)
    {
        var query = QueryCatalog.Of(OperationCatalog.Find(operation)!);
        var least = query.Criteria.Where(criterion => criterion.IsRequired).Select(criterion => $"{criterion.Name}={criterion.Example}");
        string[] ruled = operation switch
        {
            KpsOperation.TcKimlikNoSorgula => ["AnneAdi=Fatma"],
            KpsOperation.KisiVeCuzdanDogrula => ["TCKKSeriNo=A01B23456"],
            KpsOperation.NufusKayitOrnegiSorgula => ["AileSiraNo=1", "BireySiraNo=2", "CiltKod=3", "IlceKod=4"],
            _ => [],
        };

        RequestSchema.Validate(query.Operation, Asking.Xml(Asking.Request(operation, null, [.. least, .. ruled])));
    }
}
