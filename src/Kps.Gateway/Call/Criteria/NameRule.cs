using System.Globalization;

namespace Kps.Gateway.Call.Criteria;

/// <summary>
/// Names of people and places in criteria. The register writes them upper-case by Turkish rules (i→İ, ı→I); a client that sends its envelope as ASCII turns
/// Ş, İ and Ğ into question marks, and a search for those would answer "no record" where the truth is "unreadable" (requirements E-07).
/// </summary>
internal static class NameRule
{
    /// <summary>Longest name in characters.</summary>
    public const int MaxLength = 100;

    private static readonly CultureInfo Turkish = CultureInfo.GetCultureInfo("tr-TR");

    /// <summary>Can this be a name?</summary>
    /// <param name="name">As sent; null is nobody's fault here.</param>
    /// <param name="member">The member, for the text.</param>
    /// <returns>The fault, or null.</returns>
    public static CallFault? Check(string? name, string member)
    {
        if (name is null)
        {
            return null;
        }

        if (name.AsSpan().ContainsAny('?', '\uFFFD'))
        {
            return new CallFault(FaultCode.BrokenName, member);
        }

        return name.Length > MaxLength || !name.AsSpan().ContainsAnyExcept(' ', '.', '-') || name.Any(IsForeignToNames)
            ? new CallFault(FaultCode.InvalidCriterion, member)
            : null;
    }

    /// <summary>As the register writes it: upper-case, one blank between words, none around.</summary>
    public static string Upper(string name) =>
        string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpper(Turkish);

    /// <summary>The same for a member that may be absent.</summary>
    public static string? UpperOrNull(string? name) => name is null ? null : Upper(name);

    private static bool IsForeignToNames(char letter) => char.IsControl(letter) || char.IsDigit(letter);
}
