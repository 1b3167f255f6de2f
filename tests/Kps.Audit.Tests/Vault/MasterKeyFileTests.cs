using System.Security.Cryptography;

namespace Kps.Audit.Tests.Vault;

public sealed class MasterKeyFileTests
{
    private string _path = "";

    [SetUp]
    public void NewPath() => _path = Path.Combine(Path.GetTempPath(), "kps-master-" + Guid.NewGuid().ToString("N"));

    [TearDown]
    public void DeleteFile() => File.Delete(_path);

    [Test]
    public async Task Created_key_wraps_and_unwraps()
    {
        MasterKeyFile.Create(_path);
        using var key = MasterKeyFile.Open(_path);
        var data = RandomNumberGenerator.GetBytes(32);
        var wrapped = await key.WrapAsync(data, CancellationToken.None);
        Assert.That(await key.UnwrapAsync(wrapped, CancellationToken.None), Is.EqualTo(data));
        Assert.That(wrapped, Has.Length.EqualTo(40));
    }

    [Test]
    public async Task Another_key_does_not_unwrap()
    {
        await File.WriteAllBytesAsync(_path, new byte[32]);
        using var first = MasterKeyFile.Open(_path);
        var wrapped = await first.WrapAsync(new byte[32], CancellationToken.None);
        await File.WriteAllBytesAsync(_path, [.. Enumerable.Repeat((byte)1, 32)]);
        using var second = MasterKeyFile.Open(_path);
        Assert.That(second.Id, Is.Not.EqualTo(first.Id));
        Assert.That(async () => await second.UnwrapAsync(wrapped, CancellationToken.None), Throws.InstanceOf<CryptographicException>());
    }

    [TestCase(31)]
    [TestCase(33)]
    [TestCase(0)]
    public void File_of_another_size_is_refused(int size)
    {
        File.WriteAllBytes(_path, new byte[size]);
        Assert.That(() => MasterKeyFile.Open(_path), Throws.InvalidOperationException);
    }

    [Test]
    public void Key_is_never_replaced()
    {
        MasterKeyFile.Create(_path);
        var before = File.ReadAllBytes(_path);
        Assert.That(() => MasterKeyFile.Create(_path), Throws.InstanceOf<IOException>());
        Assert.That(File.ReadAllBytes(_path), Is.EqualTo(before));
    }

    [Test]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Only_the_owner_reads_a_created_key()
    {
        MasterKeyFile.Create(_path);
        using var own = MasterKeyFile.Open(_path);
        Assert.That(own.IsReadableByOthers, Is.False);
        File.SetUnixFileMode(_path, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        using var open = MasterKeyFile.Open(_path);
        Assert.That(open.IsReadableByOthers, Is.True);
    }
}
