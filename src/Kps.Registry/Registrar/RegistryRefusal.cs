namespace Kps.Registry.Registrar;

/// <summary>The Registrar's no.</summary>
/// <param name="Kind">For the program.</param>
/// <param name="Message">For the operator: Turkish, names what is wrong, never repeats a user name or password. Several findings stand on lines of their own.</param>
public sealed record RegistryRefusal(RegistryRefusalKind Kind, string Message)
{
    /// <summary>With <see cref="RegistryRefusalKind.ConsentNeeded"/>: everything that must be said for the same call to succeed.</summary>
    public RangeConsents MissingConsents { get; init; }

    internal static RegistryRefusal Invalid(IEnumerable<string> findings) => new(RegistryRefusalKind.Invalid, string.Join('\n', findings));

    internal static RegistryRefusal NoInstitution(int kurumKodu) =>
        new(RegistryRefusalKind.NotFound, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kurumKodu} kodlu kurum kayıtlı değil."));

    internal static RegistryRefusal NoUser { get; } = new(RegistryRefusalKind.NotFound, "Bu adla kayıtlı kullanıcı yok.");

    internal static RegistryRefusal NoApplication(Guid kod) => new(RegistryRefusalKind.NotFound, $"{kod} kodlu uygulama kayıtlı değil.");
}
