using System.Globalization;
using System.Xml.Linq;
using Kps.Contracts;

namespace Kps.EndToEnd.Tests.Catalogue.Mapping;

/// <summary>What one query must make of what NVİ answers to it.</summary>
/// <param name="Operation">The query.</param>
/// <param name="Tables">One for each answer of NVİ, in the order they are asked for; a second is asked for only when the first has somebody.</param>
internal sealed record MappedQuery(KpsOperation Operation, params IReadOnlyList<MappingTable> Tables)
{
    private const string KayitYok = "2";

    private static readonly HashSet<string> NvisLists = ["Kisiler", "Olaylar", "DigerAdresBilgileri", "DoluBilesenler"];

    /// <summary>The five queries by number.</summary>
    public static IReadOnlyList<MappedQuery> All { get; } =
    [
        new(KpsOperation.BilesikKisiSorgula, MappingTables.Bilesik) { Echo = "KimlikNo", IsHataInSonuc = true },
        new(KpsOperation.BilesikKisiveAdresSorgula, MappingTables.Bilesik, MappingTables.BilesikAdres) { Echo = "KimlikNo", IsHataInSonuc = true },
        new(KpsOperation.KimlikNoIleAdresBilgisiSorgula, MappingTables.Adres) { IsHataInSonuc = true },
        new(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, MappingTables.NufusKayitOrnegi),
        new(KpsOperation.AileBireyleriSorgula, MappingTables.AileKisi, MappingTables.AileBireyleri) { Echo = "TCKimlikNo", NeedsEveryAnswer = true },
    ];

    /// <summary>The member of Sonuc with the number asked for; null where it has none.</summary>
    public string? Echo { get; private init; }

    /// <summary>Whether a record's own reason for being empty stands in Sonuc, else beside it. The reason for a whole answer always stands beside it.</summary>
    public bool IsHataInSonuc { get; private init; }

    /// <summary>Whether nothing is told when the second answer is empty.</summary>
    public bool NeedsEveryAnswer { get; private init; }

    /// <summary>Every value our answer must have, by its path below Result.</summary>
    /// <param name="number">The number asked for.</param>
    /// <param name="answers">SorgulaResult of each answer of NVİ; records that are none are taken out of it.</param>
    /// <param name="problems">Gathers what cannot be right whatever we answer.</param>
    public Dictionary<string, string> Expect(long number, IReadOnlyList<XElement> answers, List<string> problems)
    {
        var expected = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Echo is not null)
        {
            expected.Add("Sonuc/" + Echo, number.ToString(CultureInfo.InvariantCulture));
        }

        for (var index = 0; index < answers.Count; index++)
        {
            var before = expected.Count;
            var reasons = new List<XElement>();
            var whole = Member(answers[index], "HataBilgisi");
            if (Member(answers[index], "SorguSonucu")?.Elements().Single() is { } item)
            {
                TakeOutNoRecords(item, reasons);
                Place(item, Tables[index], expected, problems);
            }

            if (expected.Count == before && (index == 0 || NeedsEveryAnswer))
            {
                CheckCount(answers, index + 1, problems);
                return Nobody(expected, whole, reasons.FirstOrDefault(), problems);
            }
        }

        CheckCount(answers, Tables.Count, problems);
        return expected;
    }

    private static XElement? Member(XElement element, string name) =>
        element.Elements().SingleOrDefault(member => member.Name.LocalName == name && !XmlLeaves.IsNil(member) && member.Elements().Any(inner => inner.HasElements || inner.Value.Length > 0));

    /// <summary>NVİ expands a record it does not have and says Kod 2 in it; what else stands there is the number asked for.</summary>
    private static void TakeOutNoRecords(XElement record, List<XElement> reasons)
    {
        if (Member(record, "HataBilgisi") is { } hata && hata.Elements().Any(member => member.Name.LocalName == "Kod" && member.Value == KayitYok))
        {
            reasons.Add(new XElement(hata));
            record.RemoveNodes();
            return;
        }

        foreach (var member in record.Elements().Where(member => member.HasElements))
        {
            TakeOutNoRecords(member, reasons);
        }
    }

    private void Place(XElement item, MappingTable table, Dictionary<string, string> expected, List<string> problems)
    {
        foreach (var (path, value) in XmlLeaves.Of(item, NvisLists))
        {
            if (table.PlacesOf(path) is not { } places)
            {
                problems.Add($"NVİ's {path} is in no table.");
                continue;
            }

            foreach (var place in places)
            {
                if (place == Echo && expected["Sonuc/" + place] == value)
                {
                    continue;
                }

                expected.Add("Sonuc/" + place, value);
            }
        }
    }

    private static void CheckCount(IReadOnlyList<XElement> answers, int count, List<string> problems)
    {
        if (answers.Count != count)
        {
            problems.Add($"NVİ was asked {answers.Count} times, not {count}.");
        }
    }

    private Dictionary<string, string> Nobody(Dictionary<string, string> expected, XElement? whole, XElement? record, List<string> problems)
    {
        foreach (var place in expected.Keys.Where(place => place != "Sonuc/" + Echo).ToList())
        {
            expected.Remove(place);
        }

        if ((whole ?? record) is not { } reason)
        {
            problems.Add("NVİ gave neither a record nor a reason.");
            return expected;
        }

        var prefix = whole is null && IsHataInSonuc ? "Sonuc/HataBilgisi/" : "HataBilgisi/";
        foreach (var member in reason.Elements())
        {
            expected.Add(prefix + member.Name.LocalName, member.Value);
        }

        return expected;
    }
}
