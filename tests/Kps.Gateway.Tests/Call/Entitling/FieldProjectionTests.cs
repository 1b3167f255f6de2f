using System.Runtime.Serialization;
using Kps.Contracts;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Fields;
using Kps.Contracts.Kart;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;
using Kps.Gateway.Call.Entitling;
using Kps.Registry.Entitlements;

namespace Kps.Gateway.Tests.Call.Entitling;

internal sealed class FieldProjectionTests
{
    private const string Kisi = "TCVatandasiKisiKutukleri/KisiBilgisi/";

    private static readonly FieldTree Tree = FieldCatalog.Find(KpsOperation.BilesikKisiSorgula)!.Result;

    [Test]
    public void WithheldValues_AreNilAndTold()
    {
        var bilgi = Citizen();
        var told = Apply(bilgi, Withheld(Kisi + "TemelBilgisi/Soyad"), Withheld(Kisi + "TemelBilgisi/Ad"), Withheld(Kisi + "DurumBilgisi/MedeniHal"));

        var temel = bilgi.TCVatandasiKisiKutukleri!.KisiBilgisi!.TemelBilgisi!;
        Assert.That((temel.Ad, temel.Soyad, temel.AnneAd), Is.EqualTo(((string?)null, (string?)null, "ELİF")));
        Assert.That(bilgi.TCVatandasiKisiKutukleri.KisiBilgisi.DurumBilgisi!.MedeniHal, Is.Null, "A coded value is nil as a whole.");
        Assert.That(told.Withheld, Is.EqualTo($"{Kisi}DurumBilgisi/Din,MedeniHal {Kisi}TemelBilgisi/Ad,Soyad"));
    }

    [Test]
    public void FieldWithoutData_IsNotTold()
    {
        var bilgi = Citizen();
        bilgi.TCVatandasiKisiKutukleri!.KisiBilgisi!.DurumBilgisi!.Din = null;

        Assert.That(Apply(bilgi, Withheld(Kisi + "EsTCKimlikNo"), Withheld(Kisi + "DurumBilgisi/OlumTarih")).Withheld, Is.Null);
    }

    [Test]
    public void DateThatClientsDemand_StaysWithNilLeaves()
    {
        var bilgi = Citizen();
        bilgi.TCVatandasiKisiKutukleri!.KisiBilgisi!.DurumBilgisi!.OlumTarih = new TarihBilgisi { Yil = 2020, Ay = 1, Gun = 2 };
        var told = Apply(bilgi, Withheld(Kisi + "DurumBilgisi/OlumTarih"), Withheld(Kisi + "TemelBilgisi/DogumTarih"));

        Assert.That(bilgi.TCVatandasiKisiKutukleri.KisiBilgisi.DurumBilgisi.OlumTarih, Is.Not.Null.And.Matches<TarihBilgisi>(IsEmpty));
        Assert.That(bilgi.TCVatandasiKisiKutukleri.KisiBilgisi.TemelBilgisi!.DogumTarih, Is.Not.Null.And.Matches<TarihBilgisi>(IsEmpty));
        Assert.That(told.Withheld, Is.EqualTo($"{Kisi}DurumBilgisi/Din,OlumTarih {Kisi}TemelBilgisi/DogumTarih"));
    }

    [Test]
    public void DateElsewhere_IsNilAsAWhole_AndMayBeGivenInPart()
    {
        var bilgi = Citizen();
        Apply(bilgi, Withheld("TCVatandasiKisiKutukleri/TCKKBilgisi/SonGecerlilikTarih"), Withheld(Kisi + "TemelBilgisi/DogumTarih/Gun"));

        var dogum = bilgi.TCVatandasiKisiKutukleri!.KisiBilgisi!.TemelBilgisi!.DogumTarih!;
        Assert.That(bilgi.TCVatandasiKisiKutukleri.TCKKBilgisi!.SonGecerlilikTarih, Is.Null);
        Assert.That((dogum.Yil, dogum.Ay, dogum.Gun), Is.EqualTo(((int?)1990, (int?)5, (int?)null)));
    }

    [Test]
    public void LivingForeignersDeath_StaysAbsentAndADeadOnesBecomesIt()
    {
        var bilgi = new BilesikKisiBilgisi
        {
            YabanciKisiKutukleri = new() { KisiBilgisi = new() { DurumBilgisi = new() { Durum = new() { Kod = 3 }, OlumTarih = new() { Yil = 2020 } } } },
        };
        Apply(bilgi, Withheld("YabanciKisiKutukleri/KisiBilgisi/DurumBilgisi/OlumTarih"));

        Assert.That(bilgi.YabanciKisiKutukleri.KisiBilgisi.DurumBilgisi.OlumTarih, Is.Null, "The element is then absent: DataMember leaves out its default.");
        Assert.That(bilgi.YabanciKisiKutukleri.KisiBilgisi.DurumBilgisi.Durum!.Kod, Is.EqualTo(3));
    }

