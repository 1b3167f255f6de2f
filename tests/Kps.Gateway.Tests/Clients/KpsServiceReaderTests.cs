using Kps.Gateway.Tests.Golden;

namespace Kps.Gateway.Tests.Clients;

/// <summary>
/// The reader breaks where the real client broke; otherwise its passing over our replies would say nothing. Each line is one of the table that
/// running the client gave.
/// </summary>
internal sealed class KpsServiceReaderTests
{
    private const string Mavi = "<MaviKartliKisiKutukleri i:nil=\"true\"/>";

    private static readonly string Citizen = Reply("citizen-soap12");
    private static readonly string BlueCard = Reply("blue-card-soap12");
    private static readonly string Living = Reply("foreigner-living-soap12");
    private static readonly string Deceased = Reply("foreigner-deceased-soap12");

    [TestCase("citizen-soap12")]
    [TestCase("blue-card-soap12")]
    [TestCase("citizen-deceased-soap12")]
    [TestCase("citizen-deceased-year-only-soap12")]
    [TestCase("foreigner-living-soap12")]
    [TestCase("foreigner-deceased-soap12")]
    public void OurAnswers_AreRead(string golden) => Assert.That(KpsServiceReader.Read(Reply(golden)), Is.Not.Null);

    [Test]
    public void NoRecord_IsNobody() => Assert.That(KpsServiceReader.Read(Reply("no-record-soap12")), Is.Null);

    [Test]
    public void MissingMonthAndDay_AreTheFirst()
    {
        var seen = KpsServiceReader.Read(Nil(Nil(Citizen, "Ay"), "Gun"));

        Assert.That((seen!.DogumTarih.Month, seen.DogumTarih.Day), Is.EqualTo((1, 1)));
    }

    [Test]
    public void NilSurname_IsRead() => Assert.That(KpsServiceReader.Read(Nil(Citizen, "Soyad"))!.Soyad, Is.Empty);

    [Test]
    public void IndentedAnswer_IsRead() => Assert.That(KpsServiceReader.Read(System.Xml.Linq.XDocument.Parse(Citizen).ToString()), Is.Not.Null);

    [Test]
    public void ForeignersNilDurumBilgisi_IsRead() => Assert.That(KpsServiceReader.Read(Nil(Living, "DurumBilgisi")), Is.Not.Null);

    [Test]
    public void NilSonuc_Breaks() => Breaks(Nil(Citizen, "Sonuc"));

    [Test]
    public void MissingBlueCardRegister_Breaks() => Breaks(Change(Citizen, Mavi, string.Empty));

    [Test]
    public void BlueCardRegisterWithHataBilgisiOnly_Breaks() =>
        Breaks(Change(Citizen, Mavi, "<MaviKartliKisiKutukleri><HataBilgisi><Aciklama>Kayıt bulunamadı.</Aciklama><Kod>2</Kod></HataBilgisi></MaviKartliKisiKutukleri>"));

    [Test]
    public void OlumTarihNilAsAWhole_Breaks([Values] bool isBlueCard) => Breaks(Nil(isBlueCard ? BlueCard : Citizen, "OlumTarih"));

    [Test]
    public void OlumTarihMissing_Breaks([Values] bool isBlueCard) => Breaks(Change(Nil(isBlueCard ? BlueCard : Citizen, "OlumTarih"), "<OlumTarih i:nil=\"true\"/>", string.Empty));

    [Test]
    public void LivingForeignersOlumTarihOfNilParts_Breaks() => Breaks(Nil(Nil(Nil(Deceased, "Ay", from: "<OlumTarih>"), "Gun", from: "<OlumTarih>"), "Yil", from: "<OlumTarih>"));

    [Test]
    public void LivingForeignersNilOlumTarih_Breaks() => Breaks(Nil(Deceased, "OlumTarih"));

    [Test]
    public void DeadForeignersYearOnly_Breaks() => Breaks(Nil(Nil(Deceased, "Ay", from: "<OlumTarih>"), "Gun", from: "<OlumTarih>"));

    [TestCase("Cinsiyet")]
    [TestCase("Yil")]
    public void NilCinsiyetOrYearOfBirth_Breaks(string member) => Breaks(Nil(Citizen, member, from: "<TemelBilgisi>"));

    [Test]
    public void PrefixedMembers_Break() => Breaks(Citizen.Replace("<Sonuc>", "<k:Sonuc xmlns:k=\"https://www.saglik.gov.tr/KPS/01/01/2017\">", StringComparison.Ordinal).Replace("</Sonuc>", "</k:Sonuc>", StringComparison.Ordinal));

    private static void Breaks(string reply) =>
        Assert.That(() => KpsServiceReader.Read(reply), Throws.InstanceOf<NullReferenceException>().Or.InstanceOf<FormatException>());

    private static string Reply(string golden) => File.ReadAllText(Path.Combine(GoldenCase.Root, "answers", golden, "response.xml"));

    /// <summary>Makes the first such element behind <paramref name="from"/> nil.</summary>
    private static string Nil(string reply, string member, string from = "<BilesikKisiSorgulaResult")
    {
        var (open, close) = ($"<{member}>", $"</{member}>");
        var start = reply.IndexOf(open, reply.IndexOf(from, StringComparison.Ordinal), StringComparison.Ordinal);
        var end = reply.IndexOf(close, start, StringComparison.Ordinal) + close.Length;
        return $"{reply[..start]}<{member} i:nil=\"true\"/>{reply[end..]}";
    }

    private static string Change(string reply, string before, string after)
    {
        Assert.That(reply, Does.Contain(before), "The test's own text.");
        return reply.Replace(before, after, StringComparison.Ordinal);
    }
}
