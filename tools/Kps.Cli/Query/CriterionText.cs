using System.Globalization;
using System.Xml;
using Kps.Cli.Text;

namespace Kps.Cli.Query;

/// <summary>Criteria between the operator's writing and the contract's.</summary>
internal static class CriterionText
{
    private const int MostDigits = 18;
    private const char ReplacementCharacter = '\uFFFD';

    /// <summary>The value as it is sent.</summary>
    /// <param name="criterion">Which one.</param>
    /// <param name="text">As the operator wrote it.</param>
    /// <returns>Null when it is not of the criterion's kind.</returns>
    public static string? ToWire(Criterion criterion, string text) => criterion.Kind switch
    {
        CriterionKind.Number => IsNumber(text, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null,
        CriterionKind.Code => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code.ToString(CultureInfo.InvariantCulture) : null,
        CriterionKind.Text => IsText(text) ? text.Trim() : null,
        CriterionKind.Day => Istanbul.TryReadDay(text, out var day) ? day.ToString("yyyy-MM-dd'T00:00:00'", CultureInfo.InvariantCulture) : null,
        CriterionKind.Flag => text.ToLowerInvariant() switch
        {
            "evet" or "true" => "true",
            "hayır" or "hayir" or "false" => "false",
            _ => null,
        },
        CriterionKind.Choice => criterion.Choices.FirstOrDefault(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase)),
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion.Kind, "There is no such kind."),
    };

    /// <summary>What a value must be, after the criterion's name; ends with an example.</summary>
    public static string Demand(Criterion criterion) => criterion.Kind switch
    {
        CriterionKind.Number => "yalnız rakamlardan oluşmalı.",
        CriterionKind.Choice => $"şunlardan biri olmalı: {string.Join(", ", criterion.Choices)}.",
        CriterionKind.Text => $"Türkçe harfleri bozulmamış bir metin olmalı, örneğin {criterion.Example}.",
        _ => $"{Kind(criterion)} olmalı, örneğin {criterion.Example}.",
    };

    /// <summary>The kind in the help.</summary>
    public static string Kind(Criterion criterion) => criterion.Kind switch
    {
        CriterionKind.Number => "kimlik numarası",
        CriterionKind.Code => "tam sayı",
        CriterionKind.Text => "metin",
        CriterionKind.Day => "gün",
        CriterionKind.Flag => "evet ya da hayır",
        _ => string.Join(" | ", criterion.Choices),
    };

    /// <summary>Reads a person's number of any length the contract can carry.</summary>
    public static bool IsNumber(string text, out long number)
    {
        number = 0;
        return text.Length <= MostDigits && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static bool IsText(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Contains(ReplacementCharacter, StringComparison.Ordinal) || text.Any(char.IsControl))
        {
            return false;
        }

        try
        {
            XmlConvert.VerifyXmlChars(text);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