    [Test]
    public void WithheldPaper_IsNilAsAWholeWithItsError()
    {
        var bilgi = Citizen();
        bilgi.TCVatandasiKisiKutukleri!.TCKKBilgisi!.HataBilgisi = new Parametre { Kod = 8 };
        var told = Apply(bilgi, Withheld("TCVatandasiKisiKutukleri/TCKKBilgisi"));

        Assert.That(bilgi.TCVatandasiKisiKutukleri.TCKKBilgisi, Is.Null);
        Assert.That(told.Withheld, Is.EqualTo($"{Kisi}DurumBilgisi/Din TCVatandasiKisiKutukleri/TCKKBilgisi"));
        Assert.That(told.Returned, Is.EqualTo("TCVatandasiKisiKutukleri/KisiBilgisi"));
    }

    [Test]
    public void WithheldRegister_StaysWithItsErrorAndNothingElse()
    {
        var bilgi = Citizen();
        bilgi.TCVatandasiKisiKutukleri!.KisiBilgisi!.HataBilgisi = new Parametre { Kod = 1 };
        var told = Apply(bilgi, Withheld("TCVatandasiKisiKutukleri"));

        var kisi = bilgi.TCVatandasiKisiKutukleri.KisiBilgisi;
        Assert.That((bilgi.KimlikNo, kisi.HataBilgisi!.Kod), Is.EqualTo(((long?)5, (int?)1)), "What stands in every answer.");
        Assert.That((kisi.TCKimlikNo, kisi.TemelBilgisi!.Ad, kisi.TemelBilgisi.Cinsiyet), Is.EqualTo(((long?)null, (string?)null, (Parametre?)null)));
        Assert.That((kisi.DurumBilgisi!.OlumTarih is not null, kisi.KayitYeriBilgisi, bilgi.TCVatandasiKisiKutukleri.TCKKBilgisi), Is.EqualTo((true, (KayitYeriBilgisi?)null, (TCKK?)null)));
        Assert.That(told, Is.EqualTo(new ProjectedFields("TCVatandasiKisiKutukleri", null)));
    }

    [Test]
    public void RegisterWithoutRecord_StaysNil()
    {
        var bilgi = Citizen();
        Apply(bilgi, Withheld("YabanciKisiKutukleri"), Withheld("MaviKartliKisiKutukleri/KisiBilgisi/TemelBilgisi/Ad"));

        Assert.That((bilgi.YabanciKisiKutukleri, bilgi.MaviKartliKisiKutukleri), Is.EqualTo(((YabanciKisiKutukleri?)null, (MaviKartliKisiKutukleri?)null)));
    }

    [Test]
    public void Selected_GivesWhatIsNamedAndNothingElse()
    {
        var bilgi = Citizen();
        var told = new FieldProjection(Tree, FieldRights.Of(EntitlementKapsam.Secili, [Given(Kisi + "TemelBilgisi/Ad")])!.On(default)).Apply(bilgi);

        var lines = ContractTrees.Lines(bilgi).Where(line => line.Value is not "record").Select(line => line.Key);
        Assert.That(lines, Is.EqualTo(new[] { "KimlikNo", Kisi + "TemelBilgisi/Ad" }));
        Assert.That(told.Returned, Is.EqualTo("TCVatandasiKisiKutukleri/KisiBilgisi"));
    }

    [Test]
    public void Din_LeavesByItsOwnRightAlone()
    {
        var (without, with) = (Citizen(), Citizen());
        Apply(without, Given(Kisi + "DurumBilgisi"));
        Apply(with, Given(Kisi + "DurumBilgisi/Din"));

        Assert.That(without.TCVatandasiKisiKutukleri!.KisiBilgisi!.DurumBilgisi!.Din, Is.Null);
        Assert.That(with.TCVatandasiKisiKutukleri!.KisiBilgisi!.DurumBilgisi!.Din!.Kod, Is.EqualTo(1));
    }

    [Test]
    public void Address_NeverLeavesAnOperationThatHasNone()
    {
        var bilgi = Citizen();
        bilgi.AdresBilgisi = new() { AcikAdres = "GÜL SOKAK" };
        var told = new FieldProjection(Tree, FieldRights.Of(EntitlementKapsam.Tum, [Given("AdresBilgisi")])!.On(default)).Apply(bilgi);

        Assert.That(bilgi.AdresBilgisi, Is.Null);
        Assert.That(told.Withheld, Does.StartWith("AdresBilgisi"));
    }

