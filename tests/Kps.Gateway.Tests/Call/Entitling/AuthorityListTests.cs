using System.Text;
using System.Xml;
using System.Xml.Linq;
using Kps.Contracts;
using Kps.Contracts.Answers;
using Kps.Contracts.Fields;
using Kps.Contracts.YetkiListesi;
using Kps.Gateway.Call.Entitling;
using Kps.Gateway.Tests.Golden;
using Kps.Registry.Addresses;
using Kps.Registry.Entitlements;
using Kps.Registry.Institutions;

namespace Kps.Gateway.Tests.Call.Entitling;

internal sealed class AuthorityListTests
{
    private static readonly DateOnly Today = new(2026, 3, 14);

    [Test]
    public void Services_AreBothWithTheirMethodsInOrder()
    {
        var services = Of(Right(KpsOperation.BilesikKisiSorgula));

        Assert.That(
            services.Select(service => (service.Name, service.Namespace, service.ServiceNo, service.ServiceUrl, service.IsActive, service.IsAuthorized)),
            Is.EqualTo(new (string?, string?, int?, string?, bool?, bool?)[]
            {
                ("IKpsServices", "https://www.saglik.gov.tr/KPS/01/01/2017", 1, "https://kps.example/Kps", true, true),
                ("IKpsEkServisler", "urn:kps:ek:2026-01", 2, "https://kps.example/Ek", true, false),
            }));
        Assert.That(services[0].Methods!.Select(method => method.Name), Is.EqualTo(OperationCatalog.All.Select(operation => operation.Name)));
        Assert.That(services[1].Methods!.Select(method => method.Name), Is.EqualTo(OperationCatalog.AllOf(KpsService.Ek).Select(operation => operation.Name)));
        Assert.That(services.SelectMany(service => service.Methods!).Select(method => method.Description), Is.All.Not.Null);
    }

    [Test]
    public void Method_IsAuthorizedWhileTheRightLasts()
    {
        Assert.That(Method(Of(Right(KpsOperation.BilesikKisiSorgula, bitis: Today)), KpsOperation.BilesikKisiSorgula).IsAuthorized, Is.True);
        Assert.That(Method(Of(Right(KpsOperation.BilesikKisiSorgula, bitis: Today.AddDays(-1))), KpsOperation.BilesikKisiSorgula).IsAuthorized, Is.False);
        Assert.That(Method(Of(), KpsOperation.BilesikKisiSorgula).IsAuthorized, Is.False);
    }

