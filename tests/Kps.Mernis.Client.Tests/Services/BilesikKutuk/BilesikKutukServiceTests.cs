using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Kps.Mernis.Tests.Fakes;
using Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Mernis.Tests.Services.BilesikKutuk;

public sealed class BilesikKutukServiceTests
{
    private static readonly string Citizen = Answers.Citizen(Answers.Person);

    [Test]
    public void Citizen_IsReadWhole()
    {
        var answer = Read(Citizen).Value!;
        var person = answer.TCVatandasiKisiKutukleri!.KisiBilgisi!;
        Assert.Multiple(() =>
        {
            Assert.That(answer.KimlikNo, Is.EqualTo(Answers.Person.Value));
            Assert.That(answer.DoluBilesenler, Is.EqualTo(new[] { CstBilesikKutukServisDoluBilesen.TCKisiBilgisi }));
            Assert.That(answer.HataBilgisi, Is.Null);
            Assert.That(answer.MaviKartliKisiKutukleri!.HataBilgisi!.Kod, Is.EqualTo(2));
            Assert.That(answer.YabanciKisiKutukleri!.KisiBilgisi, Is.Null);
            Assert.That(person.AnneTCKimlikNo, Is.EqualTo(Answers.Other.Value));
            Assert.That(person.AnneUstSoyBulunamadi, Is.False);
            Assert.That(person.DogumYerKod, Is.EqualTo(34));
            Assert.That(person.DurumBilgisi!.Din, Is.Null);
            Assert.That(person.DurumBilgisi.Durum!.Aciklama, Is.EqualTo("Açık"));
            Assert.That(person.DurumBilgisi.OlumTarih, Is.Not.Null.And.Property("Yil").Null);
            Assert.That(person.TemelBilgisi!.Ad, Is.EqualTo("ŞÜKRÜ"));
            Assert.That(person.TemelBilgisi.AnneAd, Is.Null, "empty text");
            Assert.That(person.TemelBilgisi.DogumTarih!.Yil, Is.EqualTo(1980));
            Assert.That(answer.TCVatandasiKisiKutukleri.TCKKBilgisi!.SurucuBelgeYuklendiMi, Is.True);
            Assert.That(answer.TCVatandasiKisiKutukleri.TCKKFotografBilgisi!.TCKimlikNo, Is.EqualTo(Answers.Person.Value));
        });
    }

    [Test]
    public void EveryMemberOfTheWsdl_IsReadIntoTheMemberOfItsName()
    {
        var answer = Read(Answers.Item(Filled.Members(typeof(BilesikKutukBilgileri), Answers.Person.Value))).Value!;
        Assert.That(Filled.Unread(answer), Is.Empty);
    }

    [Test]
    public void Namespace_Prefix_AndOrder_DoNotMatter()
    {
        var version = Citizen.Replace("http://kps.nvi.gov.tr/2023/02/01", "http://kps.nvi.gov.tr/2024/04/01");
        var prefixed = Regex.Replace(Citizen, "<(/?)(SorgulaResponse|SorgulaResult|SorguSonucu|TCKimlikNo|KimlikNo)( xmlns=\"[^\"]*\")?>",
            match => match.Groups[2].Value == "SorgulaResponse" && match.Groups[1].Length == 0
                ? "<ns1:SorgulaResponse xmlns:ns1=\"urn:x\" xmlns=\"urn:y\">"
                : $"<{match.Groups[1].Value}ns1:{match.Groups[2].Value}>");
        Assert.That(Name(version), Is.EqualTo("ŞÜKRÜ"));
        Assert.That(Name(prefixed), Is.EqualTo("ŞÜKRÜ"));
        Assert.That(Name(Reversed(Citizen)), Is.EqualTo("ŞÜKRÜ"));
    }

