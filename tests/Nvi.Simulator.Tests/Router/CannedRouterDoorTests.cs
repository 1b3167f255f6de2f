using System.Globalization;
using System.Text;
using Nvi.Simulator.Population;
using Nvi.Simulator.Router;
using Nvi.Simulator.Router.Adres;
using Nvi.Simulator.Router.Bilesik;
using Nvi.Simulator.Router.Nko;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests.Router;

internal sealed class CannedRouterDoorTests
{
    private static readonly NviPopulation People = new(NviPopulation.Smallest);

    [Test]
    public async Task Answer_IsOneCitizenOfThreeToFourKilobytesUnderTheNumberAskedFor()
    {
        await using var nvi = await TestSimulator.StartAsync(options => options with { IsCanned = true });

        var signed = await nvi.RouterAsync(await nvi.QueryAsync(nvi.Samples.Unknown.Value));
        var bare = await nvi.RouterAsync("not even XML");

        Assert.That(signed.Status, Is.EqualTo(200));
        Assert.That(signed.Xml.At("Header", "RelatesTo").Value, Is.EqualTo("urn:uuid:6a0f2a2e-0000-4000-8000-000000000001"));
        Assert.That((long)signed.Xml.Descendants(Xml.V + "TCKimlikNo").First(), Is.EqualTo(nvi.Samples.Unknown.Value));
        Assert.That(signed.Text, Does.Not.Contain(nvi.Samples.CardHolder.Value.ToString(CultureInfo.InvariantCulture)));
        Assert.That(Encoding.UTF8.GetByteCount(signed.Text), Is.InRange(3_000, 4_500));
        Assert.That(bare.Status, Is.EqualTo(200));
        Assert.That(bare.Xml.Descendants(Xml.A + "RelatesTo"), Is.Empty);
        Assert.That((long)bare.Xml.Descendants(Xml.V + "TCKimlikNo").First(), Is.EqualTo(nvi.Samples.CardHolder.Value));
    }

    private static IEnumerable<TestCaseData> Others()
    {
        yield return new TestCaseData(new BilesikKutukService(People, BilesikVersion.V2021), "KimlikNo").SetArgDisplayNames("Bilesik_2021");
        yield return new TestCaseData(new BilesikKutukService(People, BilesikVersion.V2024), "KimlikNo").SetArgDisplayNames("Bilesik_2024");
        yield return new TestCaseData(new AdresService(People), "KimlikNo").SetArgDisplayNames("Adres");
        yield return new TestCaseData(new NkoService(People), "TCKimlikNo").SetArgDisplayNames("Nko");
    }

    [TestCaseSource(nameof(Others))]
    public async Task OtherService_IsAnsweredByItsActionUnderTheNumberAskedFor(RouterService service, string member)
    {
        await using var nvi = await TestSimulator.StartAsync(options => options with { IsCanned = true });
        var asked = nvi.Samples.Unknown.Value;

        var answer = await nvi.RouterAsync((await nvi.QueryAsync()) with { Action = service.Action, Body = Sorgu.Body(service, [(member, asked)]) });

        Assert.That(answer.Xml.At("Header", "Action").Value, Is.EqualTo(service.ResponseAction));
        Assert.That(answer.Xml.At("Body", "SorgulaResponse").Name.NamespaceName, Is.EqualTo(service.Namespace));
        Assert.That((long)answer.Xml.Descendants().First(element => element.Name.LocalName == member), Is.EqualTo(asked));
    }

    [Test]
    public async Task Nko_IsTheLongestRecordWithItsEvents()
    {
        await using var nvi = await TestSimulator.StartAsync(options => options with { IsCanned = true });
        var service = new NkoService(People);

        var answer = await nvi.RouterAsync((await nvi.QueryAsync()) with { Action = service.Action, Body = Sorgu.Body(service, [("TCKimlikNo", 12_345_678_901L)]) });
        var record = answer.Xml.At("Body", "SorgulaResponse").Items().Single();

        Assert.That(record.At("Kisiler").Elements().Count(), Is.EqualTo(40));
        Assert.That((int)record.At("Kisiler").Elements().First().At("YakinlikKod", "Kod"), Is.EqualTo(1));
        Assert.That(record.At("Olaylar").Elements().Count(), Is.GreaterThan(60));
    }

    [Test]
    public async Task Sts_StaysStrict()
    {
        await using var nvi = await TestSimulator.StartAsync(options => options with { IsCanned = true });

        Assert.That((await nvi.StsAsync(new StsRequest { Password = "yanlış" })).Status, Is.EqualTo(500));
    }
}