    [Test]
    public void MethodWithoutARight_HasNoMembers()
    {
        var method = Method(Of(), KpsOperation.BilesikKisiSorgula);

        Assert.That((method.Argumans!.Count, method.ReturnProperties!.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void OrdinaryRight_CoversAllButWhatIsSpecialOrOutside()
    {
        var method = Method(Of(Right(KpsOperation.BilesikKisiSorgula)), KpsOperation.BilesikKisiSorgula);
        var refused = Flat(method.ReturnProperties!).Where(property => property.Value.IsAuthorized == false).Select(property => property.Path).ToList();

        Assert.That(method.Argumans!.Single(), Has.Property(nameof(Property.Name)).EqualTo("kimlikNo").And.Property(nameof(Property.IsAuthorized)).True);
        Assert.That(refused, Is.EqualTo(new[]
        {
            "AdresBilgisi",
            "MaviKartliKisiKutukleri/KisiBilgisi/DurumBilgisi/Din", "TCVatandasiKisiKutukleri/KisiBilgisi/DurumBilgisi/Din",
        }));
    }

    /// <summary>It says of every member what a call meets: random rights, every operation.</summary>
    [Test]
    public void Property_IsAuthorizedWhereTheProjectionGives()
    {
        foreach (var fields in FieldCatalog.All)
        {
            for (var seed = 0; seed < 20; seed++)
            {
                var rights = new RandomRights(fields.Result, new Random(seed));
                var right = new RegisteredEntitlement(fields.Operation, "x", string.Empty, null, rights.Rights);
                var properties = Flat(Method(Of(right), fields.Operation).ReturnProperties!);

                Assert.That(properties.Select(property => property.Path), Is.EqualTo(fields.Result.All.Where(IsListed).Select(field => field.Path)));
                foreach (var (path, property) in properties)
                {
                    var field = fields.Result.Find(path)!;
                    var expected = field.Shape == FieldShape.Value ? !field.IsOutside && (field.IsStructural || rights.Gives(field)) : rights.GivesSomethingOf(field);
                    Assert.That(property.IsAuthorized, Is.EqualTo(expected), $"{fields.Operation} {path}, seed {seed}, {rights}");
                    Assert.That((property.IsEditable, property.Type, property.SubProperties!.Count), Is.EqualTo(((bool?)false, field.TypeName, field.IsOutside ? 0 : field.Children.Count)));
                }
            }
        }
    }

    [Test]
    public void WithheldArgument_IsNotAuthorized()
    {
        var fields = FieldRights.Of(EntitlementKapsam.Secili, [new(FieldKind.Arguman, "kriter/AnneAdi", false, null)]);
        var kriter = Method(Of(new RegisteredEntitlement(KpsOperation.TcKimlikNoSorgula, "x", string.Empty, null, fields)), KpsOperation.TcKimlikNoSorgula).Argumans!.Single();

        Assert.That((kriter.IsAuthorized, kriter.Type), Is.EqualTo(((bool?)true, "KisiSorgulaKisiBilgileriCO")));
        Assert.That(
            kriter.SubProperties!.Where(property => property.IsAuthorized == false).Select(property => property.Name), Is.EqualTo(new[] { "AnneAdi" }));
    }

    /// <summary>The largest there is: every operation, every member.</summary>
    [Test]
    public void Answer_FitsThePublishedSchemaAndTheLog()
    {
        var all = OperationCatalog.All.Concat(OperationCatalog.AllOf(KpsService.Ek)).Select(operation => Right(operation.Operation)).ToArray();
        var result = new KpsServisSonucuYetkiListesi { Sonuc = Of(all) };
        using var text = new MemoryStream();
        using (var writer = XmlDictionaryWriter.CreateTextWriter(text, new UTF8Encoding(false), ownsStream: false))
        {
            writer.WriteStartElement(string.Empty, "YetkiListesiResponse", KpsNamespaces.Service);
            ContractWriter.WriteResult(writer, KpsOperation.YetkiListesi, ContractGeneration.V2021, result);
            writer.WriteEndElement();
        }

        TestContext.Out.WriteLine($"{text.Length} bytes");
        Assert.That(() => ServiceSchema.Validate(XElement.Parse(Encoding.UTF8.GetString(text.ToArray()))), Throws.Nothing);
        Assert.That(AnswerCodec.Encode(KpsOperation.YetkiListesi, ContractGeneration.V2021, result).Length, Is.LessThan(AnswerCodec.MaxBytes));
    }

    [Test]
    public void ClosedInstitution_IsAuthorizedForNothing() => Assert.That(
        AuthorityList.Of(Institution(InstitutionDurum.Kapali, Right(KpsOperation.BilesikKisiSorgula)), Today, _ => null).Select(service => service.IsAuthorized),
        Is.All.False);

    /// <summary>What an operation never gives is named and not described.</summary>
    private static bool IsListed(FieldDescription field) => !field.IsOutside || !field.Path.Contains('/');

    private static RegisteredEntitlement Right(KpsOperation operation, DateOnly? bitis = null) => new(operation, "Deneme", string.Empty, bitis);

    private static List<Service> Of(params RegisteredEntitlement[] rights) =>
        AuthorityList.Of(Institution(InstitutionDurum.Aktif, rights), Today, service => $"https://kps.example/{service}");

    private static RegisteredInstitution Institution(InstitutionDurum durum, params RegisteredEntitlement[] rights) =>
        new(rights) { Id = 1, KurumKodu = 1, Ad = "UYDURMA", Durum = durum, Ranges = AddressRanges.Empty };

    private static Method Method(List<Service> services, KpsOperation operation) =>
        services.SelectMany(service => service.Methods!).Single(method => method.Name == operation.ToString());

    private static List<(string Path, Property Value)> Flat(IEnumerable<Property> properties, string above = "") =>
        [.. properties.SelectMany(property => Flat(property.SubProperties!, above + property.Name + "/").Prepend((above + property.Name, property)))];
}
