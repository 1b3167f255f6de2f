using System.Text;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Identifying;

namespace Kps.Gateway.Tests.Call.Identifying;

internal sealed class BasicCredentialTests
{
    [Test]
    public void NoHeader_IsNoCredentialAndNoFault()
    {
        Assert.That(BasicCredential.Read(string.Empty, out var credential), Is.Null);
        Assert.That(credential, Is.Null);
    }

    [TestCase("ad:gizli", "ad", "gizli")]
    [TestCase("ad:", "ad", "")]
    [TestCase("ad:a:b:c", "ad", "a:b:c")]
    [TestCase("ad: gizli ", "ad", " gizli ")]
    [TestCase("İĞNE:şifre", "İĞNE", "şifre")]
    public void Header_IsCutAtTheFirstColon(string text, string name, string password)
    {
        Assert.That(BasicCredential.Read(Basic(text), out var credential), Is.Null);
        Assert.That(credential!.Value.UserName, Is.EqualTo(name));
        Assert.That(credential.Value.Password.Reveal(), Is.EqualTo(password));
    }

    [TestCase("basic ")]
    [TestCase("BASIC ")]
    [TestCase("Basic   ")]
    public void Scheme_IsReadInAnyCase(string scheme)
    {
        Assert.That(BasicCredential.Read(scheme + Base64("ad:gizli"), out var credential), Is.Null);
        Assert.That(credential!.Value.UserName, Is.EqualTo("ad"));
    }

    [Test]
    public void TurkishSingleByteText_IsReadAsIso88599()
    {
        byte[] bytes = [(byte)'a', (byte)'d', (byte)':', 0xFE]; // ş

        Assert.That(BasicCredential.Read("Basic " + Convert.ToBase64String(bytes), out var credential), Is.Null);
        Assert.That(credential!.Value.Password.Reveal(), Is.EqualTo("ş"));
    }

    [TestCase("Bearer abc")]
    [TestCase("Basic")]
    [TestCase("Basic ")]
    [TestCase("Basic !!!!")]
    [TestCase("Negotiate YWQ6Z2l6bGk=")]
    public void AnythingElse_IsAFault(string header)
    {
        Assert.That(BasicCredential.Read(header, out var credential), Is.EqualTo(new CallFault(FaultCode.InvalidSecurityHeader, "Authorization")));
        Assert.That(credential, Is.Null);
    }

    [TestCase("adgizli")]
    [TestCase(":gizli")]
    public void TextWithoutAName_IsAFault(string text) =>
        Assert.That(BasicCredential.Read(Basic(text), out _)?.Code, Is.EqualTo(FaultCode.InvalidSecurityHeader));

    [Test]
    public void LongestCredential_IsThatOfAUsernameToken()
    {
        var longest = new string('ş', 256);

        Assert.That(BasicCredential.Read(Basic($"ad:{longest}"), out _), Is.Null);
        Assert.That(BasicCredential.Read(Basic($"ad:{longest}a"), out _)?.Code, Is.EqualTo(FaultCode.InvalidSecurityHeader));
        Assert.That(BasicCredential.Read(Basic($"{longest}a:p"), out _)?.Code, Is.EqualTo(FaultCode.InvalidSecurityHeader));
    }

    [Test]
    public void OverlongHeader_IsAFault() =>
        Assert.That(BasicCredential.Read("Basic " + new string('A', 4096), out _)?.Code, Is.EqualTo(FaultCode.InvalidSecurityHeader));

    [Test]
    public void Text_ShowsNothing()
    {
        BasicCredential.Read(Basic("ad:gizli"), out var credential);

        Assert.That(credential.ToString(), Is.EqualTo(nameof(BasicCredential)));
    }

    private static string Basic(string text) => "Basic " + Base64(text);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
