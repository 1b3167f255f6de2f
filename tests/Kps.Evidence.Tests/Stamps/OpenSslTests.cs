using System.Security.Cryptography;
using System.Text;
using Kps.Evidence.Stamps;
using Kps.TestSupport;

namespace Kps.Evidence.Tests.Stamps;

/// <summary>Against an implementation that is not ours.</summary>
internal sealed class OpenSslTests
{
    private static readonly byte[] Data = Encoding.UTF8.GetBytes("kps.example/denetim\n42\n…\n");

    private LocalTsa _tsa = null!;

    [OneTimeSetUp]
    public async Task StartAuthority() => _tsa = await LocalTsa.StartNewAsync();

    [OneTimeTearDown]
    public async Task StopAuthority() => await _tsa.DisposeAsync();

    [SetUp]
    public void Behave() => _tsa.Fault = TsaFault.None;

    [TestCase("SHA256")]
    [TestCase("SHA384")]
    [TestCase("SHA512")]
    public async Task Request_IsAnsweredAndTheStampHolds(string hash)
    {
        var request = TimeStampRequest.Over(Data, new HashAlgorithmName(hash), "1.3.6.1.4.1.55555.2");
        var stamp = request.Accept(await _tsa.ReplyAsync(request.Encode()));

        Assert.That(stamp.Verify(Data, Roots()), Is.EqualTo(new TimeStampVerdict(TimeStampFault.None)));
        Assert.That(stamp.Policy, Is.EqualTo("1.3.6.1.4.1.55555.2"));
        Assert.That(stamp.Accuracy, Is.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(stamp.GenTime, Is.EqualTo(TimeProvider.System.GetUtcNow()).Within(TimeSpan.FromMinutes(1)));
        Assert.That(stamp.SignerNotAfter, Is.EqualTo(new DateTimeOffset(_tsa.Certificate.NotAfter.ToUniversalTime())));
    }

    [Test]
    public async Task OurTokens_AreVerifiedByOpenSsl()
    {
        var request = TimeStampRequest.Over(Data, HashAlgorithmName.SHA256);
        var stamp = request.Accept(await _tsa.ReplyAsync(request.Encode()));
        var (data, token) = (_tsa.FileIn("data"), _tsa.FileIn("token"));
        await File.WriteAllBytesAsync(data, Data);
        await File.WriteAllBytesAsync(token, stamp.Token.ToArray());

        Assert.That(await LocalTsa.OpenSslAsync("ts", "-verify", "-data", data, "-in", token, "-token_in", "-CAfile", _tsa.RootFile), Does.Contain("Verification: OK"));

        await File.WriteAllBytesAsync(data, [.. Data, 1]);
        Assert.That(
            async () => await LocalTsa.OpenSslAsync("ts", "-verify", "-data", data, "-in", token, "-token_in", "-CAfile", _tsa.RootFile),
            Throws.InstanceOf<InvalidOperationException>());
    }

    [Test]
    public async Task Refusal_IsTold()
    {
        _tsa.Fault = TsaFault.Rejected;
        var request = TimeStampRequest.Over(Data, HashAlgorithmName.SHA256);
        var reply = await _tsa.ReplyAsync(request.Encode());

        Assert.That(() => request.Accept(reply), Throws.InstanceOf<FormatException>().With.Message.Contains("Reject"));
    }

    [Test]
    public async Task Answer_ToAnotherQuestionIsRefused()
    {
        var (ours, other) = (TimeStampRequest.Over(Data, HashAlgorithmName.SHA256), TimeStampRequest.Over(Data, HashAlgorithmName.SHA256));
        var reply = await _tsa.ReplyAsync(other.Encode());

        Assert.That(() => ours.Accept(reply), Throws.InstanceOf<FormatException>());
        Assert.That(other.Accept(reply).Verify(Data, Roots()).IsValid);
    }

    [Test]
    public async Task Answer_UnderAnotherPolicyIsRefused()
    {
        var any = TimeStampRequest.Over(Data, HashAlgorithmName.SHA256, "1.3.6.1.4.1.55555.3");
        var reply = await _tsa.ReplyAsync(any.Encode());

        Assert.That(() => any.Accept(reply), Throws.InstanceOf<FormatException>());
    }

    [Test]
    public void Sha1_IsNotAskedFor() => Assert.That(() => TimeStampRequest.Over(Data, HashAlgorithmName.SHA1), Throws.ArgumentException);

    private TsaRoots Roots() => TsaRoots.FromPem(File.ReadAllText(_tsa.RootFile));
}
