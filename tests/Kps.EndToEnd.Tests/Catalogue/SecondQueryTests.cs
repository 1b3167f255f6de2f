using Kps.Audit;
using Kps.Audit.Reading;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway.Call;
using Nvi.Simulator.Control;

namespace Kps.EndToEnd.Tests.Catalogue;

/// <summary>Queries that take two of NVİ's services: the second is asked only about somebody the first has found, and when it fails nothing leaves.</summary>
public sealed class SecondQueryTests
{
    private const string AdresAction = "http://kps.nvi.gov.tr/2021/04/01/KimlikNoSorgulaAdresServis/Sorgula";
    private const string NkoAction = "http://kps.nvi.gov.tr/2021/04/01/NkoSorgulaTCKimlikNoServis/Sorgula";

    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    [TearDown]
    public void Calm() => _house.Nvi.ClearFaults();

    [Test]
    public async Task Adres_IsAskedAboutSomebodyFound()
    {
        foreach (var number in new[] { _house.Samples.Citizen, _house.Samples.BlueCard, _house.Samples.Foreigner, _house.Samples.Deceased })
        {
            Assert.That(await QueriesOfAsync(AdresAction, SoapMessage.Of(KpsOperation.BilesikKisiveAdresSorgula, number.Value, _house.User)), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Adres_IsNotAskedAboutNobody()
    {
        Assert.That(await QueriesOfAsync(AdresAction, SoapMessage.Of(KpsOperation.BilesikKisiveAdresSorgula, _house.Samples.Unknown.Value, _house.User)), Is.Zero);
    }

    [Test]
    public async Task Adres_IsNotAskedFor_WhereItIsNotAskedFor()
    {
        Assert.That(await QueriesOfAsync(AdresAction, SoapMessage.Of(KpsOperation.BilesikKisiSorgula, _house.Samples.Citizen.Value, _house.User)), Is.Zero);
    }

    [Test]
    public async Task Family_IsAskedForOfCitizensOnly()
    {
        Assert.That(await QueriesOfAsync(NkoAction, Family(_house.Samples.Citizen.Value)), Is.EqualTo(1));
        Assert.That(await QueriesOfAsync(NkoAction, Family(_house.Samples.Foreigner.Value)), Is.Zero);
        Assert.That(await QueriesOfAsync(NkoAction, Family(_house.Samples.Unknown.Value)), Is.Zero);
    }

    [Test]
    public async Task SecondQuery_ThatFails_FailsTheCall_AndNothingLeaves([Values(KpsOperation.BilesikKisiveAdresSorgula, KpsOperation.AileBireyleriSorgula)] KpsOperation operation)
    {
        var citizen = _house.Nvi.Population.Find(_house.Samples.Citizen.Value)!;
        var asked = await CatalogueRequests.FoundAsync(_house, operation);
        await _house.PostAsync(asked.ToMessage(_house.User));
        _house.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = NviFaultKind.Delay, DelayMilliseconds = 1, Times = 1 });
        _house.Nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = NviFaultKind.SoapFault, Times = 1 });

        var reply = await _house.PostAsync(asked.ToMessage(_house.User));

        Assert.That((reply.Status, reply.ResultHataKod), Is.EqualTo((200, (int?)FaultCode.NviServiceFault)), reply.Text);
        Assert.That(reply.Text, Does.Not.Contain(citizen.Ad).And.Not.Contain(citizen.Soyad));
        var call = await _house.AuditOfAsync(reply.IslemNo);
        Assert.That((call.State, call.Closing!.Cause), Is.EqualTo((AuditCallState.Failed, nameof(FaultCode.NviServiceFault))));
        Assert.That(call.Closing.Attempts.Select(attempt => attempt.Result), Is.EqualTo(new[] { UpstreamAttemptResult.Answered, UpstreamAttemptResult.Fault }), "Both queries stand on the row.");
        Assert.That((call.Result, call.Closing.FieldsReturned), Is.EqualTo(((SealedText?)null, (string?)null)));
    }

    private SoapMessage Family(long number) =>
        SoapMessage.Of(KpsOperation.AileBireyleriSorgula, $"<kriter><TCKimlikNo>{number}</TCKimlikNo><Tip>Aile</Tip></kriter>", _house.User);

    /// <summary>How often NVİ was asked by this action for a call that was answered.</summary>
    private async Task<long> QueriesOfAsync(string action, SoapMessage message)
    {
        var before = _house.Nvi.Statistics.Actions.GetValueOrDefault(action);

        var reply = await _house.PostAsync(message);

        Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
        Assert.That(reply.HataKod, Is.Null.Or.EqualTo(2), reply.Text);
        return _house.Nvi.Statistics.Actions.GetValueOrDefault(action) - before;
    }
}
