using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Nvi.Simulator.Control;
using Nvi.Simulator.Soap;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests.Control;

/// <summary>Each misbehaviour, armed through the control endpoint over real HTTP and seen from outside.</summary>
internal sealed class FaultTests
{
    private TestSimulator _nvi = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _nvi = await TestSimulator.StartAsync();

    [SetUp]
    public void Reset()
    {
        _nvi.Simulator.Reset();
        _nvi.Simulator.RevokeTokens();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _nvi.DisposeAsync();

    private async Task ArmAsync(string json)
    {
        using var response = await _nvi.Http.PostAsync(new Uri(_nvi.Simulator.ControlUrl, "faults"), new StringContent(json));
        Assert.That((int)response.StatusCode, Is.EqualTo(204), await response.Content.ReadAsStringAsync());
    }

    private Task<TestSimulator.Answer> IssueAsync() => _nvi.StsAsync(new StsRequest());

    private async Task<TestSimulator.Answer> QueryAsync() => await _nvi.RouterAsync(await _nvi.QueryAsync(_nvi.Samples.Citizen.Value));

    [Test]
    public async Task Forbidden_IsAnHtmlPageForTheNextCallsOnly()
    {
        await ArmAsync("""{"endpoint":"sts","kind":"forbidden","times":2}""");

        var first = await IssueAsync();
        var second = await IssueAsync();
        var third = await IssueAsync();

        Assert.That(new[] { first.Status, second.Status, third.Status }, Is.EqualTo(new[] { 403, 403, 200 }));
        Assert.That(first.ContentType, Does.StartWith("text/html"));
        Assert.That(first.Text, Does.Contain("Forbidden"));
    }

    [Test]
    public async Task Fault_LastsUntilClearedAndMindsItsDoor()
    {
        await ArmAsync("""{"endpoint":"router","kind":"serverError"}""");

        for (var call = 0; call < 5; call++)
        {
            var answer = await QueryAsync();
            Assert.That(answer.Status, Is.EqualTo(500));
            Assert.That(answer.ContentType, Does.StartWith("text/html"));
        }

        using var response = await _nvi.Http.DeleteAsync(new Uri(_nvi.Simulator.ControlUrl, "faults"));
        Assert.That((int)response.StatusCode, Is.EqualTo(204));
        Assert.That((await QueryAsync()).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Faults_PlayInTheOrderTheyWereArmed()
    {
        await ArmAsync("""{"endpoint":"sts","kind":"serverError","times":1}""");
        await ArmAsync("""{"endpoint":"sts","kind":"forbidden","times":1}""");

        Assert.That(new[] { (await IssueAsync()).Status, (await IssueAsync()).Status, (await IssueAsync()).Status }, Is.EqualTo(new[] { 500, 403, 200 }));
    }

    [TestCase("sts")]
    [TestCase("router")]
    public async Task SoapFault_IsAnInternalServiceFault(string door)
    {
        await ArmAsync($$"""{"endpoint":"{{door}}","kind":"soapFault","times":1}""");

        var answer = door == "sts" ? await IssueAsync() : await QueryAsync();

        Assert.That(answer.Status, Is.EqualTo(500));
        Assert.That(answer.Subcode, Is.EqualTo($"{{{Ns.Dispatcher}}}InternalServiceFault"));
        Assert.That(answer.Xml.At("Body", "Fault", "Code", "Value").Value, Is.EqualTo("s:Receiver"));
    }

    [Test]
    public async Task Garbage_IsNoXmlUnderTheSoapContentType()
    {
        await ArmAsync("""{"endpoint":"router","kind":"garbage","times":1}""");

        var answer = await QueryAsync();

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.ContentType, Does.StartWith("application/soap+xml"));
        Assert.That(() => answer.Xml, Throws.InstanceOf<System.Xml.XmlException>());
    }

    [Test]
    public async Task HugeAnswer_IsWellFormedAndFiveMillionOctetsLong()
    {
        await ArmAsync("""{"endpoint":"router","kind":"hugeAnswer","times":1}""");

        var answer = await QueryAsync();

        Assert.That(answer.Text, Has.Length.EqualTo(5_000_000));
        Assert.That(answer.Xml.Root!.Name.LocalName, Is.EqualTo("Envelope"));
    }

    [Test]
    public async Task WrongContentType_CarriesTheRightAnswer()
    {
        await ArmAsync("""{"endpoint":"sts","kind":"wrongContentType","times":1}""");

        var answer = await IssueAsync();

        Assert.That(answer.ContentType, Does.StartWith("text/html"));
        Assert.That(IssuedAnswer.Read(answer.Xml).ProofKey, Has.Length.EqualTo(32));
    }

    [Test]
    public async Task TruncatedBody_AnnouncesMoreThanItSends()
    {
        await ArmAsync("""{"endpoint":"sts","kind":"truncatedBody","times":1}""");

        using var message = TestSimulator.Message(_nvi.Simulator.StsUrl, new StsRequest().Write());
        using var response = await _nvi.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        using var received = new MemoryStream();
        var body = await response.Content.ReadAsStreamAsync();
        var error = Assert.CatchAsync(() => body.CopyToAsync(received));

        Assert.That(error, Is.InstanceOf<IOException>());
        Assert.That(received.Length, Is.EqualTo(response.Content.Headers.ContentLength / 2));
    }

    [Test]
    public async Task Delay_PutsTheRightAnswerOff()
    {
        await ArmAsync("""{"endpoint":"sts","kind":"delay","delayMilliseconds":300,"times":1}""");
        var begin = TimeProvider.System.GetTimestamp();

        var answer = await IssueAsync();

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(TimeProvider.System.GetElapsedTime(begin), Is.GreaterThan(TimeSpan.FromMilliseconds(290)));
    }

    [Test]
    public async Task Hang_LastsUntilCleared()
    {
        await ArmAsync("""{"endpoint":"router","kind":"hang"}""");
        var query = QueryAsync();
        while (_nvi.Simulator.Statistics.RouterCalls == 0)
            await Task.Delay(10);

        Assert.That(query.IsCompleted, Is.False);
        _nvi.Simulator.ClearFaults();

        Assert.That(async () => await query, Throws.InstanceOf<HttpRequestException>());
        Assert.That((await QueryAsync()).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Hang_EndsWhenTheCallerGoes()
    {
        await ArmAsync("""{"endpoint":"sts","kind":"hang","times":1}""");
        using var impatient = new CancellationTokenSource(200);
        using var message = TestSimulator.Message(_nvi.Simulator.StsUrl, new StsRequest().Write());

        Assert.That(async () => await _nvi.Http.SendAsync(message, impatient.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await IssueAsync()).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task ResetBeforeAnswer_IsAReset()
    {
        await ArmAsync("""{"endpoint":"sts","kind":"resetBeforeAnswer","times":1}""");

        var error = Assert.CatchAsync(IssueAsync);

        Assert.That(error, Is.InstanceOf<HttpRequestException>());
        Assert.That(Causes(error!).OfType<SocketException>().Select(socket => socket.SocketErrorCode), Has.Member(SocketError.ConnectionReset));
        Assert.That((await IssueAsync()).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task CloseAfterAccept_ClosesTheNextConnectionEvenWhenOneWasOpen()
    {
        Assert.That((await IssueAsync()).Status, Is.EqualTo(200));
        await ArmAsync("""{"endpoint":"sts","kind":"closeAfterAccept","times":1}""");

        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", _nvi.Simulator.StsUrl.Port);
        Assert.That(await socket.ReceiveAsync(new byte[1]), Is.Zero);

        Assert.That((await IssueAsync()).Status, Is.EqualTo(200));
        Assert.That(
            _nvi.Simulator.Statistics, Has.Property(nameof(NviStatistics.FaultsPlayed)).EqualTo(1).And.Property(nameof(NviStatistics.StsCalls)).EqualTo(2));
    }

    [Test]
    public async Task CloseAfterAccept_FailsACall()
    {
        await ArmAsync("""{"endpoint":"router","kind":"closeAfterAccept"}""");
        var request = await _nvi.QueryAsync(1);

        Assert.That(async () => await _nvi.RouterAsync(request), Throws.InstanceOf<HttpRequestException>());
        Assert.That(_nvi.Simulator.Statistics.RouterCalls, Is.Zero);
    }

    [Test]
    public async Task Revoke_EndsEveryTokenNow()
    {
        var request = await _nvi.QueryAsync(_nvi.Samples.Citizen.Value);
        Assert.That((await _nvi.RouterAsync(request)).Status, Is.EqualTo(200));

        using var response = await _nvi.Http.PostAsync(new Uri(_nvi.Simulator.ControlUrl, "tokens/revoke"), null);
        var answer = await _nvi.RouterAsync(request);

        Assert.That((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("revoked").GetInt32(), Is.EqualTo(1));
        Assert.That(answer.Subcode, Is.EqualTo($"{{{Ns.Security}}}FailedAuthentication"));
        Assert.That((await QueryAsync()).Status, Is.EqualTo(200));
        Assert.That(_nvi.Simulator.RevokeTokens(), Is.EqualTo(1));
    }

    [Test]
    public async Task Statistics_CountCallsActionsTokensAndFaults()
    {
        await QueryAsync();
        await QueryAsync();
        await ArmAsync("""{"endpoint":"sts","kind":"serverError","times":1}""");
        await IssueAsync();

        var statistics = await _nvi.Http.GetFromJsonAsync<JsonElement>(new Uri(_nvi.Simulator.ControlUrl, "statistics"));

        Assert.That(statistics.GetProperty("stsCalls").GetInt64(), Is.EqualTo(3));
        Assert.That(statistics.GetProperty("routerCalls").GetInt64(), Is.EqualTo(2));
        Assert.That(statistics.GetProperty("tokensIssued").GetInt64(), Is.EqualTo(2));
        Assert.That(statistics.GetProperty("faultsPlayed").GetInt64(), Is.EqualTo(1));
        Assert.That(statistics.GetProperty("actions").GetProperty(Ns.TrustIssueAction).GetInt64(), Is.EqualTo(2));
        Assert.That(statistics.GetProperty("lastSorgulayan").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task Reset_ClearsFaultsAndStatisticsButNoToken()
    {
        var request = await _nvi.QueryAsync(_nvi.Samples.Citizen.Value);
        await ArmAsync("""{"endpoint":"router","kind":"forbidden"}""");

        using var response = await _nvi.Http.PostAsync(new Uri(_nvi.Simulator.ControlUrl, "reset"), null);

        Assert.That((int)response.StatusCode, Is.EqualTo(204));
        Assert.That(_nvi.Simulator.Statistics, Has.Property(nameof(NviStatistics.StsCalls)).Zero.And.Property(nameof(NviStatistics.Actions)).Empty);
        Assert.That((await _nvi.RouterAsync(request)).Status, Is.EqualTo(200));
    }

    [Test]
    public void Actions_AreCountedUpToABound()
    {
        var book = new CallBook();
        for (var action = 0; action < 100; action++)
            book.Saw($"urn:{action}", null);

        Assert.That(book.Read().Actions, Has.Count.EqualTo(65));
        Assert.That(book.Read().Actions["other"], Is.EqualTo(36));
    }

    [Test]
    public async Task Samples_AreServed()
    {
        var samples = await _nvi.Http.GetFromJsonAsync<JsonElement>(new Uri(_nvi.Simulator.ControlUrl, "samples"));

        Assert.That(long.Parse(samples.GetProperty("citizen").GetString()!), Is.EqualTo(_nvi.Samples.Citizen.Value));
        Assert.That(long.Parse(samples.GetProperty("largestFamily").GetString()!), Is.EqualTo(_nvi.Samples.LargestFamily.Value));
        Assert.That(long.Parse(samples.GetProperty("namesakesTwins").GetProperty("other").GetString()!), Is.EqualTo(_nvi.Samples.NamesakesTwins.Other.Value));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("""{"kind":"hang"}""")]
    [TestCase("""{"endpoint":"none","kind":"hang"}""")]
    [TestCase("""{"endpoint":"sts","kind":"none"}""")]
    [TestCase("""{"endpoint":"sts","kind":3}""")]
    [TestCase("""{"endpoint":"sts","kind":"explode"}""")]
    [TestCase("""{"endpoint":"sts","kind":"hang","times":0}""")]
    [TestCase("""{"endpoint":"sts","kind":"delay"}""")]
    [TestCase("""{"endpoint":"sts","kind":"hang","delayMilliseconds":5}""")]
    [TestCase("""{"endpoint":"sts","kind":"hang","time":1}""")]
    public async Task Control_RefusesWhatMakesNoSense(string json)
    {
        using var response = await _nvi.Http.PostAsync(new Uri(_nvi.Simulator.ControlUrl, "faults"), new StringContent(json));

        Assert.That((int)response.StatusCode, Is.EqualTo(400));
        Assert.That((await IssueAsync()).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Control_IsNotServedAtTheDoors()
    {
        using var sts = await _nvi.Http.GetAsync(new Uri(_nvi.Simulator.StsUrl, "/control/statistics"));
        using var control = await _nvi.Http.GetAsync(new Uri(_nvi.Simulator.ControlUrl, NviSimulator.RouterPath));

        Assert.That((int)sts.StatusCode, Is.EqualTo(404));
        Assert.That((int)control.StatusCode, Is.EqualTo(404));
    }

    [Test]
    public void Inject_RefusesWhatMakesNoSense() =>
        Assert.That(
            () => _nvi.Simulator.Inject(new NviFault { Endpoint = NviEndpoint.Sts, Kind = (NviFaultKind)99 }), Throws.ArgumentException);

    private static IEnumerable<Exception> Causes(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
            yield return error;
    }
}
