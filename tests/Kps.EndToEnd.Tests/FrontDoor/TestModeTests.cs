using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway;

namespace Kps.EndToEnd.Tests.FrontDoor;

/// <summary>A gateway in TEST mode works like any other and cannot be taken for another (docs/test-mode.md).</summary>
public sealed class TestModeTests
{
    private static readonly XName Ortam = XName.Get("Ortam", KpsNamespaces.Gateway);

    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _house = await TestEnvironment.StartAsync(null, "--Gateway:TestMode=true");

    [OneTimeTearDown]
    public async Task StopAsync() => await _house.DisposeAsync();

    [Test]
    public async Task Answers_AndFaults_AreMarked()
    {
        var answer = await _house.PostAsync(SoapMessage.Query(_house.Samples.Citizen.Value, _house.User));
        var fault = await _house.PostAsync(SoapMessage.Query11(_house.Samples.Citizen.Value, _house.User with { Password = "yanlis-sifre" }));

        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        Assert.That(answer.At("KimlikNo"), Is.EqualTo(_house.Samples.Citizen.Value.ToString(CultureInfo.InvariantCulture)));
        Assert.That(fault.IsFault, fault.Text);
        Assert.That(new[] { answer, fault }.Select(reply => reply.Envelope.Descendants(Ortam).Single().Value), Is.All.EqualTo("TEST"));
    }

    [TestCase(GatewayHost.RouterPath)]
    [TestCase(GatewayHost.StsPath)]
    public async Task Pages_SaySo(string path) =>
        Assert.That(await _house.Http.GetStringAsync(new Uri(_house.RouterUrl, path)), Does.Contain("<b>TEST</b>"));

    [Test]
    public async Task Status_SaysSo()
    {
        using var status = JsonDocument.Parse(await _house.Http.GetStringAsync(new Uri(_house.RouterUrl, "/health/status")));

        Assert.That(status.RootElement.GetProperty("mode").GetString(), Is.EqualTo("TEST"));
    }

    [Test]
    public void StartUpLine_SaysSo() =>
        Assert.That(_house.Log.Lines, Has.One.Contains(" 9003 ").And.One.Contains(", TEST mode; public address"));

    [Test]
    public async Task Tokens_AreOfAnotherIssuer()
    {
        var request = SoapMessage.Query(0, _house.User) with
        {
            Action = OperationCatalog.Issue.Action,
            Operation = OperationCatalog.Issue.Name,
            Namespace = KpsNamespaces.Trust,
            Members = $"<KeyType>{KpsNamespaces.Trust}/Bearer</KeyType><RequestType>{KpsNamespaces.Trust}/Issue</RequestType>",
        };
        using var content = new ByteArrayContent(request.ToBytes());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType);

        using var response = await _house.Http.PostAsync(new Uri(_house.RouterUrl, GatewayHost.StsPath), content);

        var reply = XDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.That((int)response.StatusCode, Is.EqualTo(200), reply.ToString());
        Assert.That(reply.Descendants(Ortam).Single().Value, Is.EqualTo("TEST"));
        Assert.That(reply.Descendants(XName.Get("Assertion", "urn:oasis:names:tc:SAML:1.0:assertion")).Single().Attribute("Issuer")!.Value, Is.EqualTo("urn:kps:sts:test"));
    }
}
