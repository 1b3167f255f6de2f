using System.Text;
using Kps.Mernis.Sts;

namespace Kps.Mernis.Tests.Sts;

public sealed class PasswordFileTests
{
    private string _path = null!;

    [SetUp]
    public void SetUp() => _path = Path.GetTempFileName();

    [TearDown]
    public void TearDown() => File.Delete(_path);

    [TestCase("parola", "parola")]
    [TestCase("parola\n", "parola")]
    [TestCase("parola\r\n", "parola")]
    [TestCase("\uFEFFparola", "parola")]
    [TestCase(" şifre  ", " şifre  ")]
    public void Password_IsTheTextWithoutItsLineBreak(string text, string expected)
    {
        File.WriteAllText(_path, text);
        Assert.That(PasswordFile.Read(_path).Reveal(), Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase("\n")]
    [TestCase("gizli\u0001parola")]
    public void Password_ThatCannotBe_IsRefusedWithoutQuotingIt(string text)
    {
        File.WriteAllText(_path, text);
        Assert.That(() => PasswordFile.Read(_path), Throws.InstanceOf<IOException>().With.Message.Not.Contain("gizli"));
    }

    [Test]
    public void Password_OfBrokenUtf8_OrTooLong_IsRefused()
    {
        File.WriteAllBytes(_path, [(byte)'a', 0xFF]);
        Assert.That(() => PasswordFile.Read(_path), Throws.InstanceOf<IOException>());
        File.WriteAllBytes(_path, Encoding.ASCII.GetBytes(new string('a', 5000)));
        Assert.That(() => PasswordFile.Read(_path), Throws.InstanceOf<IOException>());
        File.Delete(_path);
        Assert.That(() => PasswordFile.Read(_path), Throws.InstanceOf<IOException>());
    }
}
