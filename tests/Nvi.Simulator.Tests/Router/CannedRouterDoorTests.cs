using System.Globalization;
using System.Text;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests.Router;

internal sealed class CannedRouterDoorTests
{
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

    [Test]
    public async Task Sts_StaysStrict()
    {
        await using var nvi = await TestSimulator.StartAsync(options => options with { IsCanned = true });

        Assert.That((await nvi.StsAsync(new StsRequest { Password = "yanlış" })).Status, Is.EqualTo(500));
    }
}
