namespace Kps.Contracts.Tests;

internal sealed class OperationCatalogTests
{
    private static IEnumerable<OperationDescription> Both => OperationCatalog.All.Concat(OperationCatalog.AllOf(KpsService.Ek));

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
    public void SecondService_HasItsElevenInContractOrder() => Assert.That(
        OperationCatalog.AllOf(KpsService.Ek).Select(operation => ((short)operation.Operation, operation.Name)),
        Is.EqualTo(new (short, string)[]
        {
            (20, "KayitYeriIleKimlikSorgula"),
            (21, "NufusKayitOrnegiSorgula"),
            (22, "CuzdanBilgisiSorgula"),
            (23, "NufusOlaySorgula"),
            (24, "IlListesi"),
            (25, "IlceListesi"),
            (26, "MahalleListesi"),
            (27, "CsbmListesi"),
            (28, "IstatistikSorgula"),
            (29, "KisiVeCuzdanDogrula"),
            (30, "YabanciDogrula"),
        }));

    [Test]
    public void Services_HaveTheirOwnOperationsAndNoneHasNone()
    {
        Assert.That(OperationCatalog.AllOf(KpsService.Kps), Is.SameAs(OperationCatalog.All));
        Assert.That(OperationCatalog.AllOf(KpsService.None), Is.Empty);
        Assert.That(OperationCatalog.AllOf((KpsService)3), Is.Empty);
        Assert.That(Both.Select(operation => operation.Name), Is.Unique);
        Assert.That(Both.Select(operation => operation.Operation), Is.EquivalentTo(Enum.GetValues<KpsOperation>().Except([KpsOperation.None, KpsOperation.Issue])));
    }

    [Test]
    public void Actions_AreTheServiceNamespaceWithTheName()
    {
        var operation = OperationCatalog.Find(KpsService.Kps, "BilesikKisiSorgula")!;
        var added = OperationCatalog.Find(KpsService.Ek, "IlListesi")!;

        Assert.That(operation.Namespace, Is.EqualTo("https://www.saglik.gov.tr/KPS/01/01/2017"));
        Assert.That(operation.Action, Is.EqualTo("https://www.saglik.gov.tr/KPS/01/01/2017/IKpsServices/BilesikKisiSorgula"));
        Assert.That(operation.ResponseAction, Is.EqualTo("https://www.saglik.gov.tr/KPS/01/01/2017/IKpsServices/BilesikKisiSorgulaResponse"));
        Assert.That(added.Namespace, Is.EqualTo("urn:kps:ek:2026-01"));
        Assert.That(added.Action, Is.EqualTo("urn:kps:ek:2026-01/IKpsEkServisler/IlListesi"));
        Assert.That(added.ResponseAction, Is.EqualTo("urn:kps:ek:2026-01/IKpsEkServisler/IlListesiResponse"));
    }

    [Test]
    public void TokenIssue_IsOfNoQueryService()
    {
        Assert.That((OperationCatalog.Issue.Service, OperationCatalog.Issue.Namespace), Is.EqualTo((KpsService.None, KpsNamespaces.Trust)));
        Assert.That(Both, Has.None.SameAs(OperationCatalog.Issue));
    }

    [TestCase("")]
    [TestCase("bilesikKisiSorgula")]
    [TestCase("BILESIKKISISORGULA")]
    [TestCase("BilesikKisiSorgulaResponse")]
    [TestCase("Issue")]
    [TestCase("IlListesi")]
    [SetCulture("tr-TR")]
    public void OtherNames_AreNotFound(string name) => Assert.That(OperationCatalog.Find(KpsService.Kps, name), Is.Null);

    [TestCase(KpsOperation.None)]
    [TestCase(KpsOperation.Issue)]
    [TestCase((KpsOperation)8)]
    [TestCase((KpsOperation)19)]
    [TestCase((KpsOperation)31)]
    public void OtherNumbers_AreNotFound(KpsOperation operation) => Assert.That(OperationCatalog.Find(operation), Is.Null);

    [Test]
    public void EveryOperation_IsFoundByNumberAndByNameInItsOwnServiceOnly()
    {
        foreach (var operation in Both)
        {
            Assert.That(OperationCatalog.Find(operation.Operation), Is.SameAs(operation));
            foreach (var service in Enum.GetValues<KpsService>())
                Assert.That(OperationCatalog.Find(service, operation.Name), service == operation.Service ? Is.SameAs(operation) : Is.Null);
        }
    }
}
