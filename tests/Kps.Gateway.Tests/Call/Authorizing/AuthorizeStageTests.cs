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

    [Test]
    public async Task LapsedRight_IsToldWithItsLastDay() => Assert.That(
        await RunAsync(Registered.Institution(bitis: new DateOnly(2026, 3, 13))),
        Is.EqualTo(new CallFault(FaultCode.EntitlementLapsed, "BilesikKisiSorgula, 13.03.2026")));

    [Test]
    public async Task ClosedInstitutionsLapsedRight_IsNoRight() =>
        Assert.That(await RunAsync(Registered.Institution(durum: InstitutionDurum.Kapali, bitis: new DateOnly(2026, 3, 13))), Is.EqualTo(Refused));

    [TestCase("kimlikNo", false, ExpectedResult = FaultCode.ArgumentNotPermitted)]
    [TestCase("kimlikNo", true, ExpectedResult = FaultCode.None)]
    [TestCase("kriter", false, ExpectedResult = FaultCode.None)]
    public async Task<FaultCode> Member_IsSentWithARightToIt(string path, bool izin)
    {
        var fields = FieldRights.Of(EntitlementKapsam.Tum, [new RegisteredFieldRight(FieldKind.Arguman, path, izin, null)]);
        var fault = await RunAsync(Registered.Institution(fields: fields));

        Assert.That(fault?.Subject, fault is null ? Is.Null : Is.EqualTo("kimlikNo"));
        return fault?.Code ?? FaultCode.None;
    }

    private static ValueTask<CallFault?> RunAsync(RegisteredInstitution institution, DateTimeOffset? now = null) =>
        new AuthorizeStage(new IstanbulClock(new ManualTimeProvider(now ?? Calls.Now)))
            .RunAsync(Calls.Verified(Registered.User(institution: institution)), CancellationToken.None);
}
