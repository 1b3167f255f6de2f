using Kps.Contracts;

namespace Kps.Registry.Passwords;

/// <summary>
/// What a web-service password must be (requirements A-26, D-06): 8 … 50 characters with a letter and a digit, printable ASCII without a blank at either end and without
/// <c>&amp; &lt; &gt;</c>, because public clients send ASCII bytes and put the password into the XML unescaped; not the user name, and without the TCKN in it.
/// </summary>
public static class PasswordPolicy
{
    /// <summary>Fewest characters.</summary>
    public const int MinimumLength = 8;

    /// <summary>Most characters: the column width of a real HBYS.</summary>
    public const int MaximumLength = 50;

    /// <summary>Checks every rule.</summary>
    /// <param name="password">The password wanted.</param>
    /// <param name="userName">Whose it will be; when this is a TCKN, the password must not hold it either.</param>
    /// <param name="tckn">The person's number when the user name is another.</param>
    /// <returns>All violations, each a Turkish sentence that does not repeat the password; empty when it will do.</returns>
    public static IReadOnlyList<string> Check(Secret password, string userName, Tckn? tckn = null)
    {
        ArgumentNullException.ThrowIfNull(userName);
        var text = password.Reveal();
        var violations = new List<string>();

        if (text.Length < MinimumLength)
        {
            violations.Add("Şifre en az 8 karakter olmalı.");
        }

        if (text.Length > MaximumLength)
        {
            violations.Add("Şifre en çok 50 karakter olmalı.");
        }

        if (!text.Any(char.IsAsciiLetter))
        {
            violations.Add("Şifrede en az bir harf (a-z, A-Z) olmalı.");
        }

        if (!text.Any(char.IsAsciiDigit))
        {
            violations.Add("Şifrede en az bir rakam olmalı.");
        }

        if (text.Any(letter => letter is < ' ' or > '~'))
        {
            violations.Add("Şifrede Türkçe harf ve klavyede İngilizce karşılığı olmayan karakter bulunamaz; HBYS yazılımları bunları bozarak gönderiyor.");
        }

        if (text.AsSpan().ContainsAny("&<>"))
        {
            violations.Add("Şifrede & < > karakterleri bulunamaz; HBYS yazılımları bunları bozarak gönderiyor.");
        }

        if (text.StartsWith(' ') || text.EndsWith(' '))
        {
            violations.Add("Şifre boşlukla başlayamaz ve bitemez.");
        }

        if (userName.Length > 0 && string.Equals(text, userName, StringComparison.OrdinalIgnoreCase))
        {
            violations.Add("Şifre kullanıcı adıyla aynı olamaz.");
        }

        if (NumbersOf(userName, tckn).Any(number => text.Contains(number, StringComparison.Ordinal)))
        {
            violations.Add("Şifrede T.C. kimlik numarası bulunamaz.");
        }

        return violations;
    }

    private static IEnumerable<string> NumbersOf(string userName, Tckn? tckn)
    {
        if (Tckn.TryParse(userName, out var named))
        {
            yield return named.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (tckn is { Value: > 0 } given)
        {
            yield return given.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
