namespace Kps.Registry.Registrar;

/// <summary>The Registrar's no.</summary>
/// <param name="Kind">For the program.</param>
/// <param name="Message">For the operator: Turkish, names what is wrong, never repeats a user name or password. Several findings stand on lines of their own.</param>
public sealed record RegistryRefusal(RegistryRefusalKind Kind, string Message)
{
    /// <summary>With <see cref="RegistryRefusalKind.ConsentNeeded"/>: everything that must be said for the same call to succeed.</summary>
    public RangeConsents MissingConsents { get; init; }

    /// <summary>With <see cref="RegistryRefusalKind.ConsentNeeded"/>: software in use cannot read an answer without what would be withheld.</summary>
    public bool BreaksClients { get; private init; }

    internal static RegistryRefusal BreaksSoftware(IEnumerable<string> fields) =>
        new(
            RegistryRefusalKind.ConsentNeeded,
            $"Şu alanlar verilmez olur ve bu, KPSService okuyan HBYS yazılımlarını çökertir: {string.Join(", ", fields)}. Kurumun yazılımını öğrenmeden sürdürmeyin.")
        {
            BreaksClients = true,
        };

    internal static RegistryRefusal Invalid(IEnumerable<string> findings) => new(RegistryRefusalKind.Invalid, string.Join('\n', findings));

    internal static RegistryRefusal NoInstitution(int kurumKodu) =>
        new(RegistryRefusalKind.NotFound, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kurumKodu} kodlu kurum kayıtlı değil."));

    internal static RegistryRefusal NoUser { get; } = new(RegistryRefusalKind.NotFound, "Bu adla kayıtlı kullanıcı yok.");

    internal static RegistryRefusal NoApplication(Guid kod) => new(RegistryRefusalKind.NotFound, $"{kod} kodlu uygulama kayıtlı değil.");
}
