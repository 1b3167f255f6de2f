using System.Globalization;
using System.Text.RegularExpressions;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Responding;

namespace Kps.Gateway.Tests.Call.Responding;

internal sealed class FaultTextsTests
{
    private static readonly FaultCode[] Hidden =
    [
        FaultCode.AuthenticationFailed, FaultCode.UnknownUser, FaultCode.WrongPassword, FaultCode.NameLocked, FaultCode.AddressOutsideRanges, FaultCode.AddressUnknown,
    ];

    private static readonly FaultCode[] NotEntitled = [FaultCode.NotEntitled, FaultCode.EntitlementLapsed, FaultCode.ArgumentNotPermitted];

    /// <summary>Whoever can put it right, named in one way or another.</summary>
    private static readonly string[] Responsible =
        ["azılım firmanız", "KPS yöneticisi", "KPS yöneticinize", "bilgi işlem", "Bilgi işlem", "destek birimi", "yeniden deneyin", "Yeniden deneyin", "denetleyip", "Yönetim panelinde", "yönetim panelinden", "sonra doğrulayın"];

    private static IEnumerable<FaultCode> Codes => Enum.GetValues<FaultCode>().Where(code => code != FaultCode.None);

    [TestCaseSource(nameof(Codes))]
    public void Code_HasItsOwnText(FaultCode code)
    {
        if (code != FaultCode.Internal)
        {
            Assert.That(FaultTexts.Of(code), Is.Not.SameAs(FaultTexts.Of(FaultCode.Internal)));
        }
    }

    [TestCaseSource(nameof(Codes))]
    public void Text_IsASentenceThatSaysWhoseJobItIs(FaultCode code)
    {
        var text = FaultTexts.Of(code).Text;

        Assert.That(text, Does.EndWith(".").And.Not.Contain("  "));
        Assert.That(text.Trim(), Is.EqualTo(text));
        Assert.That(text, Does.Match("[çğıöşüİ]"), "It is Turkish.");
        Assert.That(Responsible.Any(text.Contains), $"Whose job is it? {text}");
    }

    [TestCaseSource(nameof(Codes))]
    public void Text_HasNoPlaceholderBeyondSubjectAndAddress(FaultCode code)
    {
        var text = FaultTexts.Of(code).Text;
        var found = Regex.Matches(text, @"[{}]+[^{}]*[{}]+").Select(match => match.Value);

        Assert.That(found, Is.SubsetOf(new[] { "{0}", "{1}" }));
        Assert.That(() => string.Format(CultureInfo.InvariantCulture, text, "a", "b"), Throws.Nothing);
    }

    [TestCaseSource(nameof(Codes))]
    public void Kod_IsTheCodeUnlessItHidesACause(FaultCode code)
    {
        var expected = Hidden.Contains(code) ? (int)FaultCode.AuthenticationFailed : NotEntitled.Contains(code) ? 8 : (int)code;

        Assert.That(FaultTexts.Of(code).Kod, Is.EqualTo(expected));
    }

    [Test]
    public void NoRight_IsOneKodWithATextForEachCause() => Assert.That(NotEntitled.Select(code => FaultTexts.Of(code).Text), Is.Unique);

    [Test]
    public void HiddenCauses_ShareOneRecordThatNamesTheAddress()
    {
        var shared = FaultTexts.Of(FaultCode.AuthenticationFailed);

        Assert.That(Hidden.Select(FaultTexts.Of), Is.All.SameAs(shared));
        Assert.That(Codes.Where(code => ReferenceEquals(FaultTexts.Of(code), shared)), Is.EquivalentTo(Hidden), "And nobody else does.");
        Assert.That(shared.Text, Does.Contain("{1}").And.Not.Contain("{0}"));
    }

    [Test]
    public void BusinessOutcomes_AreAnswersAndEverythingElseAFault()
    {
        var business = Codes.Where(code => FaultTexts.Of(code).Shape == FaultShape.HataBilgisi);
        var expected = Codes.Where(code => (int)code / 1000 is 5 or 6 or 7);

        Assert.That(business, Is.EquivalentTo(expected));
    }

    [Test]
    public void AddressingSubcodes_HaveTheirOwnAction()
    {
        FaultCode[] expected =
            [FaultCode.InvalidAddressingHeader, FaultCode.UnknownOperation, FaultCode.ActionMismatch, FaultCode.OperationNotServed];

        Assert.That(Codes.Where(code => FaultTexts.Of(code).Subcode is { IsAddressing: true }), Is.EquivalentTo(expected));
    }

    [TestCase(FaultCode.None)]
    [TestCase((FaultCode)12345)]
    public void UnknownCode_IsToldAsInternal(FaultCode code) => Assert.That(FaultTexts.Of(code), Is.SameAs(FaultTexts.Of(FaultCode.Internal)));
}
