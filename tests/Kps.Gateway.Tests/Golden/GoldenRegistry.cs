using Kps.Contracts;
using Kps.Gateway.Tests.Fakes;
using Kps.Registry.Addresses;
using Kps.Registry.Applications;
using Kps.Registry.Entitlements;
using Kps.Registry.Institutions;
using Kps.Registry.Passwords;
using Kps.Registry.Users;

namespace Kps.Gateway.Tests.Golden;

/// <summary>Everybody the golden pairs know. The numbers of the registry are fixed: they stand in tokens.</summary>
internal static class GoldenRegistry
{
    /// <summary>The application of the 2017 generation.</summary>
    public const int EarlierApplication = 4;

    private const int FirstUser = 100_200_300;

    public static FakeRegistry Create()
    {
        var hospital = Registered.Institution();
        var neighbour = Registered.Institution(990002, "198.51.100.0/26");
        var closed = Registered.Institution(990003, "198.51.100.128/25", InstitutionDurum.Kapali);
        var unentitled = Registered.Institution(990004, "198.51.100.64/26", isEntitled: false);
        var lapsed = Registered.Institution(990005, "203.0.113.64/26", bitis: new DateOnly(2026, 3, 13));
        var limited = Limited();
        var today = DateOnly.FromDateTime(Calls.Now.UtcDateTime);
        var hash = PasswordHash.Create(Registered.Password);
        RegisteredUser[] users =
        [
            User(FirstUser, hospital),
            User(100_200_301, hospital, UserDurum.Pasif),
            User(100_200_302, hospital, UserDurum.OnayBekliyor),
            User(100_200_303, hospital, UserDurum.Red),
            User(100_200_304, hospital, UserDurum.SuresiDoldu),
            User(100_200_305, hospital, expires: Calls.Now - TimeSpan.FromDays(1)),
            User(100_200_306, closed),
            User(100_200_307, unentitled),
            User(100_200_308, hospital),
            User(100_200_309, lapsed),
            User(100_200_315, limited),
            User(100_200_314, hospital, passwordVersion: 2),
            User(100_200_310, hospital, passwordVersion: 2),
            User(100_200_312, hospital, assignments: [new RegisteredAssignment(neighbour, today.AddDays(-30), today.AddDays(-1))]),
            User(100_200_313, hospital, assignments: [new RegisteredAssignment(neighbour, today.AddDays(-30), today)]),
        ];
        RegisteredApplication[] applications = [Application(1, null), Application(2, today.AddDays(-1)), Application(3, null, isClosed: true), Application(EarlierApplication, null, nesil: ContractGeneration.V2017)];
        return FakeRegistry.Of(users, applications, neighbour);

        RegisteredUser User(
            int firstNine,
            RegisteredInstitution institution,
            UserDurum durum = UserDurum.Aktif,
            DateTimeOffset? expires = null,
            int passwordVersion = 1,
            IReadOnlyList<RegisteredAssignment>? assignments = null) =>
            Registered.User(Registered.Number(firstNine), institution, durum, hash, passwordVersion, expires, assignments, id: UserId(firstNine));
    }

    /// <summary>Registry number of the user with the number made of these nine digits.</summary>
    public static int UserId(int firstNine) => firstNine - FirstUser + 1;

    /// <summary>UygulamaKodu of an application.</summary>
    public static Guid UygulamaKodu(int id) => new($"5a0c0de0-0000-4000-8000-{id:D12}");

    /// <summary>Holds two queries: persons by number with neither their parents' names nor any paper but with the special field, and numbers by description without the place of birth.</summary>
    private static RegisteredInstitution Limited() =>
        new(
        [
            Right(
                KpsOperation.BilesikKisiSorgula,
                Field("TCVatandasiKisiKutukleri/KisiBilgisi/DurumBilgisi/Din", izin: true),
                Field("TCVatandasiKisiKutukleri/KisiBilgisi/TemelBilgisi/AnneAd", izin: false),
                Field("TCVatandasiKisiKutukleri/KisiBilgisi/TemelBilgisi/BabaAd", izin: false),
                Field("TCVatandasiKisiKutukleri/NufusCuzdaniBilgisi", izin: false),
                Field("TCVatandasiKisiKutukleri/TCKKBilgisi", izin: false)),
            Right(KpsOperation.TcKimlikNoSorgula, new RegisteredFieldRight(FieldKind.Arguman, "kriter/DogumYeri", Izin: false, Bitis: null)),
            new RegisteredEntitlement(KpsOperation.YetkiListesi, "Deneme", "3", null),
        ])
        {
            Id = 990006,
            KurumKodu = 990006,
            Ad = "UYDURMA İLÇE SAĞLIK MÜDÜRLÜĞÜ",
            Durum = InstitutionDurum.Aktif,
            Ranges = new AddressRanges([Registered.Range("203.0.113.128/26")]),
        };

    private static RegisteredEntitlement Right(KpsOperation operation, params RegisteredFieldRight[] rows) =>
        new(operation, "Deneme", "2", null, FieldRights.Of(EntitlementKapsam.Tum, rows));

    private static RegisteredFieldRight Field(string path, bool izin) => new(FieldKind.Alan, path, izin, Bitis: null);

    private static RegisteredApplication Application(int id, DateOnly? bitis, bool isClosed = false, ContractGeneration nesil = ContractGeneration.V2021) => new()
    {
        Id = id,
        Kod = UygulamaKodu(id),
        Firma = "UYDURMA YAZILIM",
        Urun = "UYDURMA HBYS",
        Surum = "1.0",
        Nesil = nesil,
        Bitis = bitis,
        IsClosed = isClosed,
    };
}
