using System.Globalization;
using System.Xml;
using Nvi.Simulator.Population;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Router.Bilesik;

/// <summary>One BilesikKutukSorgulaKimlikNoSorguKriteri. A part of the birth date that is given must agree with the record.</summary>
/// <param name="KimlikNo">The number asked for, null when nil or absent.</param>
/// <param name="DogumYil">Year of birth, optional.</param>
/// <param name="DogumAy">Month of birth, optional.</param>
/// <param name="DogumGun">Day of birth, optional.</param>
internal sealed record SorguKriteri(long? KimlikNo, int? DogumYil, int? DogumAy, int? DogumGun)
{
    /// <summary>Most criteria in one query.</summary>
    public const int Most = 100;

    private static readonly string[] Order = ["DogumAy", "DogumGun", "DogumYil", "KimlikNo"];

    /// <summary>
    /// Reads kriterListesi as DataContractSerializer does: members in a strange namespace or out of ordinal order are dropped without a word.
    /// </summary>
    /// <param name="body">First element of the body.</param>
    /// <param name="criteria">What was read; empty for a nil, empty or missing list.</param>
    /// <returns>False for another element, for text that is no number, and for more than <see cref="Most"/> criteria.</returns>
    public static bool TryReadList(XmlElement? body, out IReadOnlyList<SorguKriteri> criteria)
    {
        criteria = [];
        if (body is not { LocalName: "Sorgula", NamespaceURI: Ns.Bilesik })
            return false;
        var list = body.Child("kriterListesi", Ns.Bilesik);
        var read = new List<SorguKriteri>();
        foreach (var element in list?.Children("BilesikKutukSorgulaKimlikNoSorguKriteri", Ns.Bilesik) ?? [])
        {
            if (read.Count == Most || !TryRead(element, out var criterion))
                return false;
            read.Add(criterion);
        }

        criteria = read;
        return true;
    }

    /// <summary>True when the parts of the birth date that were given agree with a record.</summary>
    public bool Agrees(NviTarih birth) =>
        (DogumYil is null || DogumYil == birth.Yil)
        && (DogumAy is null || DogumAy == birth.Ay)
        && (DogumGun is null || DogumGun == birth.Gun);

    private static bool TryRead(XmlElement element, out SorguKriteri criterion)
    {
        criterion = new SorguKriteri(null, null, null, null);
        var values = new long?[Order.Length];
        var next = 0;
        foreach (var child in element.ChildNodes.OfType<XmlElement>().Where(child => child.NamespaceURI == Ns.Bilesik))
        {
            var place = Array.IndexOf(Order, child.LocalName);
            if (place < next || child.GetAttribute("nil", Ns.Instance) is "true" or "1")
                continue;
            if (!long.TryParse(child.InnerText.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                || (place != Order.Length - 1 && value is < int.MinValue or > int.MaxValue))
            {
                return false;
            }

            values[place] = value;
            next = place + 1;
        }

        criterion = new SorguKriteri(values[3], (int?)values[2], (int?)values[0], (int?)values[1]);
        return true;
    }
}
