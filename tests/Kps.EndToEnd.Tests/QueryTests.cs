using System.Text;
using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests;

/// <summary>The one thing the house is for: a query is answered, and two rows stand in the log.</summary>
public sealed class QueryTests
{
    private TestEnvironment _environment = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _environment = await SharedHouse.OpenAsync();

    [Test]
    public async Task Citizen_Soap12UsernameToken_IsAnsweredAndAudited()
    {
        var citizen = _environment.Samples.Citizen;

        var reply = await _environment.PostAsync(SoapMessage.Query(citizen.Value, _environment.User));

        Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
        Assert.That(reply.At("TCVatandasiKisiKutukleri/KisiBilgisi/TCKimlikNo"), Is.EqualTo(citizen.Value.ToString()));
        Assert.That(reply.At("TCVatandasiKisiKutukleri/KisiBilgisi/TemelBilgisi/Ad"), Is.Not.Null.And.Not.Empty);
        var row = await _environment.AuditOfAsync(reply.IslemNo);
        Assert.That(row.Closing, Is.Not.Null);
        Assert.That(Encoding.UTF8.GetString(row.Criteria!.Value.Plain.Span), Does.Contain(citizen.Value.ToString()));
    }
}
