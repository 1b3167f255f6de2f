namespace Kps.Gateway.Tests.Clients;

/// <summary>The small parser does what fast-xml-parser was seen to do.</summary>
internal sealed class FastXmlTests
{
    [TestCase("<a b=\"1\">metin</a>", "metin")]
    [TestCase("<a i:nil=\"true\" />", "")]
    [TestCase("<a></a>", "")]
    [TestCase("<a>İĞÜŞÖÇ ı</a>", "İĞÜŞÖÇ ı")]
    [TestCase("<a>A &amp; B</a>", "A &amp; B")]
    [TestCase("<a>007</a>", 7d)]
    [TestCase("<a>1E5</a>", 100_000d)]
    [TestCase("<a>12/3</a>", "12/3")]
    [TestCase("<?xml version=\"1.0\" encoding=\"utf-8\"?><a>true</a>", true)]
    public void Text_BecomesWhatItLooksLike(string xml, object expected) => Assert.That(FastXml.At(FastXml.Parse(xml), "a"), Is.EqualTo(expected));

    [Test]
    public void OneElement_IsAnObject_AndTwoAreAnArray()
    {
        var one = FastXml.Parse("<l><n><a>x</a></n></l>");
        var two = FastXml.Parse("<l><n><a>x</a></n><n><a>y</a></n></l>");

        Assert.That(FastXml.At(one, "l", "n", "a"), Is.EqualTo("x"));
        Assert.That(FastXml.At(two, "l", "n"), Is.InstanceOf<List<object>>().And.Count.EqualTo(2));
    }

    [Test]
    public void MissingMember_EndsTheClient() =>
        Assert.That(() => FastXml.At(FastXml.Parse("<a i:nil=\"true\"/>"), "a", "b"), Throws.InstanceOf<KeyNotFoundException>());
}
