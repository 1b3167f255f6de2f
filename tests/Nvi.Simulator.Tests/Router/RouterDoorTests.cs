using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Kps.Contracts;
using Nvi.Simulator.Control;
using Nvi.Simulator.Population;
using Nvi.Simulator.Router;
using Nvi.Simulator.Soap;
using Nvi.Simulator.Sts;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests.Router;

/// <summary>The doors without HTTP: whatever arrives, they answer and do not throw.</summary>
internal sealed class RouterDoorTests
{
    private static readonly ManualTime Time = new();
    private static readonly NviPopulation People = new(NviPopulation.Smallest);

    private TokenFactory _tokens = null!;
    private StsDoor _sts = null!;
    private RouterDoor _router = null!;
    private RouterRequest _request = null!;

    [OneTimeSetUp]
    public void Build()
    {
        _tokens = new TokenFactory(Time, TimeSpan.FromHours(1));
        var store = new TokenStore(Time);
        var book = new CallBook();
        _sts = new StsDoor(_tokens, store, book, Time, TestSimulator.User, new Secret(TestSimulator.Password));
        _router = new RouterDoor(new SecurityVerifier(store, Time), RouterServices.All(People), book, Time);
        var issued = XDocument.Parse(Encoding.UTF8.GetString(_sts.Answer(Encoding.UTF8.GetBytes(new StsRequest().Write())).Body.Span));
        _request = new RouterRequest(IssuedAnswer.Read(issued), Time.GetUtcNow()).Asking(People.Samples.Citizen.Value);
    }

    [OneTimeTearDown]
    public void Free() => _tokens.Dispose();

    [Test]
    public void Untouched_IsAnswered() => Assert.That(Ask(_request.Write()).Status, Is.EqualTo(200));

    [Test]
    public void Damaged_IsAnsweredWithoutAnException()
    {
        var text = _request.Write();
        var damage = from start in Gen.Choose(0, text.Length - 1)
                     from length in Gen.Choose(0, 60)
                     from put in Gen.Elements("", "<", "/>", "\"", "<x/>", "http://x", " ", "&amp;", "<ds:X xmlns:ds=\"urn:x\">")
                     select text[..start] + put + text[Math.Min(text.Length, start + length)..];

        Prop.ForAll(damage.ToArbitrary(), damaged => Ask(damaged).Status is 200 or 400 or 500)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    [Test]
    public void WithoutOneElement_IsNeverTrusted()
    {
        // Every element of the Security header is needed for an answer, but for attributes and elements the contract calls optional.
        var whole = XDocument.Parse(_request.Write(), LoadOptions.PreserveWhitespace);
        var names = whole.At("Header", "Security").Descendants().Count();
        for (var position = 0; position < names; position++)
        {
            var copy = new XDocument(whole);
            var removed = copy.At("Header", "Security").Descendants().ElementAt(position);
            var name = removed.Name.LocalName;
            var isOpaque = removed.AncestorsAndSelf(Xml.E + "EncryptedData").Any() && name is "EncryptionMethod" or "DigestMethod"
                or "SecurityTokenReference" or "X509Data" or "X509IssuerSerial" or "X509IssuerName" or "X509SerialNumber";
            isOpaque |= name == "KeyInfo" && removed.Parent!.Name.LocalName == "EncryptedKey";
            if (isOpaque && removed.Ancestors(Xml.E + "EncryptedData").Any())
                continue;
            removed.Remove();

            Assert.That(Ask(copy.ToString(SaveOptions.DisableFormatting)).Status, Is.EqualTo(500), name);
        }
    }

    [Test]
    public void Attribute_OfTheSignatureCannotBeMissing()
    {
        var whole = XDocument.Parse(_request.Write(), LoadOptions.PreserveWhitespace);
        foreach (var signed in new[] { "URI", "Algorithm" })
        {
            var copy = new XDocument(whole);
            copy.Descendants(Xml.D + "Signature").Single().Descendants().Attributes(signed).First().Remove();

            Assert.That(Ask(copy.ToString(SaveOptions.DisableFormatting)).Status, Is.EqualTo(500), signed);
        }
    }

    private SoapReply Ask(string text) => _router.Answer(Encoding.UTF8.GetBytes(text));
}
