using Kps.Contracts;
using Kps.Mernis.Tests.Fakes;
using Nvi.Simulator;
using Nvi.Simulator.Control;
using Nvi.Simulator.Population;

namespace Kps.Mernis.Tests;

/// <summary>The client against NVİ's stand-in, written by other hands from the same document: what both hold true is what the document says.</summary>
public sealed class SimulatorTests
{
    private NviSimulator _nvi = null!;
    private TestClient _client = null!;
    private TestClock _clock = null!;

    [SetUp]
    public async Task SetUp()
    {
        _nvi = await NviSimulator.StartAsync(new NviSimulatorOptions
        {
            EnvironmentName = "Test",
            UserName = "KRM-DENEME",
            Password = new Secret(TestClient.Password),
            PopulationSize = 2_000,
        });
        _clock = new TestClock();
        _client = new TestClient(_nvi.StsUrl, _nvi.RouterUrl, new() { ["SendSorgulayan"] = "true" }, _clock);
    }

    [TearDown]
    public async Task TearDown()
    {
        await _client.DisposeAsync();
        await _nvi.DisposeAsync();
    }

    [Test]
    public async Task EveryPerson_IsReadAsTheRegisterHasThem()
    {
        for (var index = 0L; index < 1_000; index++)
        {
            var person = _nvi.Population.At(index);
            var reply = await _client.AskAsync(person.KimlikNo);
            Assert.That(reply.Fault, Is.Null, $"person {index}");
            Assert.That(reply.Value!.KimlikNo, Is.EqualTo(person.KimlikNo.Value));
            var (ad, soyad, anneAd, yil, olumYil) = Read(reply.Value, person.Kind);
            Assert.That((ad, soyad, anneAd, yil, olumYil), Is.EqualTo((person.Ad, person.Soyad, person.AnneAd, (int?)person.DogumTarih.Yil, (int?)person.OlumTarih?.Yil)), $"person {index}");
        }

        Assert.That(_nvi.Statistics.TokensIssued, Is.EqualTo(1));
    }

    [Test]
    public async Task NobodysNumber_IsAnAnswer()
    {
        var reply = await _client.AskAsync(_nvi.Population.Samples.Unknown);
        Assert.That(reply.Fault, Is.Null);
        Assert.That(reply.Hata is not null || reply.Value!.HataBilgisi?.Kod == 2 || reply.Value.TCVatandasiKisiKutukleri?.HataBilgisi?.Kod == 2
            || reply.Value.TCVatandasiKisiKutukleri?.KisiBilgisi?.HataBilgisi?.Kod == 2, Is.True);
    }

    [Test]
    public async Task Foreigner_WithoutChecksum_IsRead()
    {
        var number = _nvi.Population.Samples.ForeignerWithoutChecksum;
        Assert.That((await _client.AskAsync(number)).Value?.YabanciKisiKutukleri?.KisiBilgisi?.KimlikNo, Is.EqualTo(number.Value));
    }

    [Test]
    public async Task Sorgulayan_Arrives()
    {
        await _client.AskAsync(_nvi.Population.Samples.Citizen, _nvi.Population.Samples.Deceased);
        Assert.That(_nvi.Statistics.LastSorgulayan, Is.Not.Null);
    }

    [Test]
    public async Task RevokedToken_IsReplaced()
    {
        await AskAsync();
        _nvi.RevokeTokens();
        var reply = await AskAsync();
        Assert.That((reply.Fault, reply.Attempts.Count), Is.EqualTo(((UpstreamFault?)null, 3)));
        Assert.That(_nvi.Statistics.TokensIssued, Is.EqualTo(2));
    }

    [Test]
    public async Task WrongPassword_IsStsRefused()
    {
        await File.WriteAllTextAsync(_client.PasswordFile, "yanlış");
        Assert.That((await AskAsync()).Fault, Is.EqualTo(UpstreamFault.StsRefused));
    }

