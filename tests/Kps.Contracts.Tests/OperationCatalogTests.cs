namespace Kps.Contracts.Tests;

internal sealed class OperationCatalogTests
{
    [Test]
    public void Catalog_HasTheSevenOperationsInContractOrder() => Assert.That(
        OperationCatalog.All.Select(operation => ((short)operation.Operation, operation.Name)),
        Is.EqualTo(new (short, string)[]
        {
            (1, "BilesikKisiSorgula"),
            (2, "BilesikKisiveAdresSorgula"),
            (3, "KimlikNoIleAdresBilgisiSorgula"),
            (4, "KimlikNoIleNufusKayitOrnegiSorgula"),
            (5, "TcKimlikNoSorgula"),
            (6, "AileBireyleriSorgula"),
            (7, "YetkiListesi"),
        }));

    [Test]
    public void Actions_AreTheServiceNamespaceWithTheName()
    {
        var operation = OperationCatalog.Find("BilesikKisiSorgula")!;

        Assert.That(operation.Action, Is.EqualTo("https://www.saglik.gov.tr/KPS/01/01/2017/IKpsServices/BilesikKisiSorgula"));
        Assert.That(operation.ResponseAction, Is.EqualTo("https://www.saglik.gov.tr/KPS/01/01/2017/IKpsServices/BilesikKisiSorgulaResponse"));
    }

    [TestCase("")]
    [TestCase("bilesikKisiSorgula")]
    [TestCase("BILESIKKISISORGULA")]
    [TestCase("BilesikKisiSorgulaResponse")]
    [TestCase("Issue")]
    [SetCulture("tr-TR")]
    public void OtherNames_AreNotFound(string name) => Assert.That(OperationCatalog.Find(name), Is.Null);

    [TestCase(KpsOperation.None)]
    [TestCase(KpsOperation.Issue)]
    [TestCase((KpsOperation)8)]
    public void OtherNumbers_AreNotFound(KpsOperation operation) => Assert.That(OperationCatalog.Find(operation), Is.Null);

    [Test]
    public void EveryOperation_IsFoundByNameAndNumber()
    {
        foreach (var operation in OperationCatalog.All)
        {
            Assert.That(OperationCatalog.Find(operation.Name), Is.SameAs(operation));
            Assert.That(OperationCatalog.Find(operation.Operation), Is.SameAs(operation));
        }
    }
}
