using Kps.Contracts;
using Kps.Contracts.AileBireyleriSorgula;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Tests.Call.Parsing;

internal sealed class RequestMembersTests
{
    private static readonly MemberShape[] Shapes =
    [
        MemberShape.Required("Zorunlu"), MemberShape.Optional("Istege"), MemberShape.Optional("Gun"), MemberShape.Optional("Tip"),
        MemberShape.Optional("Evet"), MemberShape.OptionalObject("Nesne"),
    ];

    [Test]
    public void Members_AreFoundInAnyOrder()
    {
        var members = Read(Leaf("Istege", " b "), Leaf("Zorunlu", "7"));

        Assert.That((members.RequiredInt64("Zorunlu"), members.Text("Istege"), members.Text("Gun")), Is.EqualTo((7L, "b", (string?)null)));
    }

    [Test]
    public void Unknown_IsNamed() => Faults(FaultCode.UnknownMember, "Baska", Leaf("Zorunlu", "1"), Leaf("Baska", "1"));

    [Test]
    public void WronglyNamespaced_IsUnknown() => Faults(FaultCode.UnknownMember, "Zorunlu", new BodyElement("Zorunlu", "urn:baska", false, "1", []));

    [Test]
    public void Repeated_IsNamed() => Faults(FaultCode.RepeatedMember, "Zorunlu", Leaf("Zorunlu", "1"), Leaf("Zorunlu", "1"));

    [Test]
    public void Missing_IsNamed() => Faults(FaultCode.MissingMember, "Zorunlu", Leaf("Istege", "1"));

    [TestCase("")]
    [TestCase("  ")]
    public void EmptyWhereOneIsDemanded_IsMissing(string text) => Faults(FaultCode.MissingMember, "Zorunlu", Leaf("Zorunlu", text));

    [Test]
    public void NilWhereOneIsDemanded_IsMissing() => Faults(FaultCode.MissingMember, "Zorunlu", Leaf("Zorunlu", "1", isNil: true));

    [Test]
    public void ElementsInsideALeaf_AreUnknown() =>
        Faults(FaultCode.UnknownMember, "Ic", new BodyElement("Zorunlu", KpsNamespaces.Service, false, string.Empty, [Leaf("Ic", "1")]));

    [Test]
    public void LostLetters_AreSaidSo() => Assert.That(
        () => Read(Leaf("Zorunlu", "a\uFFFD")).Text("Zorunlu"), Throws.TypeOf<ParseFaultException>().With.Property("Fault").EqualTo(new CallFault(FaultCode.BrokenCharacters, "Zorunlu")));

    [TestCase("1984-02-03T00:00:00")]
    [TestCase("1984-02-03T00:00:00Z")]
    [TestCase("1984-02-03T23:30:00+03:00")]
    [TestCase("1984-02-03")]
    public void Day_IsTheOneThatWasWritten(string text) =>
        Assert.That(Read(Leaf("Zorunlu", "1"), Leaf("Gun", text)).Day("Gun"), Is.EqualTo(new DateOnly(1984, 2, 3)));

    [TestCase("03.02.1984")]
    [TestCase("1984-02-30")]
    [TestCase("dün")]
    public void DayOfNoCalendar_IsInvalid(string text) => Assert.That(() => Read(Leaf("Zorunlu", "1"), Leaf("Gun", text)).Day("Gun"), Throws.TypeOf<ParseFaultException>());

    [Test]
    public void Enumeration_IsReadByName() =>
        Assert.That(Read(Leaf("Zorunlu", "1"), Leaf("Tip", "TumAile")).Enum<EAileSorguTipi>("Tip"), Is.EqualTo(EAileSorguTipi.TumAile));

    [TestCase("1")]
    [TestCase("tumaile")]
    [TestCase("Aile,TumAile")]
    public void OtherThanAName_IsInvalid(string text) =>
        Assert.That(() => Read(Leaf("Zorunlu", "1"), Leaf("Tip", text)).Enum<EAileSorguTipi>("Tip"), Throws.TypeOf<ParseFaultException>());

    [TestCase("true", true)]
    [TestCase("1", true)]
    [TestCase("false", false)]
    [TestCase("0", false)]
    public void Boolean_HasFourWords(string text, bool expected) => Assert.That(Read(Leaf("Zorunlu", "1"), Leaf("Evet", text)).Boolean("Evet"), Is.EqualTo(expected));

    [Test]
    public void NilObject_IsAbsent() =>
        Assert.That(Read(Leaf("Zorunlu", "1"), Leaf("Nesne", string.Empty, isNil: true)).Object("Nesne"), Is.Null);

    private static BodyElement Leaf(string name, string text, bool isNil = false) => new(name, KpsNamespaces.Service, isNil, text, []);

    private static RequestMembers Read(params BodyElement[] members) => RequestMembers.Of(new BodyElement("kriter", KpsNamespaces.Service, false, string.Empty, members), Shapes);

    private static void Faults(FaultCode code, string name, params BodyElement[] members) =>
        Assert.That(() => Read(members), Throws.TypeOf<ParseFaultException>().With.Property("Fault").EqualTo(new CallFault(code, name)));
}
