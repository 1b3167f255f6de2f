using System.Text;
using Kps.Mernis.Transport;

namespace Kps.Mernis.Tests.Transport;

internal sealed class RequestBufferTests
{
    [TestCase("", "")]
    [TestCase("ŞÜKRÜ", "ŞÜKRÜ")]
    [TestCase("&<>\r", "&amp;&lt;&gt;&#xD;")]
    [TestCase("A&&B>", "A&amp;&amp;B&gt;")]
    [TestCase("\U0001F600\"'\n", "\U0001F600\"'\n")]
    public void Text_StandsBetweenTags(string text, string expected)
    {
        using var buffer = new RequestBuffer(1);
        buffer.WriteText(text);
        Assert.That(Encoding.UTF8.GetString(buffer.Written.Span), Is.EqualTo(expected));
    }

    [Test]
    public void LongText_GrowsTheBuffer()
    {
        var text = string.Concat(Enumerable.Repeat("Ğ&", 50_000));
        using var buffer = new RequestBuffer(1);
        buffer.WriteText(text);
        Assert.That(Encoding.UTF8.GetString(buffer.Written.Span), Is.EqualTo(text.Replace("&", "&amp;")));
    }
}
