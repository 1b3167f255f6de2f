using Kps.Cli.Query;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;

namespace Kps.Cli.Tests.Query;

public sealed class PersonTextTests
{
    [TestCase(1980, 3, 9, "09.03.1980")]
    [TestCase(1980, 3, null, "03.1980 (günü bilinmiyor)")]
    [TestCase(1980, null, null, "1980 (ayı ve günü bilinmiyor)")]
    [TestCase(null, 3, 9, null)]
    public void Text_PartialDate_SaysWhatIsUnknown(int? year, int? month, int? day, string? expected)
    {
        Assert.That(PersonText.Text(new TarihBilgisi { Yil = year, Ay = month, Gun = day }), Is.EqualTo(expected));
    }

    [Test]
    public async Task Write_Citizen_LeavesUnknownFieldsOut()
    {
        var text = await TextOfAsync(new BilesikKisiBilgisi
        {
            KimlikNo = 12345678950,
            TCVatandasiKisiKutukleri = new TCVatandasiKisiKutukleri
            {
                KisiBilgisi = new TCKisiBilgisi { TemelBilgisi = new TemelBilgisi { Ad = "IŞIL", Soyad = "İNCE" } },
            },
        });

        Assert.That(
            text,
            Is.EqualTo(
                """
                Kimlik no            12345678950
                Kütük                T.C. vatandaşı
                Ad                   IŞIL
                Soyad                İNCE

                """));
    }

    [Test]
    public async Task Write_NoRecord_SaysWhy()
    {
        var text = await TextOfAsync(new BilesikKisiBilgisi { KimlikNo = 12345678950, HataBilgisi = new Parametre { Kod = 2, Aciklama = "Kayıt yok." } });

        Assert.That(text, Does.EndWith("Sonuç                Kayıt yok. (kod 2)\n"));
    }

    private static async Task<string> TextOfAsync(BilesikKisiBilgisi person)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        await PersonText.WriteAsync(writer, person);
        return writer.ToString();
    }
}
