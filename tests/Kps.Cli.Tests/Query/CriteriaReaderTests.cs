using Kps.Contracts;

namespace Kps.Cli.Tests.Query;

public sealed class CriteriaReaderTests
{
    [TestCase(KpsOperation.BilesikKisiSorgula, null, "BilesikKisiSorgula için eksik ölçüt: kimlikNo (komuttan sonra numara olarak da yazılır).")]
    [TestCase(KpsOperation.IlceListesi, null, "IlceListesi için eksik ölçüt: ilKod.")]
    [TestCase(KpsOperation.TcKimlikNoSorgula, null, "TcKimlikNoSorgula için eksik ölçüt: DogumTarihi, Soyadi.", "Adi=A", "BabaAdi=B")]
    [TestCase(KpsOperation.TcKimlikNoSorgula, null, "AnneAdi ve BabaAdi ölçütlerinden en az biri verilir.", "Adi=A", "Soyadi=B", "DogumTarihi=14.03.1980")]
    [TestCase(KpsOperation.KayitYeriIleKimlikSorgula, null, "KayitYeriIleKimlikSorgula için eksik ölçüt: BireySiraNo.", "AileSiraNo=1", "CiltKod=1", "IlceKod=1")]
    [TestCase(KpsOperation.NufusKayitOrnegiSorgula, null, "Ya KimlikNo ya da AileSiraNo, BireySiraNo, CiltKod, IlceKod birlikte verilir.")]
    [TestCase(KpsOperation.NufusKayitOrnegiSorgula, null, "Ya KimlikNo ya da AileSiraNo, BireySiraNo, CiltKod, IlceKod birlikte verilir.", "AileSiraNo=1", "CiltKod=1", "IlceKod=1")]
    [TestCase(KpsOperation.NufusKayitOrnegiSorgula, 12345678950, "Ya KimlikNo ya da AileSiraNo, BireySiraNo, CiltKod, IlceKod birlikte verilir.", "AileSiraNo=1")]
    [TestCase(KpsOperation.KisiVeCuzdanDogrula, 12345678950, "CuzdanSeri ve CuzdanNo birlikte verilir.", "Ad=A", "Soyad=B", "DogumYil=1980", "CuzdanSeri=A01")]
    [TestCase(KpsOperation.KisiVeCuzdanDogrula, 12345678950, "CuzdanSeri ve CuzdanNo birlikte verilir.", "Ad=A", "Soyad=B", "DogumYil=1980", "CuzdanNo=1", "TCKKSeriNo=A01B23456")]
    [TestCase(KpsOperation.KisiVeCuzdanDogrula, 12345678950, "CuzdanSeri ve TCKKSeriNo ölçütlerinden en az biri verilir.", "Ad=A", "Soyad=B", "DogumYil=1980")]
    [TestCase(KpsOperation.YabanciDogrula, null, "YabanciDogrula için eksik ölçüt: Ad, DogumYil, KimlikNo (komuttan sonra numara olarak da yazılır), Soyad.")]
    public void Read_WithTooLittleOrTooMuch_SaysWhat(KpsOperation operation, long? number, string error, params string[] pairs)
    {
        Assert.That(Asking.Errors(operation, number, pairs), Is.EqualTo(new[] { error }));
    }

