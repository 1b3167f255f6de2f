using Kps.Gateway.Call.Queries.Ek;
using Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Tests.Call.Queries.Ek;

internal sealed class PersonMatchTests
{
    [TestCase("ŞÜKRÜ", "ŞÜKRÜ", true)]
    [TestCase("şükrü", "ŞÜKRÜ", true)]
    [TestCase("İbrahim", "İBRAHİM", true)]
    [TestCase("ibrahim", "İBRAHİM", true)]
    [TestCase("ıbrahım", "IBRAHIM", true)]
    [TestCase("ibrahim", "IBRAHIM", false)]
    [TestCase("IBRAHIM", "İBRAHİM", false)]
    [TestCase("  Ayşe   Nur ", "AYŞE NUR", true)]
    [TestCase("AYŞE NUR", "AYŞE  NUR", true)]
    [TestCase("AYŞENUR", "AYŞE NUR", false)]
    [TestCase("AYŞE", "AYŞE NUR", false)]
    [TestCase("SUKRU", "ŞÜKRÜ", false)]
    [TestCase("S\u0327U\u0308KRU\u0308", "ŞÜKRÜ", true)]
    [TestCase("AYŞE", "", false)]
    [TestCase("AYŞE", null, false)]
    public void Name_IsComparedByTurkishLetters(string sent, string? registered, bool agrees) =>
        Assert.That(PersonMatch.IsName(sent, registered), Is.EqualTo(agrees));

    [TestCase(1980, null, null, 1980, 2, 29, true)]
    [TestCase(1980, 2, null, 1980, 2, 29, true)]
    [TestCase(1980, 2, 29, 1980, 2, 29, true)]
    [TestCase(1981, null, null, 1980, 2, 29, false)]
    [TestCase(1980, 3, null, 1980, 2, 29, false)]
    [TestCase(1980, 2, 28, 1980, 2, 29, false)]
    [TestCase(1980, null, null, 1980, null, null, true)]
    [TestCase(1980, 2, null, 1980, null, null, false)]
    [TestCase(1980, 2, 29, 1980, 2, null, false)]
    [TestCase(1980, 2, null, 1980, 2, null, true)]
    [TestCase(1980, null, null, 1980, 0, 0, true)]
    [TestCase(1980, null, null, null, 2, 29, false)]
    public void Birth_AgreesInWhatIsSaid(int yil, int? ay, int? gun, int? registeredYil, int? registeredAy, int? registeredGun, bool agrees) =>
        Assert.That(PersonMatch.IsBirth(yil, ay, gun, new TarihBilgisi { Yil = registeredYil, Ay = registeredAy, Gun = registeredGun }), Is.EqualTo(agrees));

    [Test]
    public void BirthTheRegisterDoesNotHave_AgreesWithNothing() => Assert.That(PersonMatch.IsBirth(1980, null, null, null), Is.False);

    [TestCase(1, null, true)]
    [TestCase(null, null, true)]
    [TestCase(3, null, false)]
    [TestCase(2, null, false)]
    [TestCase(1, 2020, false)]
    [TestCase(null, 2020, false)]
    public void Record_IsOpenWhileThePersonLives(int? durum, int? olumYil, bool isOpen)
    {
        Assert.That(PersonMatch.IsOpen(new Parametre { Kod = durum }, new TarihBilgisi { Yil = olumYil }), Is.EqualTo(isOpen));
        Assert.That(PersonMatch.IsOpen(durum is null ? null : new Parametre { Kod = durum }, olumYil is null ? null : new TarihBilgisi { Yil = olumYil }), Is.EqualTo(isOpen));
    }
}
