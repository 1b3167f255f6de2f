using System.Xml.Linq;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Responding;
using Kps.Gateway.Tests.Fakes;
using Kps.TestSupport;
using Microsoft.AspNetCore.Http.Features;

namespace Kps.Gateway.Tests.Call.Responding;

/// <summary>What the golden pairs do not show: every code in every version, long subjects, callers who are gone.</summary>
internal sealed class SoapResponderTests
{
    private static IEnumerable<TestCaseData> EveryCode =>
        from code in Enum.GetValues<FaultCode>()
        from version in new[] { SoapVersion.Soap11, SoapVersion.Soap12 }
        select new TestCaseData(code, version);

    [TestCaseSource(nameof(EveryCode))]
    public async Task Fault_IsWellFormedAndCarriesCodeAndNumber(FaultCode code, SoapVersion version)
    {
        var call = Calls.Parsed(new SecurityHeader(), version: version);
        await WriteAsync(call, new CallFault(code, "<&\"konu\u00e7"));
        var told = FaultTexts.Of(code);
        var document = XDocument.Parse(Calls.AnswerText(call));
        var kods = document.Descendants().Where(element => element.Name.LocalName == "Kod").Select(element => element.Value);

        Assert.That(kods, Has.Member(told.Kod.ToString()));
        Assert.That(Calls.AnswerText(call), Does.Contain($"İşlem No: {call.IslemNo}").And.Not.Contain("{0}").And.Not.Contain("{1}"));
        Assert.That(call.Http.Response.StatusCode, Is.EqualTo(told.Shape == FaultShape.HataBilgisi ? 200 : 500));
        Assert.That(call.Http.Response.ContentType, Is.EqualTo(version == SoapVersion.Soap12 ? "application/soap+xml; charset=utf-8" : "text/xml; charset=utf-8"));
        Assert.That(call.Http.Response.ContentLength, Is.EqualTo(Calls.Answer(call).Length));
    }

    [Test]
    public async Task BusinessFaultOfACallNobodyUnderstood_IsASoapFault()
    {
        var call = Calls.Arriving();
        await WriteAsync(call, new CallFault(FaultCode.NotEntitled, "Sorgu"));

        Assert.That(call.Http.Response.StatusCode, Is.EqualTo(500));
        Assert.That(Calls.AnswerText(call), Does.Contain("<s:Fault>"));
    }

    [TestCase(true, 500)]
    [TestCase(false, 401)]
    public async Task Challenge_IsForThoseWhoSentNothing(bool hasSecurity, int status)
    {
        var call = Calls.Parsed(hasSecurity ? new SecurityHeader() : null);
        await WriteAsync(call, new CallFault(FaultCode.CredentialsMissing));

        Assert.That(call.Http.Response.StatusCode, Is.EqualTo(status));
        Assert.That(call.Http.Response.Headers.WWWAuthenticate.Count, Is.EqualTo(hasSecurity ? 0 : 1));
        Assert.That(Calls.AnswerText(call), Does.Contain("<s:Fault>"), "A body all the same: some clients report nothing on an empty one.");
    }

    [Test]
    public async Task LongSubject_IsCutBetweenCharacters()
    {
        var call = Calls.Parsed();
        await WriteAsync(call, new CallFault(FaultCode.UnknownMember, new string('a', 99) + "😀" + new string('b', 5000)));

        Assert.That(Calls.AnswerText(call), Does.Contain(new string('a', 99) + ". ").And.Not.Contain("bb"));
        Assert.That(() => XDocument.Parse(Calls.AnswerText(call)), Throws.Nothing);
    }

    [Test]
    public async Task FaultWithoutASubject_HasNoEmptyBrackets()
    {
        var call = Calls.Parsed();
        await WriteAsync(call, new CallFault(FaultCode.XmlLimitExceeded));

        Assert.That(Calls.AnswerText(call), Does.Not.Contain("()"));
    }

    [TestCase("::ffff:192.0.2.10", "192.0.2.10")]
    [TestCase("2001:db8::1", "2001:db8::1")]
    [TestCase(null, "bilinmiyor")]
    public async Task AddressSeen_IsWrittenAsPeopleKnowIt(string? address, string expected)
    {
        var call = Calls.Parsed(address: address);
        await WriteAsync(call, new CallFault(FaultCode.UnknownUser));

        Assert.That(Calls.AnswerText(call), Does.Contain($"Görülen adres: {expected}."));
    }

    [Test]
    public async Task Answer_IsNotKeptByAnybody()
    {
        var call = Calls.Verified();
        call.Answer = new MappedAnswer(BilesikKisiSonuclari.KayitYok(Registered.Person.Value, new() { Kod = 2 }), 2, null);
        await WriteAsync(call, fault: null);

        Assert.That(call.Http.Response.Headers.CacheControl.ToString(), Is.EqualTo("no-store"));
    }

    [Test]
    public async Task CallerWhoIsGone_EndsTheExchangeQuietly()
    {
        var lifetime = new Lifetime();
        var call = Calls.Parsed();
        call.Http.Features.Set<IHttpRequestLifetimeFeature>(lifetime);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await new SoapResponder(Calls.Envelopes(new ManualTimeProvider(Calls.Now))).WriteAsync(call, new CallFault(FaultCode.Internal), gone.Token);

        Assert.That(lifetime.IsAborted, Is.True);
    }

    private static Task WriteAsync(KpsCall call, CallFault? fault) =>
        new SoapResponder(Calls.Envelopes(new ManualTimeProvider(Calls.Now))).WriteAsync(call, fault, CancellationToken.None);

    private sealed class Lifetime : IHttpRequestLifetimeFeature
    {
        public bool IsAborted { get; private set; }

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => IsAborted = true;
    }
}
