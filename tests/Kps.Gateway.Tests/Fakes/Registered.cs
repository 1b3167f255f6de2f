using Kps.Contracts;
using Kps.Registry.Addresses;
using Kps.Registry.Applications;
using Kps.Registry.Entitlements;
using Kps.Registry.Institutions;
using Kps.Registry.Users;

namespace Kps.Gateway.Tests.Fakes;

/// <summary>Invented institutions and users. Addresses are those of RFC 5737.</summary>
internal static class Registered
{
    public const string InsideAddress = "192.0.2.10";

    /// <summary>In the range of another institution.</summary>
    public const string ElsewhereAddress = "198.51.100.10";

    /// <summary>In nobody's range.</summary>
    public const string NowhereAddress = "203.0.113.10";

    public const int KurumKodu = 990001;

    public static readonly Secret Password = new("Uydurma-Sifre-1");

    private static int _ids;

    public static RegisteredInstitution Institution(
        int kurumKodu = KurumKodu,
        string? ranges = "192.0.2.0/24",
        InstitutionDurum durum = InstitutionDurum.Aktif,
        bool isEntitled = true,
        DateOnly? bitis = null,
        FieldRights? fields = null) =>
        new(isEntitled ? OperationCatalog.All.Concat(OperationCatalog.AllOf(KpsService.Ek)).Select(one => new RegisteredEntitlement(one.Operation, "Deneme", "1", bitis, fields)) : [])
        {
            Id = kurumKodu,
            KurumKodu = kurumKodu,
            Ad = "UYDURMA DEVLET HASTANESİ",
            Durum = durum,
            Ranges = new AddressRanges(ranges is null ? [] : [Range(ranges)]),
        };

    /// <summary>The institution whose range holds <see cref="ElsewhereAddress"/>.</summary>
    public static RegisteredInstitution Neighbour() => Institution(990002, "198.51.100.0/24");

    public static RegisteredUser User(
        string? name = null,
        RegisteredInstitution? institution = null,
        UserDurum durum = UserDurum.Aktif,
        string? hash = null,
        int passwordVersion = 1,
        DateTimeOffset? expires = null,
        IReadOnlyList<RegisteredAssignment>? assignments = null,
        RegisteredApplication? application = null,
        int? id = null) =>
        new()
        {
            Id = id ?? Interlocked.Increment(ref _ids),
            UserName = name ?? UserName,
            PrimaryInstitution = institution ?? Institution(),
            Assignments = assignments ?? [],
            Durum = durum,
            PasswordHash = hash ?? FakeHash.Of(Password),
            PasswordVersion = passwordVersion,
            PasswordExpiresAt = expires,
            DefaultApplication = application,
        };

    public static string UserName { get; } = Number(100_200_300);

    public static Tckn Person { get; } = Tckn.FromFirstNine(100_200_311);

    public static Tckn Foreigner { get; } = Tckn.FromFirstNine(990_011_001);

    /// <summary>A generated number as text.</summary>
    public static string Number(int firstNine) => Tckn.FromFirstNine(firstNine).Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static AddressRange Range(string text)
    {
        Assert.That(AddressRange.TryParse(text, out var range, out var error), error);
        return range;
    }
}
