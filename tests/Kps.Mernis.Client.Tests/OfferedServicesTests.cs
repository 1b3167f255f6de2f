using Kps.Mernis.Tests.Fakes;
using Kps.Mernis.Tests.Services;

namespace Kps.Mernis.Tests;

/// <summary>Which services may be called where.</summary>
internal sealed class OfferedServicesTests
{
    private static readonly MernisService[] Public =
    [
        MernisService.BilesikKutukSorgulaKimlikNoServis, MernisService.KimlikNoSorgulaAdresServis, MernisService.NkoSorgulaTCKimlikNoServis,
    ];

    [Test]
    public async Task ByAnalogy_IsOffUnlessTheHostSaysSo()
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var live = TestClient.For(nvi);
        await using var development = TestClient.For(nvi, allowByAnalogy: true);

        Assert.That(Enum.GetValues<MernisService>().Where(live.Mernis.Offers), Is.EqualTo(Public));
        Assert.That(Enum.GetValues<MernisService>().Where(development.Mernis.Offers), Is.EqualTo(Enum.GetValues<MernisService>()));
        Assert.That(development.Mernis.Offers(0), Is.False);
        Assert.That(development.Mernis.Offers((MernisService)99), Is.False);
        Assert.That(development.Mernis.Offers((MernisService)(-1)), Is.False);
    }

    /// <summary>Both names are one client, and the container that made it disposes it once for each.</summary>
    [Test]
    public async Task Offers_AndClient_AreOne_AndGoTogether()
    {
        await using var nvi = await FakeNvi.StartAsync();
        var client = TestClient.For(nvi);

        Assert.That(client.Service<IMernisOffers>(), Is.SameAs(client.Mernis));
        Assert.That(async () => await client.DisposeAsync(), Throws.Nothing);
    }

    [Test]
    public async Task NothingIsSent_ToAServiceThatIsNotOffered()
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi);
        foreach (var query in QueryCase.All.Where(query => !Public.Contains(query.Service)))
        {
            var (reply, value) = await query.Ask(client);
            Assert.That((reply.Fault, value, reply.Attempts.Count, reply.SentAt), Is.EqualTo(((UpstreamFault?)UpstreamFault.NotOffered, (object?)null, 0, (DateTimeOffset?)null)));
        }

        Assert.That(nvi.StsRequests, Is.Empty);
        Assert.That(nvi.RouterRequests, Is.Empty);
    }

    [TestCase("2021-04-01", "2021/04/01")]
    [TestCase("2023-02-01", "2023/02/01")]
    [TestCase("2024-04-01", "2024/04/01")]
    public async Task Bilesik_IsAskedInTheConfiguredVersion(string version, string onTheWire)
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi, new() { ["BilesikVersion"] = version });
        Assert.That((await client.AskAsync()).Value?.KimlikNo, Is.EqualTo(Answers.Person.Value));
        Assert.That(nvi.RouterRequests.Single(), Does
            .Contain($">http://kps.nvi.gov.tr/{onTheWire}/BilesikKutukSorgulaKimlikNoServis/Sorgula</a:Action>")
            .And.Contain($"<s:Body><Sorgula xmlns=\"http://kps.nvi.gov.tr/{onTheWire}\"><kriterListesi>"));
    }

    [Test]
    public async Task Bilesik2024_IsReadWithItsNewMembersAndNamespaces()
    {
        await using var nvi = await FakeNvi.StartAsync();
        var answer = Answers.Citizen(Answers.Person)
            .Replace("http://kps.nvi.gov.tr/2023/02/01", "http://kps.nvi.gov.tr/2024/04/01", StringComparison.Ordinal)
            .Replace("<DurumBilgisi xmlns:b=\"http://kps.nvi.gov.tr/2011/01/01\">", "<DurumBilgisi xmlns:b=\"http://kps.nvi.gov.tr/2024/04/01\">", StringComparison.Ordinal)
            .Replace("<TCKKBilgisi>", "<TCKKBilgisi><Yeni/>", StringComparison.Ordinal)
            .Replace("</TemelBilgisi></KisiBilgisi>", $"</TemelBilgisi><VeliVasiTur><Kod>1</Kod></VeliVasiTur><VeliVasiVar>true</VeliVasiVar></KisiBilgisi>", StringComparison.Ordinal);
        Assert.That(answer, Does.Contain("VeliVasiVar"));
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 200, answer);
        await using var client = TestClient.For(nvi, new() { ["BilesikVersion"] = "2024-04-01" });
        var person = (await client.AskAsync()).Value!.TCVatandasiKisiKutukleri!.KisiBilgisi!;
        Assert.That((person.DurumBilgisi!.Durum!.Kod, person.TemelBilgisi!.Ad), Is.EqualTo(((int?)1, "ŞÜKRÜ")));
    }
}
