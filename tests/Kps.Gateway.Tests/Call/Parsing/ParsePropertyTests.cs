using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using FsCheck.Fluent;
using Kps.Contracts;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Parsing;

internal sealed class ParsePropertyTests
{
    private static readonly byte[] Valid = Encoding.UTF8.GetBytes(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
        + Envelopes.Query(Registered.Person, Envelopes.Addressing + "<x:Not xmlns:x=\"urn:x\">şğı</x:Not>" + Envelopes.Security(Envelopes.UsernameToken())));

    static ParsePropertyTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Test]
    public void EveryForm_IsTheSameRequest() => Law.HoldsFor(
        RequestForms.Any,
        form =>
        {
            var call = Parse(Encoding.UTF8.GetBytes(form.Xml), out var fault);

            Assert.That(fault, Is.Null);
            Assert.That(call.Request.Criteria!.AskedNumber, Is.EqualTo(form.KimlikNo));
            Assert.That(call.Request.Action, Is.EqualTo(KpsNamespaces.ActionBase + "BilesikKisiSorgula"));
            Assert.That(call.Request.MessageId, Is.EqualTo("urn:uuid:5a0c0de0-0000-4000-8000-00000000d0e5"));
            Assert.That(call.Request.Security!.UserName, Is.EqualTo(Registered.UserName));
            Assert.That(call.Request.Security.Password!.Value.Reveal(), Is.EqualTo(Registered.Password.Reveal()));
        },
        runs: 2000);

    [Test]
    public void MembersInAnyOrder_AreJudgedWithoutDroppingAny()
    {
        var own = Envelopes.KimlikNo(Registered.Person);
        (string Xml, FaultCode Code, string Named)[] strangers =
        [
            ("<dogumYili>1980</dogumYili>", FaultCode.UnknownMember, "dogumYili"),
            ("<kimlikNo xmlns=\"\">1</kimlikNo>", FaultCode.UnknownMember, "kimlikNo"),
            ("<b:kimlikNo xmlns:b=\"urn:baska\">1</b:kimlikNo>", FaultCode.UnknownMember, "kimlikNo"),
            ("<KIMLIKNO>1</KIMLIKNO>", FaultCode.UnknownMember, "KIMLIKNO"),
            (own, FaultCode.RepeatedMember, "kimlikNo"),
        ];
        var cases =
            from stranger in Gen.Elements(strangers)
            from isFirst in Gen.Elements(true, false)
            from gap in Gen.Elements("", "\n", "<!-- x -->")
            select (stranger, members: isFirst ? stranger.Xml + gap + own : own + gap + stranger.Xml);

        Law.HoldsFor(cases, one =>
        {
            var call = Parse(Encoding.UTF8.GetBytes(Envelopes.Query(one.members)), out var fault);

            Assert.That(fault, Is.EqualTo(new CallFault(one.stranger.Code, one.stranger.Named)));
            Assert.That(call.RequestIfParsed, Is.Null);
        });
    }

    [Test]
    public void MutatedBytes_NeverThrowAndNeverAskForAnotherPersonThanTheyName()
    {
        // One byte in three is taken from what XML is made of: only then do mutations get past the first bracket.
        var bytes = Gen.Frequency((2, Gen.Choose(0, 255).Select(value => (byte)value)), (1, Gen.Elements("<>/&;\"'= !-[]?:0123456789".Select(character => (byte)character))));
        var mutation =
            from kind in Gen.Choose(0, 3)
            from place in Gen.Choose(0, Valid.Length - 1)
            from length in Gen.Choose(1, 30)
            from value in bytes
            select (kind, place, length, value);

        var understood = 0;
        Law.HoldsFor(
            mutation.NonEmptyListOf().Where(list => list.Count <= 6),
            mutations =>
            {
                var body = mutations.Aggregate(Valid, (before, change) => Apply(before, change.kind, change.place, change.length, change.value));
                var call = Parse(body, out var fault);

                if (fault is null)
                {
                    understood++;
                    Assert.That(call.Request.Criteria!.AskedNumber, Is.EqualTo(ReadIndependently(body)), Encoding.UTF8.GetString(body));
                }
            },
            runs: 5000);
        Assert.That(understood, Is.GreaterThan(20), "Otherwise nothing was compared.");
    }

    [Test]
    public void Noise_IsAlwaysAFault() => Law.HoldsFor(
        Gen.Choose(0, 255).Select(value => (byte)value).ListOf(),
        noise =>
        {
            Parse([.. noise], out var fault);

            Assert.That(fault, Is.Not.Null);
        },
        runs: 1000);

    [Test]
    public void AnyCutOfARequest_IsAFault()
    {
        for (var length = 0; length < Valid.Length; length++)
        {
            Parse(Valid[..length], out var fault);

            Assert.That(fault, Is.Not.Null);
        }
    }

    private static byte[] Apply(byte[] body, int kind, int place, int length, byte value)
    {
        place = Math.Min(place, Math.Max(0, body.Length - 1));
        length = Math.Min(length, body.Length - place);
        return kind switch
        {
            0 => [.. body[..place], value, .. body[Math.Min(place + 1, body.Length)..]],
            1 => [.. body[..place], value, .. body[place..]],
            2 => [.. body[..place], .. body[(place + length)..]],
            _ => [.. body[..place], .. body.AsSpan(place, length), .. body[place..]],
        };
    }

    /// <summary>What another reader, one that builds the whole tree, finds as the one number asked for.</summary>
    private static long ReadIndependently(byte[] body)
    {
        using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var envelope = XDocument.Load(reader).Root!;
        var operation = envelope.Element(envelope.Name.Namespace + "Body")!.Elements().Single();
        return long.Parse(operation.Elements(XName.Get("kimlikNo", KpsNamespaces.Service)).Single().Value.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private static KpsCall Parse(byte[] body, out CallFault? fault)
    {
        var call = Calls.Heard(body, "application/soap+xml");
        fault = new ParseStage(QueryTables.All).RunAsync(call, CancellationToken.None).GetAwaiter().GetResult();
        return call;
    }
}
