using Kps.Contracts;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Gateway.Call.Entitling;
using Kps.Registry.Entitlements;

namespace Kps.Gateway.Tests.Call.Entitling;

internal sealed class FieldProjectionsTests
{
    private const KpsOperation Operation = KpsOperation.BilesikKisiSorgula;
    private const string Soyad = "TCVatandasiKisiKutukleri/KisiBilgisi/TemelBilgisi/Soyad";

    private static readonly DateOnly Today = new(2026, 3, 14);

    private readonly FieldProjections _projections = new();

    [Test]
    public void RightToEverythingOrdinary_FindsWhatWasMadeAtStart() =>
        Assert.That(_projections.Of(Operation, Right(null), Today), Is.SameAs(_projections.Of(Operation, Right(null), Today.AddDays(9))));

    [Test]
    public void EqualSets_ShareOneProjection_WhicheverInstitutionTheyAreOf()
    {
        var first = _projections.Of(Operation, Right(Withheld(Soyad)), Today);

        Assert.That(_projections.Of(Operation, Right(Withheld(Soyad)), Today.AddDays(1)), Is.SameAs(first));
        Assert.That(_projections.Of(Operation, Right(Withheld("YabanciKisiKutukleri")), Today), Is.Not.SameAs(first));
        Assert.That(_projections.Of(KpsOperation.BilesikKisiveAdresSorgula, Right(Withheld(Soyad)), Today), Is.Not.SameAs(first));
    }

    [Test]
    public void Lapse_TakesEffectWithTheNextDay()
    {
        var right = Right(FieldRights.Of(EntitlementKapsam.Secili, [new(FieldKind.Alan, Soyad, true, Today)]));

        Assert.That(SoyadOf(right, Today), Is.EqualTo("ÖRNEK"));
        Assert.That(SoyadOf(right, Today.AddDays(1)), Is.Null);
    }

    [Test]
    public void NoRight_GivesNothing() => Assert.That(SoyadOf(null, Today), Is.Null);

    [TestCase(KpsOperation.YetkiListesi)]
    [TestCase(KpsOperation.Issue)]
    [TestCase(KpsOperation.None)]
    public void OperationWithoutFields_HasNoProjection(KpsOperation operation) =>
        Assert.That(() => _projections.Of(operation, Right(null), Today), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void ManyDifferentSets_AreAllServed()
    {
        for (var day = 0; day < 2100; day++)
        {
            var path = day % 2 == 0 ? Soyad : "YabanciKisiKutukleri";
            Assert.That(
                _projections.Of(Operation, Right(FieldRights.Of(EntitlementKapsam.Tum, [new(FieldKind.Alan, path, false, null), new(FieldKind.Arguman, $"a{day}", true, null)])), Today),
                Is.Not.Null);
        }
    }

    private static RegisteredEntitlement Right(FieldRights? fields) => new(Operation, "Deneme", string.Empty, null, fields);

    private static FieldRights? Withheld(string path) => FieldRights.Of(EntitlementKapsam.Tum, [new(FieldKind.Alan, path, false, null)]);

    private string? SoyadOf(RegisteredEntitlement? right, DateOnly today)
    {
        var bilgi = new BilesikKisiBilgisi { TCVatandasiKisiKutukleri = new() { KisiBilgisi = new() { TemelBilgisi = new() { Soyad = "ÖRNEK" } } } };
        _projections.Of(Operation, right, today).Apply(bilgi);
        return bilgi.TCVatandasiKisiKutukleri.KisiBilgisi.TemelBilgisi.Soyad;
    }
}
