namespace Kps.AuditVerify.Text;

/// <summary>İşlem numbers as people write them (audit-row-format.md, "İşlem no as text").</summary>
internal static class IslemNoText
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Digits = 12;
    private const int CheckModulus = 37;

    /// <summary>Whether a number may have been issued: 60 bits, and a check that is a letter or digit.</summary>
    public static bool IsIssuable(long value) => value is > 0 and < 1L << 60 && value % CheckModulus < Alphabet.Length;

    /// <summary>Twelve digits and the check.</summary>
    public static string Of(long value) => IsIssuable(value)
        ? string.Create(Digits + 1, value, static (text, rest) =>
        {
            text[Digits] = Alphabet[(int)(rest % CheckModulus)];
            for (var position = Digits - 1; position >= 0; position--)
            {
                text[position] = Alphabet[(int)(rest & 31)];
                rest >>= 5;
            }
        })
        : "?";
}
