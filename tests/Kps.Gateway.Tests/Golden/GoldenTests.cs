using System.Text;
using System.Xml.Linq;
using Kps.Audit;
using Kps.Contracts;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Responding;

namespace Kps.Gateway.Tests.Golden;

/// <summary>Every pair under tests/golden, played through the real pipeline and compared as bytes: real clients cut text out of replies.</summary>
internal sealed class GoldenTests
{
    /// <summary>Codes no request can provoke: they need a full machine, a lost database, a broken NVİ beyond its answer, or a dying connection.</summary>
    private static readonly FaultCode[] BeyondARequest =
    [
        FaultCode.None, FaultCode.RequestIncomplete, FaultCode.AuthenticationFailed, FaultCode.HashingBusy, FaultCode.GatewayBusy, FaultCode.NviTimeout, FaultCode.NviTokenRefused,
        FaultCode.NviTooLarge, FaultCode.NviServiceFault, FaultCode.NviBusy, FaultCode.NviCircuitOpen, FaultCode.NviStsUnreachable, FaultCode.NviStsTimeout,
        FaultCode.NviStsRefused, FaultCode.NviStsMalformed, FaultCode.Internal, FaultCode.RegistryUnavailable,
    ];

    private GoldenHouse _house = null!;

    [OneTimeSetUp]
    public void Open() => _house = new GoldenHouse();

    [OneTimeTearDown]
    public void Close() => _house.Dispose();

    [TestCaseSource(typeof(GoldenCase), nameof(GoldenCase.All))]
    public async Task Pair_IsAnsweredByteForByte(GoldenCase golden)
    {
        var (body, head) = await _house.PlayAsync(golden);

        Assert.That(golden.HasNotes, "A case says in notes.md what it is about.");
        golden.Check(body, head);
        CheckForm(golden, body, head);
    }

    [TestCaseSource(typeof(GoldenCase), nameof(GoldenCase.All))]
    [SetCulture("tr-TR")]
    public async Task Pair_IsTheSameOnATurkishServer(GoldenCase golden)
    {
        var (body, head) = await _house.PlayAsync(golden);

        golden.Check(body, head);
    }

    [Test]
    public async Task EveryFaultARequestCanProvoke_HasAPairInEitherVersion()
    {
        var seen = new HashSet<(SoapVersion, int)>();
        foreach (var golden in GoldenCase.All)
        {
            var (body, _) = await _house.PlayAsync(golden);
            var root = XDocument.Parse(Encoding.UTF8.GetString(body)).Root!;
            var version = root.Name.NamespaceName == SoapNamespaces.Soap12 ? SoapVersion.Soap12 : SoapVersion.Soap11;
            foreach (var kod in root.Descendants().Where(element => element.Name.LocalName == "Kod" && int.TryParse(element.Value, out _)))
            {
                seen.Add((version, int.Parse(kod.Value)));
            }
        }

        var expected = Enum.GetValues<FaultCode>()
            .Except(BeyondARequest)
            .SelectMany(code => new[] { (SoapVersion.Soap11, FaultTexts.Of(code).Kod), (SoapVersion.Soap12, FaultTexts.Of(code).Kod) })
            .Distinct();
        Assert.That(expected.Except(seen), Is.Empty);
    }

    /// <summary>What holds for every reply (soap-toolkits "Replies").</summary>
    private static void CheckForm(GoldenCase golden, byte[] body, string head)
    {
        var text = Encoding.UTF8.GetString(body);
        var document = XDocument.Parse(text);
        var status = head.Split('\n')[0];

        Assert.That(text, Does.StartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><s:Envelope xmlns:s="));
        Assert.That(text, Does.Not.Contain("mustUnderstand="));
        Assert.That(document.Descendants().Count(element => element.Name == XName.Get("IslemNo", KpsNamespaces.Gateway)), Is.GreaterThan(0));
        var content = document.Root!.Elements().Last().Elements().Single();
        if (content.Name.LocalName == "Fault")
        {
            Assert.That(status, Is.AnyOf("500", "401"));
            Assert.That(head.Contains("WWW-Authenticate: Basic"), Is.EqualTo(status == "401"));
        }
        else if (content.Name.NamespaceName == KpsNamespaces.Trust)
        {
            Assert.That(status, Is.EqualTo("200"));
            Assert.That(content.Name.LocalName, Is.EqualTo("RequestSecurityTokenResponseCollection"));
            Assert.That(content.Descendants(XName.Get("Assertion", SoapNamespaces.Saml11)).Count(), Is.EqualTo(1));
        }
        else
        {
            Assert.That(status, Is.EqualTo("200"));
            Assert.That(content.Name.NamespaceName, Is.EqualTo(golden.Sent.Door == AuditDoor.Ek ? KpsNamespaces.Ek : KpsNamespaces.Service));
            Assert.That(content.Name.LocalName, Does.EndWith("Response"));
            Assert.That(() => ServiceSchema.Validate(content, golden.Nesil), Throws.Nothing);
        }
    }
}
