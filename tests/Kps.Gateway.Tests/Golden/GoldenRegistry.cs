using Kps.Contracts;
using Kps.Gateway.Tests.Fakes;
using Kps.Registry.Applications;
using Kps.Registry.Institutions;
using Kps.Registry.Passwords;
using Kps.Registry.Users;

namespace Kps.Gateway.Tests.Golden;

/// <summary>Everybody the golden pairs know. The numbers of the registry are fixed: they stand in tokens.</summary>
internal static class GoldenRegistry
{
    private const int FirstUser = 100_200_300;

    public static FakeRegistry Create()
    {
        var hospital = Registered.Institution();
        var neighbour = Registered.Institution(990002, "198.51.100.0/26");
        var closed = Registered.Institution(990003, "198.51.100.128/25", InstitutionDurum.Kapali);
        var unentitled = Registered.Institution(990004, "198.51.100.64/26", isEntitled: false);
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
            User(100_200_314, hospital, passwordVersion: 2),
            User(100_200_310, hospital, passwordVersion: 2),
            User(100_200_312, hospital, assignments: [new RegisteredAssignment(neighbour, today.AddDays(-30), today.AddDays(-1))]),
            User(100_200_313, hospital, assignments: [new RegisteredAssignment(neighbour, today.AddDays(-30), today)]),
        ];
        RegisteredApplication[] applications = [Application(1, null), Application(2, today.AddDays(-1)), Application(3, null, isClosed: true), Application(4, null, nesil: ContractGeneration.V2017)];
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
