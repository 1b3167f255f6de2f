using System.Security.Cryptography;
using System.Text;
using Kps.Mernis.Sts;
using Kps.Mernis.Tests.Fakes;

namespace Kps.Mernis.Tests.Sts;

public sealed class TokenReaderTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Test]
    public void Token_IsReadWhole()
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        var token = Read(Answers.Token(Hour, id: "_abc", secret: secret))!;
        Assert.Multiple(() =>
        {
            Assert.That(Encoding.UTF8.GetString(token.EncryptedData), Is.EqualTo(Answers.EncryptedData()));
            Assert.That(token.ProofKey, Is.EqualTo(secret));
            Assert.That(token.AssertionId, Is.EqualTo("_abc"u8.ToArray()));
            Assert.That(token.Lifetime, Is.EqualTo(Hour));
        });
    }

    [TestCase("<EncryptedData xmlns='http://www.w3.org/2001/04/xmlenc#'><a  b = \"1\" /><!-- ğüş -->\r\n<c>x</c>\r</EncryptedData  >")]
    [TestCase("<e:EncryptedData\n\txmlns:e=\"http://www.w3.org/2001/04/xmlenc#\"\n><e:EncryptedData>😀</e:EncryptedData>\n\n</e:EncryptedData>")]
    [TestCase("<e:EncryptedData xmlns:e='http://www.w3.org/2001/04/xmlenc#'><![CDATA[</e:EncryptedData>]]></e:EncryptedData>")]
    [TestCase("<e:EncryptedData xmlns:e='http://www.w3.org/2001/04/xmlenc#' t='>'>&#65;&amp;</e:EncryptedData>")]
    public void EncryptedData_IsKeptCharacterByCharacter(string received)
    {
        foreach (var before in new[] { "", "\n", "\r\n \t", "<!-- ş -->" })
        {
            var token = Read("\uFEFF" + Answers.Token(Hour, encryptedData: before + received).Replace("<s:Header>", "<s:Header>\r\n\n"));
            Assert.That(token is null ? null : Encoding.UTF8.GetString(token.EncryptedData), Is.EqualTo(received));
        }
    }

    [Test]
    public void Prefixes_Order_AndUnknownMembers_DoNotMatter()
    {
        var answer = Answers.Token(Hour)
            .Replace("trust:", "t:").Replace("xmlns:trust", "xmlns:t")
            .Replace("<t:KeySize>256</t:KeySize>", "<t:New><t:Lifetime/></t:New><x xmlns=''/>");
        Assert.That(Read(answer)?.Lifetime, Is.EqualTo(Hour));
        var lifetime = answer[answer.IndexOf("<t:Lifetime><", StringComparison.Ordinal)..(answer.IndexOf("</wsu:Expires></t:Lifetime>", StringComparison.Ordinal) + "</wsu:Expires></t:Lifetime>".Length)];
        Assert.That(Read(answer.Replace(lifetime, "").Replace("</t:RequestSecurityTokenResponse>", lifetime + "</t:RequestSecurityTokenResponse>"))?.Lifetime, Is.EqualTo(Hour));
    }

    [Test]
    public void OneReferenceIsEnough()
    {
        var answer = Answers.Token(Hour, id: "_abc");
        var attached = answer[answer.IndexOf("<trust:RequestedAttachedReference>", StringComparison.Ordinal)..answer.IndexOf("<trust:RequestedUnattachedReference>", StringComparison.Ordinal)];
        Assert.That(Read(answer.Replace(attached, ""))?.AssertionId, Is.EqualTo("_abc"u8.ToArray()));
    }

    [Test]
    public void Lifetime_IsMeasuredByTheServersOwnClock_AndCapped()
    {
        Assert.That(Read(Answers.Token(Hour, createdAt: "1999-01-01T00:00:00Z"))?.Lifetime, Is.EqualTo(Hour));
        Assert.That(Read(Answers.Token(TimeSpan.FromDays(30)))?.Lifetime, Is.EqualTo(TimeSpan.FromHours(24)));
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        var answer = Answers.Token(Hour);
        yield return Case("nothing", "");
        yield return Case("HTML", "<html/>");
        yield return Case("half", answer[..(answer.Length / 2)]);
        yield return Case("DTD", "<!DOCTYPE s [<!ENTITY a 'b'>]>" + answer);
        yield return Case("ended before it began", Answers.Token(-Hour));
        yield return Case("no time", Answers.Token(TimeSpan.Zero));
        yield return Case("time that is none", answer.Replace("2026-01-02T03:04:05.000Z", "dün"));
        yield return Case("no secret", answer.Replace("BinarySecret>", "Secret>"));
        yield return Case("short secret", Answers.Token(Hour, secret: new byte[15]));
        yield return Case("long secret", Answers.Token(Hour, secret: new byte[257]));
        yield return Case("secret that is no base64", answer.Replace("<trust:BinarySecret>", "<trust:BinarySecret>*"));
        yield return Case("two secrets", answer.Replace("</trust:RequestedProofToken>", "<trust:BinarySecret>AAAA</trust:BinarySecret></trust:RequestedProofToken>"));
        yield return Case("no id", answer.Replace("KeyIdentifier", "Other"));
        yield return Case("id with markup", Answers.Token(Hour, id: "a&lt;b"));
        yield return Case("id without end", Answers.Token(Hour, id: new string('a', 201)));
        yield return Case("clear assertion", Answers.Token(Hour, encryptedData: "<saml:Assertion xmlns:saml='urn:oasis:names:tc:SAML:1.0:assertion'/>"));
        yield return Case("empty token", Answers.Token(Hour, encryptedData: "<EncryptedData xmlns='http://www.w3.org/2001/04/xmlenc#'/>"));
        yield return Case("two tokens", Answers.Token(Hour, encryptedData: Answers.EncryptedData() + Answers.EncryptedData()));
        yield return Case("token in another namespace", Answers.Token(Hour, encryptedData: "<EncryptedData xmlns='urn:x'>a</EncryptedData>"));
        yield return Case("token with a prefix declared outside", Answers.Token(Hour, encryptedData: "<s:EncryptedData>a</s:EncryptedData>"));
        yield return Case("token in the outer default namespace", Answers.Token(Hour, encryptedData: "<EncryptedData>a</EncryptedData>")
            .Replace("<s:Body>", "<s:Body xmlns='http://www.w3.org/2001/04/xmlenc#'>"));
        yield return Case("two answers", answer.Replace("</trust:RequestSecurityTokenResponseCollection>", "<trust:RequestSecurityTokenResponse/></trust:RequestSecurityTokenResponseCollection>"));
        yield return Case("nested too deeply", Answers.Token(Hour, encryptedData: "<EncryptedData xmlns='http://www.w3.org/2001/04/xmlenc#'>"
            + string.Concat(Enumerable.Repeat("<a>", 60)) + string.Concat(Enumerable.Repeat("</a>", 60)) + "</EncryptedData>"));

        static TestCaseData Case(string name, string body) => new TestCaseData(body).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Refused))]
    public void Answer_IsRefused(string body) => Assert.That(Read(body), Is.Null);

    [Test]
    public void BrokenUtf8_IsRefused()
    {
        var bytes = Answers.Bytes(Answers.Token(Hour)).ToArray();
        bytes[bytes.AsSpan().IndexOf("<trust:TokenType>urn"u8) + 18] = 0xFF;
        Assert.That(TokenReader.TryRead(bytes), Is.Null);
    }

    [Test]
    public void MutatedAnswers_NeverThrow()
    {
        var random = new Random(20260102);
        var original = Answers.Bytes(Answers.Token(Hour)).ToArray();
        var read = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = (byte[])original.Clone();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(1, 128);
            }

            read += TokenReader.TryRead(bytes.AsSpan(0, random.Next(10) == 0 ? random.Next(bytes.Length) : bytes.Length)) is null ? 0 : 1;
        }

        Assert.That(read, Is.InRange(100, 19_000));
    }

    private static SecurityToken? Read(string body) => TokenReader.TryRead(Answers.Bytes(body));
}
