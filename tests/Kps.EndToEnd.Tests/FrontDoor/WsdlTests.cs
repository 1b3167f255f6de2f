using System.Text;
using System.Xml.Linq;
using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests.FrontDoor;

/// <summary>What a GET at the router door shows.</summary>
public sealed class WsdlTests
{
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    [TestCase("localhost")]
    [TestCase("127.0.0.1")]
    public async Task Wsdl_AndSingleWsdl_AreOneDocumentWithTheCallersOwnAddress(string host)
    {
        var door = new UriBuilder(_house.RouterUrl) { Host = host }.Uri;

        var wsdl = await _house.Http.GetByteArrayAsync(new Uri(door, "?wsdl"));

        Assert.That(await _house.Http.GetByteArrayAsync(new Uri(door, "?singleWsdl")), Is.EqualTo(wsdl));
        var locations = XDocument.Load(new MemoryStream(wsdl)).Descendants().Where(element => element.Name.LocalName == "address")
            .Select(element => element.Attribute("location")!.Value).ToList();
        Assert.That(locations, Is.EqualTo(new[] { door.ToString(), door.ToString() }));
        Assert.That(Encoding.UTF8.GetString(wsdl), Does.Not.Contain("kps.invalid"));
    }

    [Test]
    public async Task Get_WithoutAQuery_IsAPageForPeople()
    {
        using var response = await _house.Http.GetAsync(_house.RouterUrl);
        var page = await response.Content.ReadAsStringAsync();

        Assert.That((int)response.StatusCode, Is.EqualTo(200));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
        Assert.That(page, Does.Contain($"{_house.RouterUrl}?singleWsdl").And.Contain("BilesikKisiSorgula"));
    }

    [TestCase("/")]
    [TestCase("/Router/Baska.svc")]
    public async Task OtherPaths_AreNotFound(string path)
    {
        using var response = await _house.Http.GetAsync(new Uri(_house.RouterUrl, path));

        Assert.That((int)response.StatusCode, Is.EqualTo(404));
    }
}
