using Kps.Contracts;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Queries;

internal sealed class QueryTableTests
{
    private static IEnumerable<OperationDescription> Operations => OperationCatalog.All.Concat(OperationCatalog.AllOf(KpsService.Ek));

    [TestCaseSource(nameof(Operations))]
    public void EveryOperation_HasItsQuery(OperationDescription operation) => Assert.That(QueryTables.All.Find(operation.Operation)?.Operation, Is.EqualTo(operation.Operation));

    [Test]
    public void WithoutSuppliedWsdls_WhatNviPublishesIsServedAlone() => Assert.That(
        Operations.Where(operation => QueryTables.WithoutAnalogy.Find(operation.Operation) is null).Select(operation => operation.Operation),
        Is.EqualTo(new[]
        {
            KpsOperation.TcKimlikNoSorgula, KpsOperation.KayitYeriIleKimlikSorgula, KpsOperation.IlListesi, KpsOperation.IlceListesi, KpsOperation.MahalleListesi,
            KpsOperation.CsbmListesi, KpsOperation.IstatistikSorgula,
        }));
}
