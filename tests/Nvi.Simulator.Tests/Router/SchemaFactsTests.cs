using System.Security.Cryptography;
using System.Text;

namespace Nvi.Simulator.Tests.Router;

/// <summary>The copied facts are those of NVİ's own WSDLs: compared line by line where the WSDLs are, by digest where they are not.</summary>
internal sealed class SchemaFactsTests
{
    [TestCase("BilesikKutukSorgulaKimlikNoServis-2021-04-01", "1297126F2FBD80D9F7414176B38AB4D8DD43667E017CC123C07D0DCA390BBBB1")]
    [TestCase("BilesikKutukSorgulaKimlikNoServis-2023-02-01", "7ADF924914CBD915BC441CD98D7FF2CF64523FDF04C789220E5BCD299DA686A3")]
    [TestCase("KimlikNoSorgulaAdresServis-2021-04-01", "5A1680A8E18B705723B06E11C95AE96747CE6417D7BBFC1737983C59EBF9115D")]
    [TestCase("NkoSorgulaTCKimlikNoServis-2021-04-01", "74977D70F3AE65A4B8C4DEC1B249BB8B39BF801549570B019A2310A5B35E041C")]
    public void Facts_AreThoseOfTheWsdl(string name, string digest)
    {
        var facts = SchemaFacts.Read(name);

        Assert.That(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(facts))), Is.EqualTo(digest));
        if (SchemaFacts.Wsdl(name) is { } wsdl)
            Assert.That(SchemaFacts.Render(wsdl), Is.EqualTo(facts));
    }
}