    [TestCase(NviFaultKind.Forbidden, UpstreamFault.AddressNotRegistered)]
    [TestCase(NviFaultKind.ServerError, UpstreamFault.Malformed)]
    [TestCase(NviFaultKind.SoapFault, UpstreamFault.ServiceFault)]
    [TestCase(NviFaultKind.TruncatedBody, UpstreamFault.Unreachable)]
    [TestCase(NviFaultKind.Garbage, UpstreamFault.Malformed)]
    [TestCase(NviFaultKind.HugeAnswer, UpstreamFault.TooLarge)]
    public async Task RouterFault_IsToldOnce_AndGoneWithItsCause(NviFaultKind kind, UpstreamFault expected)
    {
        await AskAsync();
        _nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = kind, Times = 1 });
        var reply = await AskAsync();
        Assert.That((reply.Fault, reply.Attempts.Count), Is.EqualTo(((UpstreamFault?)expected, 1)));
        Assert.That((await AskAsync()).Fault, Is.Null);
        Assert.That(_nvi.Statistics.RouterCalls, Is.EqualTo(3));
    }

    [Test]
    public async Task ResetBeforeAnswer_CostsOneRetry()
    {
        await AskAsync();
        _nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = NviFaultKind.ResetBeforeAnswer, Times = 1 });
        var reply = await AskAsync();
        Assert.That(reply.Attempts.Select(attempt => attempt.Fault), Is.EqualTo(new UpstreamFault?[] { UpstreamFault.Unreachable, null }));
        _nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = NviFaultKind.ResetBeforeAnswer, Times = 2 });
        reply = await AskAsync();
        Assert.That((reply.Fault, reply.Attempts.Count), Is.EqualTo(((UpstreamFault?)UpstreamFault.Unreachable, 2)));
    }

    [Test]
    public async Task ConnectionClosedOnceAccepted_CostsOneRetryAtMost()
    {
        await AskAsync();
        _nvi.Inject(new NviFault { Endpoint = NviEndpoint.Router, Kind = NviFaultKind.CloseAfterAccept, Times = 1 });
        var reply = await AskAsync();
        Assert.That(reply.Attempts, Has.Count.LessThanOrEqualTo(2));
        Assert.That((await AskAsync()).Fault, Is.Null);
    }

    [TestCase(NviFaultKind.Forbidden, UpstreamFault.AddressNotRegistered)]
    [TestCase(NviFaultKind.ServerError, UpstreamFault.StsMalformed)]
    [TestCase(NviFaultKind.SoapFault, UpstreamFault.StsRefused)]
    [TestCase(NviFaultKind.TruncatedBody, UpstreamFault.StsUnreachable)]
    [TestCase(NviFaultKind.Garbage, UpstreamFault.StsMalformed)]
    [TestCase(NviFaultKind.HugeAnswer, UpstreamFault.StsMalformed)]
    public async Task StsFault_IsTold_AndGoneWithItsCause(NviFaultKind kind, UpstreamFault expected)
    {
        _nvi.Inject(new NviFault { Endpoint = NviEndpoint.Sts, Kind = kind, Times = 1 });
        Assert.That((await AskAsync()).Fault, Is.EqualTo(expected));
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.That((await AskAsync()).Fault, Is.Null);
    }

    [TestCase(NviEndpoint.Router, UpstreamFault.Timeout)]
    [TestCase(NviEndpoint.Sts, UpstreamFault.StsTimeout)]
    public async Task HangingDoor_IsATimeout(NviEndpoint door, UpstreamFault expected)
    {
        _nvi.Inject(new NviFault { Endpoint = door, Kind = NviFaultKind.Hang });
        var limit = door == NviEndpoint.Router ? "AttemptTimeout" : "StsTimeout";
        await using var impatient = new TestClient(_nvi.StsUrl, _nvi.RouterUrl, new() { ["ConnectTimeout"] = "00:00:01.5", [limit] = "00:00:01.5" });
        Assert.That((await impatient.AskAsync(_nvi.Population.Samples.Citizen)).Fault, Is.EqualTo(expected));
    }

    private Task<MernisReply<Mernis.Services.BilesikKutuk.BilesikKutukBilgileri>> AskAsync() => _client.AskAsync(_nvi.Population.Samples.Citizen);

    private static (string? Ad, string? Soyad, string? AnneAd, int? Yil, int? OlumYil) Read(Mernis.Services.BilesikKutuk.BilesikKutukBilgileri answer, PersonKind kind)
    {
        switch (kind)
        {
            case PersonKind.Citizen:
                var citizen = answer.TCVatandasiKisiKutukleri!.KisiBilgisi!;
                return (citizen.TemelBilgisi!.Ad, citizen.TemelBilgisi.Soyad, citizen.TemelBilgisi.AnneAd, citizen.TemelBilgisi.DogumTarih!.Yil, citizen.DurumBilgisi!.OlumTarih?.Yil);
            case PersonKind.BlueCard:
                var blueCard = answer.MaviKartliKisiKutukleri!.KisiBilgisi!;
                return (blueCard.TemelBilgisi!.Ad, blueCard.TemelBilgisi.Soyad, blueCard.TemelBilgisi.AnneAd, blueCard.TemelBilgisi.DogumTarih!.Yil, blueCard.DurumBilgisi!.OlumTarih?.Yil);
            default:
                var foreigner = answer.YabanciKisiKutukleri!.KisiBilgisi!;
                return (foreigner.TemelBilgisi!.Ad, foreigner.TemelBilgisi.Soyad, foreigner.TemelBilgisi.AnneAd, foreigner.DogumTarih!.Yil, foreigner.OlumTarih?.Yil);
        }
    }
}