    [Test]
    public void List_KeepsItsItemsUnlessNothingOfThemIsGiven()
    {
        var tree = new FieldTree(typeof(Sayfa));
        var (some, none) = (Page(), Page());
        var told = new FieldProjection(tree, Set(Withheld("Satirlar/Ad"))).Apply(some);
        var toldOfNone = new FieldProjection(tree, Set(Withheld("Satirlar"))).Apply(none);

        Assert.That(some.Satirlar!.Select(line => (line.Ad, line.No)), Is.EqualTo(new[] { ((string?)null, (int?)1), (null, null), (null, 3) }));
        Assert.That(none.Satirlar, Is.Null);
        Assert.That((told.Withheld, told.Returned), Is.EqualTo(("Satirlar/Ad", "Baslik Satirlar/No")));
        Assert.That((toldOfNone.Withheld, toldOfNone.Returned), Is.EqualTo(("Satirlar", "Baslik")));
    }

    [Test]
    public void ListAsResult_IsLimitedItemByItem()
    {
        var tree = new FieldTree(typeof(List<Satir>));
        List<Satir> lines = [new() { Ad = "A", No = 1 }, new() { Ad = "B" }];
        var told = new FieldProjection(tree, Set(Withheld("Ad"))).Apply(lines);

        Assert.That(lines.Select(line => (line.Ad, line.No)), Is.EqualTo(new[] { ((string?)null, (int?)1), (null, null) }));
        Assert.That(told, Is.EqualTo(new ProjectedFields("Ad", "No")));
    }

    [Test]
    public void SiblingsAtTheTop_AreDividedByBlanks() =>
        Assert.That(new FieldProjection(new FieldTree(typeof(Satir)), FieldSet.Nothing).Apply(new Satir { Ad = "A", No = 1 }).Withheld, Is.EqualTo("Ad No"));

    [Test]
    public void Date_IsOnePartOfWhatIsReturned() => Assert.That(
        new FieldProjection(FieldCatalog.Find(KpsOperation.KimlikNoIleAdresBilgisiSorgula)!.Result, FieldSet.Ordinary)
            .Apply(new Contracts.Adres.KisiAdresBilgisi { AcikAdres = "x", TescilTarihi = new() { Yil = 2020 }, KoyAdresi = new() { Il = "VAN", Koy = "x" } }).Returned,
        Is.EqualTo("AcikAdres KoyAdresi/Il,Koy TescilTarihi"));

    [Test]
    public void ResultOfAnotherType_IsRefused() => Assert.That(() => Apply(new TCKisiBilgisi()), Throws.ArgumentException);

    private static bool IsEmpty(TarihBilgisi tarih) => tarih is { Yil: null, Ay: null, Gun: null };

    private static FieldSet Set(params RegisteredFieldRight[] rows) => FieldRights.Of(EntitlementKapsam.Tum, rows)!.On(default);

    private static ProjectedFields Apply(object sonuc, params RegisteredFieldRight[] rows) =>
        new FieldProjection(Tree, rows.Length == 0 ? FieldSet.Ordinary : Set(rows)).Apply(sonuc);

    private static RegisteredFieldRight Given(string path) => new(FieldKind.Alan, path, true, null);

    private static RegisteredFieldRight Withheld(string path) => new(FieldKind.Alan, path, false, null);

    private static BilesikKisiBilgisi Citizen() => new()
    {
        KimlikNo = 5,
        TCVatandasiKisiKutukleri = new()
        {
            KisiBilgisi = new()
            {
                TCKimlikNo = 5,
                DurumBilgisi = new() { Din = new() { Kod = 1 }, Durum = new() { Kod = 1 }, MedeniHal = new() { Kod = 2 } },
                KayitYeriBilgisi = new() { AileSiraNo = 7 },
                TemelBilgisi = new()
                {
                    Ad = "ŞÜKRÜ", Soyad = "ÖRNEK", AnneAd = "ELİF", Cinsiyet = new() { Kod = 1 }, DogumTarih = new() { Yil = 1990, Ay = 5, Gun = 6 },
                },
            },
            TCKKBilgisi = new() { SeriNo = "A01", SonGecerlilikTarih = new() { Yil = 2030 } },
        },
    };

    private static Sayfa Page() => new() { Baslik = "x", Satirlar = [new() { Ad = "A", No = 1 }, new(), new() { Ad = "C", No = 3 }] };

    [DataContract]
    internal sealed class Sayfa
    {
        [DataMember]
        public string? Baslik { get; set; }

        [DataMember]
        public Satir[]? Satirlar { get; set; }
    }

    [DataContract]
    internal sealed class Satir
    {
        [DataMember]
        public string? Ad { get; set; }

        [DataMember]
        public int? No { get; set; }
    }
}
