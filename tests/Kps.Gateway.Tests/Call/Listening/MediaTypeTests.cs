using Kps.Gateway.Call;
using Kps.Gateway.Call.Listening;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Tests.Call.Listening;

internal sealed class MediaTypeTests
{
    [TestCase("application/soap+xml; charset=UTF-8", TestName = "C# clients")]
    [TestCase("application/soap+xml ;charset=UTF-8", TestName = "Node clients: a blank before the semicolon")]
    [TestCase("application/soap+xml;charset=\"utf-8\"", TestName = "Quoted charset")]
    [TestCase("Application/SOAP+XML; CHARSET=utf-8", TestName = "Any case")]
    [TestCase("application/soap+xml; charset=utf8", TestName = "utf8 without a hyphen")]
    [TestCase("application/soap+xml; charset=us-ascii", TestName = "ASCII")]
    [SetCulture("tr-TR")]
    public void Soap12_IsKnownByItsType(string header)
    {
        Assert.That(MediaType.Read(header, out var mediaType), Is.Null);
        Assert.That(mediaType.Version, Is.EqualTo(SoapVersion.Soap12));
        Assert.That(mediaType.Encoding!.WebName, Is.EqualTo("utf-8"));
        Assert.That(mediaType.Action, Is.Null);
    }

    [TestCase("text/xml; charset=utf-8")]
    [TestCase("TEXT/XML")]
    [TestCase("application/xml")]
    [SetCulture("tr-TR")]
    public void Soap11_IsKnownByItsType(string header)
    {
        Assert.That(MediaType.Read(header, out var mediaType), Is.Null);
        Assert.That(mediaType.Version, Is.EqualTo(SoapVersion.Soap11));
    }

    [TestCase("application/soap+xml; charset=utf-8; action=\"urn:a\"", "urn:a")]
    [TestCase("application/soap+xml; action=Sorgula; charset=utf-8", "Sorgula")]
    [TestCase("application/soap+xml; action=\"\"", "")]
    public void ActionParameter_IsRead(string header, string action)
    {
        Assert.That(MediaType.Read(header, out var mediaType), Is.Null);
        Assert.That(mediaType.Action, Is.EqualTo(action));
    }

    [TestCase("text/xml; charset=iso-8859-9", "iso-8859-9")]
    [TestCase("text/xml; charset=ISO-8859-9", "iso-8859-9")]
    [TestCase("text/xml; charset=windows-1254", "windows-1254")]
    [SetCulture("tr-TR")]
    public void TurkishCharset_IsTaken(string header, string charset)
    {
        Assert.That(MediaType.Read(header, out var mediaType), Is.Null);
        Assert.That(mediaType.Encoding!.WebName, Is.EqualTo(charset));
    }

    [TestCase("application/soap+xml; charset=utf-7", SoapVersion.Soap12)]
    [TestCase("text/xml; charset=utf-16", SoapVersion.Soap11)]
    [TestCase("text/xml; charset=utf-32", SoapVersion.Soap11)]
    [TestCase("text/xml; charset=ibm037", SoapVersion.Soap11)]
    [TestCase("text/xml; charset=yok", SoapVersion.Soap11)]
    public void OtherCharset_IsRefusedInTheVersionOfTheType(string header, SoapVersion version)
    {
        Assert.That(MediaType.Read(header, out var mediaType), Is.EqualTo(FaultCode.UnsupportedCharset));
        Assert.That(mediaType.Version, Is.EqualTo(version));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("application/json")]
    [TestCase("text/html; charset=utf-8")]
    [TestCase("multipart/related; type=\"application/xop+xml\"")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("çöp")]
    public void OtherType_IsRefused(string? header) => Assert.That(MediaType.Read(header, out _), Is.EqualTo(FaultCode.UnsupportedMediaType));
}
