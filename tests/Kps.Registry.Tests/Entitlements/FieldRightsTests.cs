using Kps.Registry.Entitlements;

namespace Kps.Registry.Tests.Entitlements;

internal sealed class FieldRightsTests
{
    private const string Din = "Kisi/DurumBilgisi/Din";

    private static readonly DateOnly Today = new(2026, 3, 14);

    [Test]
    public void RightToEverythingOrdinary_IsNothingToLookAt()
    {
        Assert.That(FieldRights.Of(EntitlementKapsam.Tum, []), Is.Null);
        Assert.That(FieldRights.Of(EntitlementKapsam.Secili, []), Is.Not.Null);
        Assert.That(FieldRights.Of(EntitlementKapsam.Tum, [Withheld("A")]), Is.Not.Null);
    }

    [TestCase(EntitlementKapsam.Tum, ExpectedResult = true)]
    [TestCase(EntitlementKapsam.Secili, ExpectedResult = false)]
    [TestCase(EntitlementKapsam.None, ExpectedResult = false)]
    [TestCase((EntitlementKapsam)3, ExpectedResult = false)]
    public bool FieldNobodySpeaksOf_IsDecidedByTheScope(EntitlementKapsam kapsam) => Rights(kapsam, Given("Baska")).IsGiven("A/B", false, Today);

    [TestCase("A", ExpectedResult = false)]
    [TestCase("A/B", ExpectedResult = true)]
    [TestCase("A/B/C", ExpectedResult = false)]
    [TestCase("A/B/C/D", ExpectedResult = false)]
    [TestCase("A/B/CC", ExpectedResult = true)]
    [TestCase("A/BB", ExpectedResult = false)]
    [TestCase("AA", ExpectedResult = true)]
    public bool LongestPathOverAField_Decides(string path) =>
        Rights(EntitlementKapsam.Tum, Withheld("A"), Given("A/B"), Withheld("A/B/C")).IsGiven(path, false, Today);

    [Test]
    public void SpecialField_IsGivenByItsOwnPathAlone()
    {
        Assert.That(Rights(EntitlementKapsam.Tum, Given("Kisi"), Given("Kisi/DurumBilgisi")).IsGiven(Din, true, Today), Is.False);
        Assert.That(Rights(EntitlementKapsam.Secili, Withheld("Kisi"), Given(Din)).IsGiven(Din, true, Today), Is.True);
        Assert.That(Rights(EntitlementKapsam.Tum, Withheld(Din)).IsGiven(Din, true, Today), Is.False);
        Assert.That(FieldSet.Ordinary.IsGiven(Din, true), Is.False);
    }

    [Test]
    public void LapsedGrant_CountsAsAbsent()
    {
        var rights = Rights(EntitlementKapsam.Secili, Given("A", Today), Given(Din, Today.AddDays(-1)));

        Assert.That(rights.IsGiven("A", false, Today), Is.True, "The last day is included.");
        Assert.That(rights.IsGiven("A", false, Today.AddDays(1)), Is.False);
        Assert.That(rights.IsGiven(Din, true, Today.AddDays(-1)), Is.True);
        Assert.That(rights.IsGiven(Din, true, Today), Is.False, "A lapsed Din is withheld again.");
    }

    [Test]
    public void LapsedGrant_LeavesTheDecisionToThePathAbove()
    {
        var rights = Rights(EntitlementKapsam.Tum, Withheld("A"), Given("A/B", Today));

        Assert.That(rights.IsGiven("A/B", false, Today), Is.True);
        Assert.That(rights.IsGiven("A/B", false, Today.AddDays(1)), Is.False);
    }

    [Test]
    public void LapsedWithholding_GoesOn()
    {
        var rights = Rights(EntitlementKapsam.Tum, Withheld("A", Today.AddDays(-400)));

        Assert.That(rights.IsGiven("A", false, Today), Is.False);
        Assert.That(rights.IsGiven("A/B", false, DateOnly.MaxValue), Is.False);
    }

    [Test]
    public void TwoRowsOnOnePath_Withhold()
    {
        Assert.That(Rights(EntitlementKapsam.Tum, Given("A"), Withheld("A")).IsGiven("A", false, Today), Is.False);
        Assert.That(Rights(EntitlementKapsam.Tum, Withheld("A"), Given("A")).IsGiven("A", false, Today), Is.False);
    }

    [Test]
    public void Argument_IsAllowedUnlessWithheld_WhateverTheScope([Values(EntitlementKapsam.Tum, EntitlementKapsam.Secili)] EntitlementKapsam kapsam)
    {
        var set = Rights(
            kapsam, new RegisteredFieldRight(FieldKind.Arguman, "kriter", false, null), new RegisteredFieldRight(FieldKind.Arguman, "kriter/Adi", true, null)).On(Today);

        Assert.That(set.LimitsArguments, Is.True);
        Assert.That((set.IsArgumentGiven("kriter/Adi"), set.IsArgumentGiven("kriter/Soyadi"), set.IsArgumentGiven("kimlikNo")), Is.EqualTo((true, false, true)));
        Assert.That(set.IsGiven("kriter", false), Is.EqualTo(kapsam == EntitlementKapsam.Tum), "A row of one kind says nothing of the other.");
        Assert.That(Rights(kapsam, Withheld("kimlikNo")).On(Today).LimitsArguments, Is.False);
    }

    [Test]
    public void Sets_ThatCoverTheSame_AreOneKey()
    {
        var first = Rights(EntitlementKapsam.Tum, Given(Din, Today.AddDays(9)), Withheld("A/B"));
        var second = Rights(EntitlementKapsam.Tum, Withheld("A/B", Today), Given(Din));

        Assert.That(first.On(Today), Is.EqualTo(second.On(Today)));
        Assert.That(first.On(Today).GetHashCode(), Is.EqualTo(second.On(Today).GetHashCode()));
        Assert.That(first.On(Today.AddDays(10)), Is.Not.EqualTo(second.On(Today.AddDays(10))), "One of them has lapsed.");
        Assert.That(first.On(Today), Is.SameAs(first.On(Today.AddDays(3))), "Made beforehand.");
    }

    [Test]
    public void Sets_ThatDiffer_AreDifferentKeys()
    {
        FieldSet[] sets =
        [
            FieldSet.Ordinary,
            FieldSet.Nothing,
            Rights(EntitlementKapsam.Secili).On(Today),
            Rights(EntitlementKapsam.Tum, Withheld("A")).On(Today),
            Rights(EntitlementKapsam.Tum, Given("A")).On(Today),
            Rights(EntitlementKapsam.Tum, Withheld("A/B")).On(Today),
            Rights(EntitlementKapsam.Secili, Given("A")).On(Today),
            Rights(EntitlementKapsam.Tum, new RegisteredFieldRight(FieldKind.Arguman, "A", false, null)).On(Today),
        ];

        Assert.That(sets, Is.Unique);
    }

    private static FieldRights Rights(EntitlementKapsam kapsam, params RegisteredFieldRight[] rows) => FieldRights.Of(kapsam, rows)!;

    private static RegisteredFieldRight Given(string path, DateOnly? bitis = null) => new(FieldKind.Alan, path, true, bitis);

    private static RegisteredFieldRight Withheld(string path, DateOnly? bitis = null) => new(FieldKind.Alan, path, false, bitis);
}
