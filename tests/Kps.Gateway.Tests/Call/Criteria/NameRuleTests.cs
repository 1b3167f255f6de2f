using Kps.Gateway.Call;
using Kps.Gateway.Call.Criteria;

namespace Kps.Gateway.Tests.Call.Criteria;

internal sealed class NameRuleTests
{
    [TestCase("ışık", "IŞIK")]
    [TestCase("istanbul", "İSTANBUL")]
    [TestCase("  ali   veli ", "ALİ VELİ")]
    [TestCase("Şükrü\tÇağ", "ŞÜKRÜ ÇAĞ")]
    public void Upper_IsTurkish(string name, string expected) => Assert.That(NameRule.Upper(name), Is.EqualTo(expected));

    [TestCase("ŞÜKRÜ")]
    [TestCase("AYŞE-GÜL")]
    [TestCase("J. D'ARC")]
    [TestCase(null)]
    public void Name_Passes(string? name) => Assert.That(NameRule.Check(name, "Adi"), Is.Null);

    [TestCase("?UKR?")]
    [TestCase("AYSE\uFFFD")]
    public void LettersLostOnTheWay_AreSaidSo(string name) => Assert.That(NameRule.Check(name, "Adi"), Is.EqualTo(new CallFault(FaultCode.BrokenName, "Adi")));

    [TestCase("ALİ\u0007")]
    [TestCase("4Lİ")]
    [TestCase(" - ")]
    public void WhatIsNoName_IsRefused(string name) => Assert.That(NameRule.Check(name, "Adi"), Is.EqualTo(new CallFault(FaultCode.InvalidCriterion, "Adi")));

    [Test]
    public void LongName_IsRefused()
    {
        Assert.That(NameRule.Check(new string('A', NameRule.MaxLength), "Adi"), Is.Null);
        Assert.That(NameRule.Check(new string('A', NameRule.MaxLength + 1), "Adi")?.Code, Is.EqualTo(FaultCode.InvalidCriterion));
    }
}
