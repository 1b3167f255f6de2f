using Kps.Gateway.Call;
using Kps.Gateway.Call.Criteria;

namespace Kps.Gateway.Tests.Call.Criteria;

internal sealed class BirthDateRuleTests
{
    private static readonly DateOnly Today = new(2026, 3, 14);

    [TestCase(1900, 1, 1)]
    [TestCase(2026, 3, 14)]
    [TestCase(1984, null, null)]
    [TestCase(1984, 2, null)]
    [TestCase(2000, 2, 29)]
    [TestCase(null, null, null)]
    public void DateOfSomebody_Passes(int? yil, int? ay, int? gun) => Assert.That(BirthDateRule.Check(yil, ay, gun, Today, "DogumTarihi"), Is.Null);

    [TestCase(1899, 12, 31)]
    [TestCase(2026, 3, 15)]
    [TestCase(2026, 4, null)]
    [TestCase(2027, null, null)]
    [TestCase(1984, 13, 1)]
    [TestCase(1984, 0, null)]
    [TestCase(1983, 2, 29)]
    [TestCase(1984, null, 3)]
    [TestCase(99999, 1, 1)]
    public void DateOfNobody_IsRefused(int? yil, int? ay, int? gun) =>
        Assert.That(BirthDateRule.Check(yil, ay, gun, Today, "DogumTarihi"), Is.EqualTo(new CallFault(FaultCode.InvalidDate, "DogumTarihi")));

    [Test]
    public void WholeDate_IsTheSameRule()
    {
        Assert.That(BirthDateRule.Check(Today, Today, "DogumTarihi"), Is.Null);
        Assert.That(BirthDateRule.Check(Today.AddDays(1), Today, "DogumTarihi")?.Code, Is.EqualTo(FaultCode.InvalidDate));
        Assert.That(BirthDateRule.Check((DateOnly?)null, Today, "DogumTarihi"), Is.Null);
    }
}
