using System.Globalization;
using System.Xml;
using Nvi.Simulator.Router.Nko;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Router;

/// <summary>What a criterion looks like: its name and its members in the order of the schema.</summary>
/// <param name="Name">Local name of the element in kriterListesi.</param>
/// <param name="Members">Members in ordinal order.</param>
internal sealed record CriterionForm(string Name, params (string Name, CriterionKind Kind)[] Members)
{
    /// <summary>Most criteria in one query.</summary>
    public const int Most = 100;

    private const NumberStyles Signed = NumberStyles.AllowLeadingSign;

    /// <summary>The four members of every query by number of a person, the number among them.</summary>
    public static CriterionForm ByNumber(string name) => new(
        name, ("DogumAy", CriterionKind.Int), ("DogumGun", CriterionKind.Int), ("DogumYil", CriterionKind.Int), ("KimlikNo", CriterionKind.Long));

    /// <summary>
    /// Reads kriterListesi as DataContractSerializer does: members in a strange namespace or out of ordinal order are dropped without a word.
    /// </summary>
    /// <param name="body">The Sorgula element.</param>
    /// <param name="version">The service's version namespace.</param>
    /// <param name="criteria">What was read; empty for a nil, empty or missing list.</param>
    /// <returns>False for text that is not of the member's type, and for more than <see cref="Most"/> criteria.</returns>
    public bool TryReadList(XmlElement body, string version, out IReadOnlyList<Criterion> criteria)
    {
        criteria = [];
        var read = new List<Criterion>();
        foreach (var element in body.Child("kriterListesi", version)?.Children(Name, version) ?? [])
        {
            if (read.Count == Most || !TryRead(element, version, out var criterion))
                return false;
            read.Add(criterion);
        }

        criteria = read;
        return true;
    }

    private bool TryRead(XmlElement element, string version, out Criterion criterion)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        criterion = new Criterion(values);
        var next = 0;
        foreach (var child in element.ChildNodes.OfType<XmlElement>().Where(child => child.NamespaceURI == version))
        {
            var place = Array.FindIndex(Members, member => member.Name == child.LocalName);
            if (place < next || child.GetAttribute("nil", Ns.Instance) is "true" or "1")
                continue;
            if (Value(Members[place].Kind, child.InnerText) is not { } value)
                return false;
            values[child.LocalName] = value;
            next = place + 1;
        }

        return true;
    }

    private static object? Value(CriterionKind kind, string text)
    {
        var trimmed = text.Trim();
        return kind switch
        {
            CriterionKind.Int => int.TryParse(trimmed, Signed, CultureInfo.InvariantCulture, out var number) ? number : null,
            CriterionKind.Long => long.TryParse(trimmed, Signed, CultureInfo.InvariantCulture, out var number) ? number : null,
            CriterionKind.Truth => trimmed switch { "true" or "1" => true, "false" or "0" => false, _ => null },
            CriterionKind.Time => Time(trimmed),
            CriterionKind.NkoTur => NkoKinds.TryParse(trimmed, out var tur) ? tur : null,
            _ => text,
        };
    }

    private static DateTime? Time(string text)
    {
        try
        {
            return XmlConvert.ToDateTime(text, XmlDateTimeSerializationMode.RoundtripKind);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
