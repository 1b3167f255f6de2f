using Kps.Contracts;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Authorizing;
using Kps.Gateway.Tests.Fakes;
using Kps.Registry.Entitlements;
using Kps.Registry.Institutions;
using Kps.Registry.Addresses;
using Kps.TestSupport;

namespace Kps.Gateway.Tests.Call.Authorizing;

internal sealed class AuthorizeStageTests
{
    private static readonly CallFault Refused = new(FaultCode.NotEntitled, "BilesikKisiSorgula");

    [Test]
    public async Task InstitutionThatHoldsTheOperation_MayAsk() => Assert.That(await RunAsync(Registered.Institution()), Is.Null);

    [Test]
    public async Task InstitutionWithoutIt_MayNot() => Assert.That(await RunAsync(Registered.Institution(isEntitled: false)), Is.EqualTo(Refused));

    [Test]
    public async Task AnotherOperation_IsNoRightToThisOne()
    {
        var institution = new RegisteredInstitution([new RegisteredEntitlement(KpsOperation.BilesikKisiveAdresSorgula, "Deneme", "1", null)])
        {
            Id = 1,
            KurumKodu = 1,
            Ad = "UYDURMA",
            Durum = InstitutionDurum.Aktif,
            Ranges = AddressRanges.Empty,
        };

        Assert.That(await RunAsync(institution), Is.EqualTo(Refused));
    }

    [TestCase(InstitutionDurum.Kapali)]
    [TestCase(InstitutionDurum.Bilinmiyor)]
    public async Task InstitutionThatIsNotActive_HoldsNothing(InstitutionDurum durum) =>
        Assert.That(await RunAsync(Registered.Institution(durum: durum)), Is.EqualTo(Refused));

    [TestCase("2026-03-14T20:59:59Z", ExpectedResult = true, TestName = "Last second of the last day in Istanbul")]
    [TestCase("2026-03-14T21:00:00Z", ExpectedResult = false, TestName = "Midnight in Istanbul")]
    [TestCase("2026-03-13T21:00:00Z", ExpectedResult = true, TestName = "First second of the last day")]
    public async Task<bool> Right_EndsWithItsLastDayInIstanbul(string now) =>
        await RunAsync(Registered.Institution(bitis: new DateOnly(2026, 3, 14)), DateTimeOffset.Parse(now)) is null;

    private static ValueTask<CallFault?> RunAsync(RegisteredInstitution institution, DateTimeOffset? now = null) =>
        new AuthorizeStage(new IstanbulClock(new ManualTimeProvider(now ?? Calls.Now)))
            .RunAsync(Calls.Verified(Registered.User(institution: institution)), CancellationToken.None);
}
