using Kps.Contracts;

namespace Kps.Gateway.Tests.Call.Queries.Ek;

/// <summary>What is sealed with the intent says all that was sent and nothing else.</summary>
internal sealed class EkCriteriaTests
{
    private static readonly string Citizen = EkRequests.Of(KpsOperation.CuzdanBilgisiSorgula).Members[0].Text;
    private static readonly string Foreigner = EkRequests.Of(KpsOperation.YabanciDogrula).Members.Single(member => member.Name == "KimlikNo").Text;

    private static IEnumerable<TestCaseData> Whole()
    {
        yield return Case(KpsOperation.KayitYeriIleKimlikSorgula, """{"kayitYeri":{"aileSiraNo":12,"bireySiraNo":3,"ciltKod":45,"ilceKod":1720}}""");
        yield return Case(KpsOperation.NufusKayitOrnegiSorgula, $$"""{"eskiEsListele":true,"kimlikNo":{{Citizen}},"olayli":false,"tip":"AileKayitOrnegi"}""");
        yield return Case(KpsOperation.CuzdanBilgisiSorgula, $$"""{"kimlikNo":{{Citizen}}}""");
        yield return Case(KpsOperation.NufusOlaySorgula, $$"""{"kimlikNo":{{Citizen}}}""");
        yield return Case(KpsOperation.IlListesi, "{}");
        yield return Case(KpsOperation.IlceListesi, """{"ilKod":34}""");
        yield return Case(KpsOperation.MahalleListesi, """{"ilceKod":1720}""");
        yield return Case(KpsOperation.CsbmListesi, """{"mahalleKod":40321}""");
        yield return Case(
            KpsOperation.IstatistikSorgula,
            """{"baslangicTarih":"2020-01-01","bitisTarih":"2020-12-31","ilKod":34,"ilceKod":1720,"olay":"Evlenme"}""");
        yield return Case(
            KpsOperation.KisiVeCuzdanDogrula,
            $$"""{"kimlikNo":{{Citizen}},"ad":"ŞÜKRÜ","soyad":"ÖRNEK","dogumGun":29,"dogumAy":2,"dogumYil":1980,"cuzdanSeri":"A12","cuzdanNo":123456,"tckkSeriNo":"A01B23456"}""");
        yield return Case(KpsOperation.YabanciDogrula, $$"""{"kimlikNo":{{Foreigner}},"ad":"JOHN","soyad":"EXAMPLE","dogumGun":29,"dogumAy":2,"dogumYil":1980}""");

        static TestCaseData Case(KpsOperation operation, string json) => new TestCaseData(operation, json).SetArgDisplayNames(operation.ToString());
    }

    [TestCaseSource(nameof(Whole))]
    public void EveryMemberSent_IsSealed(KpsOperation operation, string json)
    {
        var request = EkRequests.Of(operation);

        Assert.That(Plain(EkDesk.Sealed(operation, request.With(request.Members.Select(member => member.Xml)))), Is.EqualTo(json));
    }

    [TestCase(KpsOperation.NufusKayitOrnegiSorgula, """{"olayli":false,"tip":"AileKayitOrnegi"}""")]
    [TestCase(KpsOperation.IstatistikSorgula, """{"baslangicTarih":"2020-01-01","bitisTarih":"2020-12-31","ilKod":34,"olay":"Evlenme"}""")]
    public void MemberNotSent_IsLeftOut(KpsOperation operation, string json) =>
        Assert.That(EkDesk.Sealed(operation, EkRequests.Of(operation).Whole), Is.EqualTo(json));

    [Test]
    public void PlaceOfEntryOfAnOrnek_IsSealed() =>
        Assert.That(
            EkDesk.Sealed(KpsOperation.NufusKayitOrnegiSorgula, EkRequests.Change(
                KpsOperation.NufusKayitOrnegiSorgula,
                ("KayitYeri", "<IlceKod>1720</IlceKod><CiltKod>45</CiltKod><BireySiraNo>3</BireySiraNo><AileSiraNo>12</AileSiraNo>"))),
            Is.EqualTo("""{"kayitYeri":{"aileSiraNo":12,"bireySiraNo":3,"ciltKod":45,"ilceKod":1720},"olayli":false,"tip":"AileKayitOrnegi"}"""));

    [TestCase(KpsOperation.CuzdanBilgisiSorgula)]
    [TestCase(KpsOperation.NufusOlaySorgula)]
    [TestCase(KpsOperation.KisiVeCuzdanDogrula)]
    public void NumberAskedFor_IsTheRowsSubject(KpsOperation operation) =>
        Assert.That(EkDesk.Parse(operation, EkRequests.Of(operation).Whole).Call.Request.Criteria!.AskedNumber, Is.EqualTo(EkRequests.Citizen));

    [TestCase(KpsOperation.KayitYeriIleKimlikSorgula)]
    [TestCase(KpsOperation.NufusKayitOrnegiSorgula)]
    [TestCase(KpsOperation.IlListesi)]
    [TestCase(KpsOperation.IlceListesi)]
    [TestCase(KpsOperation.IstatistikSorgula)]
    public void RequestWithoutANumber_HasNoSubject(KpsOperation operation) =>
        Assert.That(EkDesk.Parse(operation, EkRequests.Of(operation).Whole).Call.Request.Criteria!.AskedNumber, Is.Null);

    /// <summary>The writer escapes letters outside ASCII.</summary>
    private static string Plain(string json) => System.Text.RegularExpressions.Regex.Unescape(json);
}