    [Test]
    public void Indentation_Comments_AndDeclaration_DoNotMatter()
    {
        var indented = new System.Text.StringBuilder();
        using (var writer = XmlWriter.Create(indented, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            var document = new XmlDocument { XmlResolver = null };
            document.LoadXml(Citizen);
            document.Save(writer);
        }

        Assert.That(Name("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + indented), Is.EqualTo("ŞÜKRÜ"));
        Assert.That(Name(Citizen.Replace("<SorgulaResult>", "<SorgulaResult><!-- not -->")), Is.EqualTo("ŞÜKRÜ"));
        Assert.That(Name("\uFEFF" + Citizen), Is.EqualTo("ŞÜKRÜ"));
    }

    [Test]
    public void UnknownMembers_AreSkipped()
    {
        var newer = Citizen.Replace("<TCKimlikNo>", "<VeliVasiVar><a><b>x</b></a></VeliVasiVar><VeliVasiTur/><TCKimlikNo>", StringComparison.Ordinal);
        Assert.That(Name(newer), Is.EqualTo("ŞÜKRÜ"));
    }

    [Test]
    public void IllegalCharacters_AreLeftOut() => Assert.That(Name(Answers.Citizen(Answers.Person, "A&#x1;L&#x1F;İ")), Is.EqualTo("ALİ"));

    [Test]
    public void Entities_AreResolved() => Assert.That(Name(Answers.Citizen(Answers.Person, "A&amp;B &lt;C&gt; &#199;")), Is.EqualTo("A&B <C> Ç"));

    [Test]
    public void TurkishCulture_ChangesNothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.That(Read(Citizen).Value!.TCVatandasiKisiKutukleri!.KisiBilgisi!.TemelBilgisi!.DogumTarih!.Gun, Is.EqualTo(17));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void Foreigner_DatesKeepTheirText()
    {
        var answer = Read(Answers.Item(
            $"<KimlikNo>{Answers.Person.Value}</KimlikNo><YabanciKisiKutukleri><KisiBilgisi><IzinBaslangicTarih>2024-03-31T00:00:00</IzinBaslangicTarih>"
            + $"<IzinBitisTarih {Answers.Nil}/></KisiBilgisi></YabanciKisiKutukleri>")).Value!;
        var start = answer.YabanciKisiKutukleri!.KisiBilgisi!.IzinBaslangicTarih;
        Assert.That(start, Is.EqualTo(new DateTime(2024, 3, 31)).And.Property("Kind").EqualTo(DateTimeKind.Unspecified));
        Assert.That(answer.YabanciKisiKutukleri.KisiBilgisi.IzinBitisTarih, Is.Null);
    }

    [Test]
    public void TopLevelError_IsAnAnswerWithoutAnItem()
    {
        var (value, hata) = Read(Answers.Sorgula(Answers.Hata(10) + $"<SorguSonucu {Answers.Nil}/>"));
        Assert.That(value, Is.Null);
        Assert.That(hata, Is.EqualTo(new MernisHata(10, "Aradığınız kriterlere uygun kayıt bulunamadı.")));
    }

    [Test]
    public void ExpandedButEmptyTopLevelError_IsNone()
    {
        var (value, hata) = Read(Citizen.Replace($"<SorgulaResult><HataBilgisi {Answers.Nil}/>", $"<SorgulaResult><HataBilgisi><Kod {Answers.Nil}/></HataBilgisi>"));
        Assert.That(value, Is.Not.Null);
        Assert.That(hata, Is.Null);
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        var other = Answers.Other.Value;
        var person = Answers.Person.Value;
        yield return Case("another number", Answers.Citizen(Answers.Other));
        yield return Case("no number at all", Answers.Item("<TCVatandasiKisiKutukleri/>"));
        yield return Case("another citizen inside", Citizen.Replace($"<TCKimlikNo>{person}</TCKimlikNo><TemelBilgisi", $"<TCKimlikNo>{other}</TCKimlikNo><TemelBilgisi"));
        yield return Case("another foreigner inside", Answers.Item($"<KimlikNo>{person}</KimlikNo><YabanciKisiKutukleri><KisiBilgisi><KimlikNo>{other}</KimlikNo></KisiBilgisi></YabanciKisiKutukleri>"));
        yield return Case("another blue card inside", Answers.Item($"<KimlikNo>{person}</KimlikNo><MaviKartliKisiKutukleri><KisiBilgisi><KimlikNo>{other}</KimlikNo></KisiBilgisi></MaviKartliKisiKutukleri>"));
        yield return Case("another citizen's booklet", Citizen.Replace("<TCKKBilgisi>", $"<NufusCuzdaniBilgisi><TCKimlikNo>{other}</TCKimlikNo></NufusCuzdaniBilgisi><TCKKBilgisi>"));
        yield return Case("another citizen's card", Citizen.Replace("</TCKKBilgisi>", $"<TCKimlikNo>{other}</TCKimlikNo></TCKKBilgisi>"));
        yield return Case("another citizen's temporary paper", Citizen.Replace("<TCKKBilgisi>", $"<GeciciKimlikBilgisi><TCKimlikNo>{other}</TCKimlikNo></GeciciKimlikBilgisi><TCKKBilgisi>"));
        yield return Case("a card of another blue-card holder", Answers.Item($"<KimlikNo>{person}</KimlikNo><MaviKartliKisiKutukleri><MaviKartBilgisi><KimlikNo>{other}</KimlikNo></MaviKartBilgisi></MaviKartliKisiKutukleri>"));
        yield return Case("two items", Citizen.Replace("</SorguSonucu>", $"<BilesikKutukBilgileri><KimlikNo>{person}</KimlikNo></BilesikKutukBilgileri></SorguSonucu>"));
        yield return Case("two results", Citizen.Replace("</SorgulaResponse>", "<SorgulaResult/></SorgulaResponse>"));
        yield return Case("two bodies", Citizen.Replace("<s:Header/>", "<s:Body/>"));
        yield return Case("a name twice", Citizen.Replace("<b:Soyad>", "<b:Ad>VELİ</b:Ad><b:Soyad>"));
        yield return Case("a part twice", Citizen.Replace("</TCVatandasiKisiKutukleri>", "<KisiBilgisi><DogumYerKod>1</DogumYerKod></KisiBilgisi></TCVatandasiKisiKutukleri>"));
        yield return Case("neither item nor error", Answers.Sorgula(""));
        yield return Case("an empty list", Answers.Sorgula("<SorguSonucu></SorguSonucu>"));
        yield return Case("an item of another service", Answers.Sorgula("<SorguSonucu><Nko/></SorguSonucu>"));
        yield return Case("a number that is none", Citizen.Replace("<DogumYerKod>34<", "<DogumYerKod>3.4<"));
        yield return Case("a number too large", Citizen.Replace("<DogumYerKod>34<", "<DogumYerKod>99999999999<"));
        yield return Case("a boolean that is none", Citizen.Replace(">false<", ">hayır<"));
        yield return Case("a date that is none", Answers.Item($"<KimlikNo>{person}</KimlikNo><YabanciKisiKutukleri><KisiBilgisi><IzinBitisTarih>dün</IzinBitisTarih></KisiBilgisi></YabanciKisiKutukleri>"));
        yield return Case("text among members", Citizen.Replace("<TCKKBilgisi>", "<TCKKBilgisi>metin"));
        yield return Case("members in a text", Citizen.Replace("ŞÜKRÜ", "<x/>"));
        yield return Case("half a document", Citizen[..(Citizen.Length / 2)]);
        yield return Case("content after the end", Citizen + "<x/>");
        yield return Case("a DTD", "<!DOCTYPE s [<!ENTITY x \"y\">]>" + Citizen);
        yield return Case("a processing instruction", Citizen.Replace("<SorgulaResult>", "<SorgulaResult><?x y?>"));
        yield return Case("an undeclared entity", Answers.Citizen(Answers.Person, "&x;"));
        yield return Case("nesting without end", Answers.Item(string.Concat(Enumerable.Repeat("<a>", 60)) + string.Concat(Enumerable.Repeat("</a>", 60))));
        yield return Case("a text without end", Answers.Citizen(Answers.Person, new string('A', 20_000)));
        yield return Case("another root", "<x/>");
        yield return Case("nothing", "");
        yield return Case("HTML", "<html><body>Bakım</body></html>");
        yield return Case("JSON", "{\"a\":1}");

        static TestCaseData Case(string name, string body) => new TestCaseData(body).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Refused))]
    public void Answer_IsRefused(string body) => Assert.That(() => Read(body), Throws.InstanceOf<XmlException>());

    [Test]
    public void BrokenUtf8_IsRefused()
    {
        var bytes = Answers.Bytes(Citizen).ToArray();
        var name = Answers.Bytes("ŞÜKRÜ");
        var at = bytes.AsSpan().IndexOf(name.AsSpan());
        bytes[at] = 0xFF;
        Assert.That(() => BilesikKutukService.ReadAnswer(bytes, Answers.Person), Throws.InstanceOf<XmlException>());
    }

    [Test]
    public void NamesOfManyAnswers_DoNotAddUpInTheReusedReader()
    {
        for (var round = 0; round < 5_000; round++)
        {
            var value = Read(Answers.Item($"<Bilinmeyen_Bir_Uye_{round}>x</Bilinmeyen_Bir_Uye_{round}><KimlikNo>{Answers.Person.Value}</KimlikNo>")).Value;
            Assert.That(value?.KimlikNo, Is.EqualTo(Answers.Person.Value));
        }
    }

    [Test]
    public void UnreadableAnswer_LeavesTheNextOneReadable()
    {
        Assert.That(() => Read(Citizen[..(Citizen.Length / 2)]), Throws.InstanceOf<XmlException>());
        Assert.That(Name(Citizen), Is.EqualTo("ŞÜKRÜ"));
        Assert.That(() => Read("\u0001"), Throws.InstanceOf<XmlException>());
        Assert.That(Name(Citizen), Is.EqualTo("ŞÜKRÜ"));
    }

    [Test]
    public void MutatedAnswers_EitherReadOrAreXmlExceptions()
    {
        var random = new Random(20260102);
        var original = Answers.Bytes(Citizen.Replace(new string('A', 40_000), "AAAA")).ToArray();
        var read = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = (byte[])original.Clone();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var body = new ArraySegment<byte>(bytes, 0, random.Next(10) == 0 ? random.Next(bytes.Length) : bytes.Length);
            try
            {
                var value = BilesikKutukService.ReadAnswer(body, Answers.Person).Value;
                read += value?.KimlikNo == Answers.Person.Value ? 1 : 0;
            }
            catch (XmlException)
            {
            }
        }

        Assert.That(read, Is.GreaterThan(1000), "mutations in names of people leave a readable answer");
    }

    private static (BilesikKutukBilgileri? Value, MernisHata? Hata) Read(string body) => BilesikKutukService.ReadAnswer(Answers.Bytes(body), Answers.Person);

    private static string? Name(string body) => Read(body).Value?.TCVatandasiKisiKutukleri?.KisiBilgisi?.TemelBilgisi?.Ad;

    private static string Reversed(string body)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.LoadXml(body);
        Reverse((XmlElement)document.GetElementsByTagName("SorgulaResult")[0]!);
        return document.OuterXml;

        static void Reverse(XmlElement element)
        {
            var children = element.ChildNodes.OfType<XmlElement>().ToList();
            foreach (var child in children)
            {
                Reverse(child);
                element.PrependChild(child);
            }
        }
    }
}
