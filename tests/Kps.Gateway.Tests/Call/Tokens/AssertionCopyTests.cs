using System.Text;
using System.Xml;
using FsCheck.Fluent;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Tokens;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Tokens;

/// <summary>One text for one assertion, whatever stands around it.</summary>
internal sealed class AssertionCopyTests
{
    [TestCase("<a:Assertion xmlns:a=\"urn:a\"/>", "<a:Assertion xmlns:a=\"urn:a\"/>")]
    [TestCase("<a:Assertion xmlns:a='urn:a'></a:Assertion >", "<a:Assertion xmlns:a=\"urn:a\"/>")]
    [TestCase("<Assertion  a = '1'><b ><![CDATA[x<y]]></b>\r\n <!-- c --></Assertion>", "<Assertion a=\"1\"><b>x&lt;y</b>\n </Assertion>")]
    [TestCase("<Assertion xmlns='urn:a'><b xmlns=''/><c xmlns='urn:c' d='&quot;&#x131;'/></Assertion>", "<Assertion xmlns=\"urn:a\"><b xmlns=\"\"/><c d=\"&quot;ı\" xmlns=\"urn:c\"/></Assertion>")]
    [TestCase("<Assertion xml:lang='tr' xmlns:xml='http://www.w3.org/XML/1998/namespace'/>", "<Assertion xml:lang=\"tr\"/>")]
    public void Element_IsWrittenInOneForm(string xml, string expected)
    {
        Assert.That(Encoding.UTF8.GetString(Pasted.Copy(xml)), Is.EqualTo(expected));
        Assert.That(Encoding.UTF8.GetString(Pasted.Copy(expected)), Is.EqualTo(expected));
    }

    [Test]
    public void AnyTree_MeansTheSameInTheCopy() => Law.HoldsFor(Gen.Choose(0, int.MaxValue), seed =>
    {
        var message = RandomTree.Message(seed);
        var original = Pasted.Document(message).GetElementsByTagName("Assertion", "*")[0]!;
        var copy = Pasted.Document(Encoding.UTF8.GetString(Pasted.Copy(message))).DocumentElement!;

        Assert.That(RandomTree.Meaning(copy), Is.EqualTo(RandomTree.Meaning(original)), message);
    }, runs: 2000);

    [Test]
    public void PrefixOfTheMessage_IsDeclaredInTheCopy()
    {
        var copy = Pasted.Document(Encoding.UTF8.GetString(Pasted.Copy("<m xmlns='urn:m' xmlns:p='urn:p' xmlns:q='urn:q' xmlns:unused='urn:u'><p:Assertion q:a='1'><b/></p:Assertion></m>")));

        Assert.That(copy.DocumentElement!.NamespaceURI, Is.EqualTo("urn:p"));
        Assert.That(copy.DocumentElement.GetAttribute("a", "urn:q"), Is.EqualTo("1"));
        Assert.That(copy.DocumentElement.FirstChild!.NamespaceURI, Is.EqualTo("urn:m"));
        Assert.That(copy.OuterXml, Does.Not.Contain("urn:u"));
    }

    [Test]
    public void CommentsAreTheSame_WhetherTheReaderDropsThemOrNot()
    {
        const string Xml = "<Assertion><!-- a -->b<!-- c -->d</Assertion>";

        Assert.That(Pasted.Copy(Xml, ignoreComments: true), Is.EqualTo(Pasted.Copy(Xml)));
        Assert.That(Encoding.UTF8.GetString(Pasted.Copy(Xml)), Is.EqualTo("<Assertion>bd</Assertion>"));
    }

    /// <summary>XML reserves them, the framework's reader takes them all the same, and its writer does not.</summary>
    [TestCase("<Assertion xmlns:xmlx='urn:x'/>")]
    [TestCase("<Assertion xmlns:XMLA='urn:x'/>")]
    [TestCase("<m xmlns:xmlx='urn:x'><xmlx:Assertion/></m>")]
    [TestCase("<m xmlns:xmlx='urn:x'><Assertion xmlx:a='1'/></m>")]
    public void ReservedPrefix_IsAFaultOfTheSender(string xml) =>
        Assert.That(() => Pasted.Copy(xml), Throws.TypeOf<ParseFaultException>().With.Property(nameof(ParseFaultException.Fault)).EqualTo(new CallFault(FaultCode.TokenInvalid)));

    [TestCase("<m><Assertion><b/></Assertion><c/></m>")]
    [TestCase("<m><Assertion/><c/></m>")]
    [TestCase("<m><Assertion></Assertion><c/></m>")]
    [TestCase("<m><Assertion><Assertion/></Assertion><c/></m>")]
    public void Reader_IsLeftOnTheEnd(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml));
        reader.ReadToFollowing("Assertion");
        AssertionCopy.Read(reader);

        Assert.That(reader.LocalName, Is.EqualTo("Assertion"));
        reader.Read();
        Assert.That((reader.LocalName, reader.Depth), Is.EqualTo(("c", 1)));
    }

    [Test]
    public void Limits_AreThoseOfAnyMessage()
    {
        Assert.That(FaultOf(Nested(EnvelopeCursor.MaxDepth + 1)), Is.EqualTo(FaultCode.XmlLimitExceeded));
        Assert.That(Pasted.Copy(Nested(EnvelopeCursor.MaxDepth)), Is.Not.Empty);
        Assert.That(FaultOf($"<Assertion>{Attributes(EnvelopeCursor.MaxAttributes + 1)}</Assertion>"), Is.EqualTo(FaultCode.XmlLimitExceeded));
        Assert.That(Pasted.Copy($"<Assertion>{Attributes(EnvelopeCursor.MaxAttributes)}</Assertion>"), Is.Not.Empty);
        Assert.That(FaultOf("<Assertion><?x y?></Assertion>"), Is.EqualTo(FaultCode.ForbiddenXml));
    }

    [Test]
    public void Copy_IsNoLongerThan16KiB()
    {
        const int Frame = 23;
        Assert.That(Pasted.Copy($"<Assertion>{new string('x', AssertionCopy.MaxBytes - Frame)}</Assertion>"), Has.Length.EqualTo(AssertionCopy.MaxBytes));
        Assert.That(FaultOf($"<Assertion>{new string('x', AssertionCopy.MaxBytes - Frame + 1)}</Assertion>"), Is.EqualTo(FaultCode.XmlLimitExceeded));
        Assert.That(FaultOf($"<Assertion>{new string('ş', AssertionCopy.MaxBytes / 2)}</Assertion>"), Is.EqualTo(FaultCode.XmlLimitExceeded));
        Assert.That(FaultOf($"<Assertion>{string.Concat(Enumerable.Repeat("<b/>", AssertionCopy.MaxBytes))}</Assertion>"), Is.EqualTo(FaultCode.XmlLimitExceeded));
    }

    [Test]
    public void TornMessage_IsAnError() => Assert.That(() => Pasted.Copy("<Assertion><b>"), Throws.InstanceOf<XmlException>());

    private static string Nested(int depth) =>
        "<Assertion>" + string.Concat(Enumerable.Repeat("<b>", depth - 1)) + string.Concat(Enumerable.Repeat("</b>", depth - 1)) + "</Assertion>";

    private static string Attributes(int count) => $"<b {string.Join(' ', Enumerable.Range(0, count).Select(index => $"a{index}=''"))}/>";

    private static FaultCode? FaultOf(string xml)
    {
        try
        {
            Pasted.Copy(xml);
            return null;
        }
        catch (ParseFaultException e)
        {
            return e.Fault.Code;
        }
    }
}
