using System.Globalization;
using System.Xml.Linq;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Harness;
using Kps.Registry.Entitlements;
using Kps.Registry.Registrar;
using Nvi.Simulator.Population;

namespace Kps.EndToEnd.Tests.Catalogue;

/// <summary>What an institution is not given of an answer is nil in it, stands on the row, and is what YetkiListesi says.</summary>
public sealed class EntitlementTests
{
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    [Test]
    public async Task Address_IsSeparateFromThePerson()
    {
        const string From = "127.0.0.21";
        var user = await UserAsync(From, KpsOperation.BilesikKisiveAdresSorgula, EntitlementKapsam.Tum, withheld: "AdresBilgisi");

        var reply = await AskAsync(KpsOperation.BilesikKisiveAdresSorgula, user, From);

        Assert.That(reply.IsNil("AdresBilgisi"), Is.True, reply.Text);
        Assert.That(reply.At("TCVatandasiKisiKutukleri/KisiBilgisi/TemelBilgisi/Ad"), Is.EqualTo(Citizen.Ad));
        var closing = (await _house.AuditOfAsync(reply.IslemNo)).Closing!;
        Assert.That(closing.FieldsWithheld!.Split(' '), Does.Contain("AdresBilgisi"));
        Assert.That(closing.FieldsReturned, Does.StartWith("TCVatandasiKisiKutukleri/").And.Not.Contain("AdresBilgisi"));
    }

    [Test]
    public async Task FieldOfAList_IsNilInEveryItem()
    {
        const string From = "127.0.0.22";
        const string Path = "NkoVatandas/Kisiler/TemelBilgisi/AnneAd";
        var user = await UserAsync(From, KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, EntitlementKapsam.Tum, withheld: Path);

        var reply = await AskAsync(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, user, From);

        Assert.That(reply.All("NkoVatandas/Kisiler/NkoKisi/TemelBilgisi/AnneAd"), Is.Not.Empty.And.All.Empty);
        Assert.That(reply.All("NkoVatandas/Kisiler/NkoKisi/TemelBilgisi/BabaAd"), Is.Not.Empty.And.All.Not.Empty);
        Assert.That((await _house.AuditOfAsync(reply.IslemNo)).Closing!.FieldsWithheld, Is.EqualTo(Path), "Once, not for every item.");
    }

    [Test]
    public async Task Scope_OfSingleFields_GivesThoseAndNothingElse()
    {
        const string From = "127.0.0.23";
        var user = await UserAsync(From, KpsOperation.CuzdanBilgisiSorgula, EntitlementKapsam.Secili, given: "TCKK/SeriNo");

        var reply = await AskAsync(KpsOperation.CuzdanBilgisiSorgula, user, From);

        var values = reply.Sonuc.Descendants().Where(member => !member.HasElements && member.Value.Length > 0).Select(member => (member.Name.LocalName, member.Value));
        Assert.That(values, Is.EquivalentTo(new[] { ("KimlikNo", Citizen.KimlikNo.Value.ToString(CultureInfo.InvariantCulture)), ("SeriNo", Citizen.KimlikKarti!.SeriNo) }));
    }

    [Test]
    public async Task YetkiListesi_SaysWhatCallsMeet()
    {
        const string From = "127.0.0.24";
        var user = await UserAsync(From, KpsOperation.BilesikKisiSorgula, EntitlementKapsam.Tum, withheld: "TCVatandasiKisiKutukleri/KisiBilgisi/EsTCKimlikNo", also: KpsOperation.YetkiListesi);

        var reply = await _house.PostAsync(SoapMessage.Of(KpsOperation.YetkiListesi, string.Empty, user), _house.HttpFrom(From));

        var methods = Named(reply.Sonuc, "Method").ToDictionary(method => Value(method, "Name"), method => method);
        Assert.That(methods.Keys, Is.EquivalentTo(OperationCatalog.AllOf(KpsService.Kps).Concat(OperationCatalog.AllOf(KpsService.Ek)).Select(operation => operation.Name)));
        Assert.That(methods.Where(method => Value(method.Value, "IsAuthorized") == "true").Select(method => method.Key), Is.EquivalentTo(new[] { "BilesikKisiSorgula", "YetkiListesi" }));
        var kisi = Property(Property(methods["BilesikKisiSorgula"].Elements().Single(member => member.Name.LocalName == "ReturnProperties"), "TCVatandasiKisiKutukleri"), "KisiBilgisi");
        Assert.That(Value(Property(kisi, "EsTCKimlikNo"), "IsAuthorized"), Is.EqualTo("false"));
        Assert.That(Value(Property(kisi, "TCKimlikNo"), "IsAuthorized"), Is.EqualTo("true"));
        Assert.That(Value(Property(Property(kisi, "DurumBilgisi"), "Din"), "IsAuthorized"), Is.EqualTo("false"), "Not without a right of its own.");
    }

    private Person Citizen => _house.Nvi.Population.Find(_house.Samples.Citizen.Value)!;

    private static IEnumerable<XElement> Named(XElement element, string name) => element.Descendants().Where(member => member.Name.LocalName == name);

    private static string Value(XElement element, string member) => element.Elements().Single(one => one.Name.LocalName == member).Value;

    private static XElement Property(XElement parent, string name) =>
        (parent.Elements().FirstOrDefault(member => member.Name.LocalName == "SubProperties") ?? parent).Elements().Single(property => Value(property, "Name") == name);

    private async Task<SoapReply> AskAsync(KpsOperation operation, TestUser user, string from)
    {
        var reply = await _house.PostAsync(SoapMessage.Of(operation, _house.Samples.Citizen.Value, user), _house.HttpFrom(from));
        Assert.That((reply.Status, reply.HataKod), Is.EqualTo((200, (int?)null)), reply.Text);
        return reply;
    }

    /// <summary>A user of an institution of its own with this right; the gateway knows all of it when it knows the user.</summary>
    private async Task<TestUser> UserAsync(
        string from, KpsOperation operation, EntitlementKapsam kapsam, string? given = null, string? withheld = null, KpsOperation? also = null)
    {
        var kurumKodu = await _house.AddInstitutionAsync(from, isEntitled: false);
        TestEnvironment.Require(await _house.Admin.GrantOperationAsync(kurumKodu, operation, "Test", kapsam: kapsam));
        if (also is { } second)
        {
            TestEnvironment.Require(await _house.Admin.GrantOperationAsync(kurumKodu, second, "Test"));
        }

        if (given is not null)
        {
            TestEnvironment.Require(await _house.Admin.GrantFieldAsync(kurumKodu, new NewFieldRight(operation, FieldKind.Alan, given, "Test")));
        }

        if (withheld is not null)
        {
            TestEnvironment.Require(await _house.Admin.WithholdFieldAsync(kurumKodu, new NewFieldRight(operation, FieldKind.Alan, withheld, "Test")));
        }

        return await _house.AddUserAsync(kurumKodu);
    }
}
