using System.Text;
using Kps.Audit.Anchoring;
using Kps.Evidence.Stamps;
using Kps.TestSupport;
using Microsoft.Extensions.Options;

namespace Kps.Audit.Tests.Anchoring;

/// <summary>What authorities, and what stands between, can do wrong.</summary>
internal sealed class TsaClientTests
{
    private static readonly byte[] Data = Encoding.UTF8.GetBytes("to be stamped");

    private LocalTsa _tsa = null!;

    [OneTimeSetUp]
    public async Task StartAuthority() => _tsa = await LocalTsa.StartNewAsync();

    [OneTimeTearDown]
    public async Task StopAuthority() => await _tsa.DisposeAsync();

    [SetUp]
    public void Behave() => _tsa.Fault = TsaFault.None;

    [Test]
    public async Task Stamp_IsVerified()
    {
        using var client = Client();
        var stamp = await client.StampAsync(Data, CancellationToken.None);

        Assert.That(stamp.Verify(Data, TsaRoots.FromPem(File.ReadAllText(_tsa.RootFile))).IsValid);
        Assert.That(_tsa.LastHeaders["Content-Type"], Is.EqualTo("application/timestamp-query"));
        Assert.That(_tsa.LastHeaders, Does.Not.ContainKey("Authorization").And.Not.ContainKey("identity").And.Not.ContainKey("traceparent"));
    }

    [TestCase(TsaFault.ServerError, "NoAnswer")]
    [TestCase(TsaFault.WrongMediaType, "NoAnswer")]
    [TestCase(TsaFault.Oversized, "NoAnswer")]
    [TestCase(TsaFault.Hanging, "TimedOut")]
    [TestCase(TsaFault.OtherHash, "Refused")]
    [TestCase(TsaFault.OtherNonce, "Refused")]
    [TestCase(TsaFault.Rejected, "Refused")]
    [TestCase(TsaFault.Garbage, "Refused")]
    [TestCase(TsaFault.Trailing, "Refused")]
    public void Fault_IsTold(TsaFault fault, string outcome)
    {
        _tsa.Fault = fault;
        using var client = Client(options => options.Timeout = TimeSpan.FromSeconds(fault == TsaFault.Hanging ? 1 : 60));

        Assert.That(() => client.StampAsync(Data, CancellationToken.None), Throws.InstanceOf<TsaException>().With.Property("Outcome").EqualTo(Enum.Parse<TsaOutcome>(outcome)));
    }

    [Test]
    public void NobodyThere_IsTold()
    {
        using var client = Client(options => options.TsaUrl = new Uri($"http://127.0.0.1:{TestCluster.FreePort()}/"));

        Assert.That(() => client.StampAsync(Data, CancellationToken.None), Throws.InstanceOf<TsaException>().With.Property("Outcome").EqualTo(TsaOutcome.Unreachable));
    }

    [Test]
    public async Task ExpiredCertificate_IsNotBelieved()
    {
        await using var tsa = await LocalTsa.StartNewAsync();
        var now = TimeProvider.System.GetUtcNow();
        tsa.NewCertificate(now.AddDays(-20), now.AddDays(-10));
        using var client = Client(options => (options.TsaUrl, options.TrustedCertificatesFile) = (tsa.Url, tsa.RootFile));

        Assert.That(() => client.StampAsync(Data, CancellationToken.None), Throws.InstanceOf<TsaException>().With.Property("Outcome").EqualTo(TsaOutcome.Refused));
    }

    [Test]
    public async Task ForeignRoot_IsNotBelieved()
    {
        await using var tsa = await LocalTsa.StartNewAsync();
        using var client = Client(options => options.TrustedCertificatesFile = tsa.RootFile);

        Assert.That(() => client.StampAsync(Data, CancellationToken.None), Throws.InstanceOf<TsaException>().With.Property("Outcome").EqualTo(TsaOutcome.NotBelieved));
    }

    [Test]
    public void OtherPolicy_IsRefused()
    {
        using var client = Client(options => options.TsaPolicy = "1.3.6.1.4.1.55555.9");

        Assert.That(() => client.StampAsync(Data, CancellationToken.None), Throws.InstanceOf<TsaException>().With.Property("Outcome").EqualTo(TsaOutcome.Refused));
    }

    [Test]
    public async Task Account_TravelsAsBasic()
    {
        using var client = Client(Account);
        await client.StampAsync(Data, CancellationToken.None);

        Assert.That(_tsa.LastHeaders["Authorization"], Is.EqualTo("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("4711:şifre"))));
    }

    [Test]
    public async Task Account_TravelsInKamuSmsHeaderWhenToldSo()
    {
        using var client = Client(options =>
        {
            Account(options);
            options.KamuSmIdentity = true;
        });
        await client.StampAsync(Data, CancellationToken.None);

        Assert.That(_tsa.LastHeaders, Does.Not.ContainKey("Authorization"));
        Assert.That(_tsa.LastHeaders["identity"], Does.Match("^30[0-9a-f]+$").And.Not.Contains("şifre"));
    }

    private static void Account(AnchoringOptions options)
    {
        options.TsaUser = "4711";
        options.TsaPasswordFile = Path.Combine(TestContext.CurrentContext.WorkDirectory, "tsa.password");
        File.WriteAllText(options.TsaPasswordFile, "şifre\n");
    }

    private TsaClient Client(Action<AnchoringOptions>? change = null)
    {
        var options = new AnchoringOptions { TsaUrl = _tsa.Url, TrustedCertificatesFile = _tsa.RootFile, AllowPlainHttp = true };
        change?.Invoke(options);
        return new TsaClient(Options.Create(options));
    }
}
