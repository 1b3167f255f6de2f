using System.Text;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Tests.Soap;

public sealed class XmlTextTests
{
    [TestCase("ŞÜKRÜ", "ŞÜKRÜ")]
    [TestCase("a\u0001b\u001Fc", "abc")]
    [TestCase("a\tb\nc", "a\tb\nc")]
    [TestCase("\uFFFEx\uFFFF", "x")]
    [TestCase("😀", "😀")]
    public void WithoutIllegalCharacters_LeavesOutOnlyWhatXmlDoesNotKnow(string text, string expected) =>
        Assert.That(XmlText.WithoutIllegalCharacters(text), Is.EqualTo(expected));

    [Test]
    public void WithoutIllegalCharacters_LeavesOutLoneSurrogates()
    {
        Assert.That(XmlText.WithoutIllegalCharacters("a\uD83D"), Is.EqualTo("a"));
        Assert.That(XmlText.WithoutIllegalCharacters("\uDE00a"), Is.EqualTo("a"));
        Assert.That(XmlText.WithoutIllegalCharacters("\uD83Dx\uDE00"), Is.EqualTo("x"));
    }

    [Test]
    public void Escape_LeavesNothingAnXmlReaderWouldReadOtherwise() =>
        Assert.That(Encoding.UTF8.GetString(XmlText.Escape("a&b<c>d\"e'f\rğ")), Is.EqualTo("a&amp;b&lt;c&gt;d\"e'f&#xD;ğ"));

    [Test]
    public void Escape_RefusesWhatXmlDoesNotKnow() => Assert.That(() => XmlText.Escape("a\u0001"), Throws.InstanceOf<System.Xml.XmlException>());
}