    [TestCase(KpsOperation.IlListesi, null, "IlListesi sorgusunun Kod adlı bir ölçütü yok. Ölçüt almaz.", "Kod=6")]
    [TestCase(KpsOperation.AileBireyleriSorgula, 12345678950, "AileBireyleriSorgula sorgusunun Adi adlı bir ölçütü yok. Ölçütleri: TCKimlikNo, Tip.", "Adi=A")]
    [TestCase(KpsOperation.YetkiListesi, 12345678950, "YetkiListesi kimlik numarasıyla sorulmaz. Ölçüt almaz.")]
    [TestCase(KpsOperation.TcKimlikNoSorgula, 12345678950, "TcKimlikNoSorgula kimlik numarasıyla sorulmaz. Ölçütleri: Adi, AnneAdi, BabaAdi, Cinsiyet, DogumTarihi, DogumYeri, Soyadi.")]
    [TestCase(KpsOperation.BilesikKisiSorgula, 12345678950, "kimlikNo bir kez verilmeli.", "kimlikNo=12345678950")]
    [TestCase(KpsOperation.IlceListesi, null, "ilKod bir kez verilmeli.", "ilKod=6", "IlKod=6")]
    [TestCase(KpsOperation.IlceListesi, null, "--kriter Ad=değer biçiminde olmalı; kimlik numarası --kriter'den önce yazılır.", "6")]
    [TestCase(KpsOperation.IlceListesi, null, "--kriter Ad=değer biçiminde olmalı; kimlik numarası --kriter'den önce yazılır.", "=6")]
    public void Read_OfWhatTheQueryDoesNotTake_SaysSo(KpsOperation operation, long? number, string error, params string[] pairs)
    {
        Assert.That(Asking.Errors(operation, number, pairs), Is.EqualTo(new[] { error }));
    }

    [TestCase(KpsOperation.BilesikKisiSorgula, "kimlikNo", "kimlikNo yalnız rakamlardan oluşmalı.", "1234x", "-1", "", " 1", "1234567890123456789")]
    [TestCase(KpsOperation.IlceListesi, "ilKod", "ilKod tam sayı olmalı, örneğin 6.", "altı", "-6", "6.5", "", "2147483648", "٦")]
    [TestCase(KpsOperation.TcKimlikNoSorgula, "DogumTarihi", "DogumTarihi gün olmalı, örneğin 14.03.1980.", "1980", "30.02.1980", "14/03/1980", "")]
    [TestCase(KpsOperation.TcKimlikNoSorgula, "Cinsiyet", "Cinsiyet şunlardan biri olmalı: BILINMEYEN, ERKEK, KADIN.", "2", "kadın", "")]
    [TestCase(KpsOperation.TcKimlikNoSorgula, "Adi", "Adi Türkçe harfleri bozulmamış bir metin olmalı, örneğin Ayşe.", "", "  ")]
    [TestCase(KpsOperation.IstatistikSorgula, "Olay", "Olay şunlardan biri olmalı: Dogum, Olum, Evlenme, Bosanma.", "None", "1")]
    [TestCase(KpsOperation.NufusKayitOrnegiSorgula, "Olayli", "Olayli evet ya da hayır olmalı, örneğin evet.", "belki", "1", "")]
    public void Read_OfAnotherKind_SaysWhatItMustBeAndRepeatsNothing(KpsOperation operation, string name, string error, params string[] values)
    {
        foreach (var value in values)
        {
            Assert.That(Asking.Errors(operation, null, $"{name}={value}"), Is.EqualTo(new[] { error }), value);
        }
    }

    [Test]
    public void Read_TextThatWasBrokenOnItsWay_IsRefused()
    {
        foreach (var value in new[] { "Ay\uFFFDe", "A\u0007", "A\nB", "A\ud800", "A\uffff" })
        {
            Assert.That(Asking.Errors(KpsOperation.TcKimlikNoSorgula, null, $"Adi={value}"), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public void Read_SaysAllThatIsWrongAtOnce() =>
        Assert.That(Asking.Errors(KpsOperation.IstatistikSorgula, null, "IlKod=x", "Olay=y", "Yil=2025"), Has.Count.EqualTo(3));

    [Test]
    public void Read_ValueWithAnEqualsSign_IsWhole() =>
        Assert.That(Asking.Xml(Asking.Request(KpsOperation.TcKimlikNoSorgula, null, "Adi=a=b", "Soyadi=c", "AnneAdi=d", "DogumTarihi=14.03.1980")), Does.Contain("<Adi>a=b</Adi>"));
}
