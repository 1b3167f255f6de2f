using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kps.Cli;
using Kps.EndToEnd.Tests.Durability;
using Kps.EndToEnd.Tests.Harness;
using Kps.EndToEnd.Tests.Refusals;
using Kps.Gateway.Call;
using Kps.Gateway.Tests.Clients;
using Kps.TestSupport;

namespace Kps.EndToEnd.Tests.TokenDoor;

/// <summary>Two nodes of one installation share their keys through the registry, and do as the operator's <c>keys</c> commands say without a restart.</summary>
internal sealed partial class TokenKeyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SteppingClock _clock = new();
    private TestEnvironment _house = null!;
    private TokenCaller _first = null!;
    private TokenCaller _second = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _house = await TestEnvironment.StartAsync(_clock, TimeProvider.System, TimeSpan.FromHours(10));
        var port = TestCluster.FreePort();
        await _house.StartNodeAsync(port);
        _first = new TokenCaller(_house, MinistryClient.CSharp, _house.User);
        _second = new TokenCaller(_house, MinistryClient.CSharp, _house.User) { Port = port };
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _house.DisposeAsync();

    [Test]
    [Order(1)]
    public async Task TokenOfOneNode_IsHonouredByTheOther()
    {
        var (ofFirst, ofSecond) = (await _first.TakeTokenAsync(), await _second.TakeTokenAsync());

        Assert.That((await _second.QueryAsync(ofFirst)).Status, Is.EqualTo(200));
        Assert.That((await _first.QueryAsync(ofSecond)).Status, Is.EqualTo(200));
        Assert.That(KeyOf(ofFirst), Is.EqualTo(KeyOf(ofSecond)));
    }

    [Test]
    [Order(2)]
    public async Task KeyRotated_TheNewOneSigns_AndTheOldOnesTokensLiveOn_UntilItIsWithdrawn()
    {
        var old = await _first.TakeTokenAsync();
        await RunAsync("keys", "rotate");

        // It signs in two minutes' time; each node knows it by then.
        _clock.Step(TimeSpan.FromMinutes(3));
        var (ofFirst, ofSecond) = (await TokenOfAnotherKeyAsync(_first, old), await TokenOfAnotherKeyAsync(_second, old));
        foreach (var token in new[] { old, ofFirst, ofSecond })
        {
            Assert.That((await _first.QueryAsync(token)).Status, Is.EqualTo(200));
            Assert.That((await _second.QueryAsync(token)).Status, Is.EqualTo(200));
        }

        await RunAsync("keys", "withdraw", KeyOf(old), "--yes");

        await CheckVoidAsync(_first, old);
        await CheckVoidAsync(_second, old);
        Assert.That((await _first.QueryAsync(ofSecond)).Status, Is.EqualTo(200), "The other key's tokens live on.");
    }

    [Test]
    [Order(3)]
    public async Task SigningKeyWithdrawn_ItsTokensAreVoid_AndASuccessorSignsAtOnce()
    {
        var token = await _second.TakeTokenAsync();

        await RunAsync("keys", "withdraw", KeyOf(token), "--yes");

        await CheckVoidAsync(_second, token);
        await CheckVoidAsync(_first, token);
        Assert.That((await _first.QueryAsync(await TokenOfAnotherKeyAsync(_second, token))).Status, Is.EqualTo(200));
    }

    private async Task CheckVoidAsync(TokenCaller caller, string token)
    {
        var (refusal, after) = await caller.QueryUntilRefusedAsync(token);
        await TestContext.Out.WriteLineAsync($"Void after {after.TotalMilliseconds:0} ms.");
        await _house.CheckFaultAsync(refusal, FaultCode.TokenInvalid, "o:InvalidSecurityToken", "Jeton (saml:Assertion) geçerli değil:");
    }

    private static async Task<string> TokenOfAnotherKeyAsync(TokenCaller caller, string old)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            // The clock was set ahead at once: a node that has not opened the new key yet signs nothing (9003), and never with the old one.
            var reply = await caller.IssueAsync();
            if (!(reply.IsFault && reply.FaultKod == (int)FaultCode.TokenKeysUnavailable) && caller.Cut(reply) is var token && KeyOf(token) != KeyOf(old))
            {
                return token;
            }

            Assert.That(since.Elapsed, Is.LessThan(Patience), "The new key does not sign.");
            await Task.Delay(50);
        }
    }

    private static string KeyOf(string token) => KeyName().Match(token).Groups[1].Value;

    private async Task RunAsync(params string[] args)
    {
        var settings = _house.Certificates.FileIn("keys.json");
        await File.WriteAllTextAsync(settings, JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["Registry:ConnectionString"] = _house.Database.Gateway,
            ["Audit:MasterKeyFile"] = _house.Certificates.FileIn("master.key"),
        }));
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var exitCode = await CommandLine.RunAsync([.. args, "--config", settings], new Terminal(TextReader.Null, output, error, _clock), CancellationToken.None);
        Assert.That((exitCode, error.ToString()), Is.EqualTo((0, string.Empty)), output.ToString());
    }

    [GeneratedRegex("<KeyName>(\\d+)</KeyName>")]
    private static partial Regex KeyName();
}
