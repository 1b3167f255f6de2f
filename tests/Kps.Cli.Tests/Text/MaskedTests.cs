using System.Globalization;
using Kps.Cli.Text;
using Kps.Contracts;

namespace Kps.Cli.Tests.Text;

public sealed class MaskedTests
{
    [Test]
    public void UserName_Number_ShowsThreeDigitsAtEachEnd()
    {
        var number = Tckn.FromFirstNine(321_654_987).Value.ToString(CultureInfo.InvariantCulture);

        Assert.That(Masked.UserName(number), Is.EqualTo($"321*****{number[8..]}"));
    }

    [TestCase("hbys.servis", "hbys.servis")]
    [TestCase("u1234567890", "u1234567890")]
    [TestCase("u12345678901", "u123*****901")]
    public void UserName_Other_HidesOnlyElevenDigits(string name, string expected)
    {
        Assert.That(Masked.UserName(name), Is.EqualTo(expected));
    }

    [Test]
    public void UserName_ManyDigits_NeverShowsElevenInARow()
    {
        Assert.That(Masked.UserName("12345678901234567890123456"), Does.Not.Match("[0-9]{11}").And.Length.EqualTo(26));
    }
}
