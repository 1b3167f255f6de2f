using Kps.Gateway.Call.Entitling;
using Kps.Gateway.Call.Parsing;
using Kps.Registry.Entitlements;

namespace Kps.Gateway.Tests.Call.Entitling;

internal sealed class SentArgumentsTests
{
    private static readonly BodyElement Asked = Element(
        "TcKimlikNoSorgula",
        Element("kriter", Value("Adi", "ŞÜKRÜ"), Value("AnneAdi", "ELİF"), Value("BabaAdi", "  "), Value("DogumYeri", "VAN") with { IsNil = true }));

    [Test]
    public void FirstMemberThatIsWithheld_IsNamed() =>
        Assert.That(SentArguments.FirstWithheld(Asked, Withheld("kriter/AnneAdi")), Is.EqualTo("kriter/AnneAdi"));

    [TestCase("kriter/BabaAdi", Description = "Blank")]
    [TestCase("kriter/DogumYeri", Description = "Nil")]
    [TestCase("kriter/Soyadi", Description = "Not there")]
    [TestCase("AnneAdi")]
    public void MemberThatWasNotSent_IsNotMissed(string path) => Assert.That(SentArguments.FirstWithheld(Asked, Withheld(path)), Is.Null);

    [Test]
    public void RecordThatIsWithheld_NamesItsFirstMember() => Assert.That(SentArguments.FirstWithheld(Asked, Withheld("kriter")), Is.EqualTo("kriter/Adi"));

    [Test]
    public void NothingSaidOfTheRequest_LetsEverythingPass()
    {
        Assert.That(SentArguments.FirstWithheld(Asked, FieldSet.Ordinary), Is.Null);
        Assert.That(SentArguments.FirstWithheld(Asked, FieldSet.Nothing), Is.Null, "The scope is about what leaves.");
    }

    private static FieldSet Withheld(string path) => new(EntitlementKapsam.Tum, [new(FieldKind.Arguman, path, false, null)]);

    private static BodyElement Element(string name, params BodyElement[] children) => new(name, "urn:x", false, string.Empty, children);

    private static BodyElement Value(string name, string text) => new(name, "urn:x", false, text, []);
}
