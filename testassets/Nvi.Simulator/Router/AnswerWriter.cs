using System.Globalization;
using System.Xml;
using Nvi.Simulator.Population;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Router;

/// <summary>
/// Members in the form NVİ's DataContract services give them: version namespace unprefixed, the common namespace under a prefix declared on
/// the parent. Absent texts and numbers are nil, absent codes and dates are present with nil leaves (wire contracts b.6).
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="version">The service's version namespace; may be the common one, which then needs no prefix.</param>
/// <param name="arePersonPartsCommon">True where the types of DurumBilgisi, TemelBilgisi and KayitYeriBilgisi live in the common namespace.</param>
/// <param name="isCompact">True to make components without record nil instead of expanding them: the short answer of benches.</param>
internal sealed class AnswerWriter(XmlWriter writer, string version, bool arePersonPartsCommon, bool isCompact)
{
    private readonly string _prefix = version == Ns.Common ? string.Empty : "b";

    private bool _inCommon;

    /// <summary>The component holds no record.</summary>
    public static NviParametre NotFound { get; } = new(2, "Aradığınız kriterlere uygun kayıt bulunamadı.");

    /// <summary>The institution may not see the component.</summary>
    public static NviParametre NotAuthorised { get; } = new(8, "Yetkiniz yoktur.");

    /// <summary>A criterion without number.</summary>
    public static NviParametre NoCriterion { get; } = new(10, "Sorgu kriteri boş geçilemez.");

    /// <summary>A search found more people than the service gives out. Text and code are by analogy.</summary>
    public static NviParametre TooMany { get; } = new(11, "Çok fazla kayıt");

    /// <summary>A container of members in the version namespace.</summary>
    public void Inside(string name, Action content)
    {
        Start(name);
        content();
        writer.WriteEndElement();
    }

    /// <summary>A container or component: expanded whether or not it holds a record, but for the compact answer.</summary>
    public void Component(string name, bool isHeld, Action content) => Inside(name, isHeld || !isCompact ? content : WriteNil);

    /// <summary>A component whose type lives in the common namespace.</summary>
    public void CommonComponent(string name, bool isHeld, Action content)
    {
        if (isHeld || !isCompact)
            InsideCommon(name, content);
        else
            Inside(name, WriteNil);
    }

    /// <summary>A part of a person that several services share.</summary>
    public void InsidePersonPart(string name, Action content)
    {
        if (arePersonPartsCommon)
            InsideCommon(name, content);
        else
            Inside(name, content);
    }

    /// <summary>A container whose type, and so its members, live in the common namespace.</summary>
    public void InsideCommon(string name, Action content)
    {
        StartCommon(name);
        _inCommon = true;
        content();
        _inCommon = false;
        writer.WriteEndElement();
    }

    /// <summary>A text, nil when null.</summary>
    public void Text(string name, string? value)
    {
        Start(name);
        if (value is null)
            WriteNil();
        else
            writer.WriteString(value);
        writer.WriteEndElement();
    }

    /// <summary>A number, nil when null.</summary>
    public void Number(string name, long? value) => Text(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A truth value, nil when null.</summary>
    public void Truth(string name, bool? value) => Text(name, value switch { null => null, true => "true", false => "false" });

    /// <summary>An xs:dateTime at midnight, nil when null.</summary>
    public void Day(string name, DateOnly? value) => Text(name, value?.ToString("yyyy-MM-dd'T00:00:00'", CultureInfo.InvariantCulture));

    /// <summary>A code; nil leaves when null.</summary>
    public void Kod(string name, NviParametre? value)
    {
        StartCommon(name);
        Leaf("Aciklama", value?.Aciklama);
        Leaf("Kod", value?.Kod.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndElement();
    }

    /// <summary>A date; nil leaves for what the register does not know.</summary>
    public void Tarih(string name, NviTarih? value)
    {
        StartCommon(name);
        Leaf("Ay", value?.Ay?.ToString(CultureInfo.InvariantCulture));
        Leaf("Gun", value?.Gun?.ToString(CultureInfo.InvariantCulture));
        Leaf("Yil", value?.Yil.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndElement();
    }

    /// <summary>A date in one of the places where the real service makes the whole element nil.</summary>
    public void TarihOrNil(string name, NviTarih? value)
    {
        if (value is not null)
        {
            Tarih(name, value);
            return;
        }

        StartCommon(name);
        WriteNil();
        writer.WriteEndElement();
    }

    /// <summary>HataBilgisi: nil as a whole when all is well.</summary>
    public void Hata(NviParametre? value)
    {
        if (value is not null)
        {
            Kod("HataBilgisi", value);
            return;
        }

        StartCommon("HataBilgisi");
        WriteNil();
        writer.WriteEndElement();
    }

    /// <summary>The list of filled components, in the namespace of its own.</summary>
    public void DoluBilesenler(IReadOnlyList<string> components)
    {
        Start("DoluBilesenler");
        writer.WriteAttributeString("xmlns", _prefix, null, Ns.Constants);
        foreach (var component in components)
            writer.WriteElementString(_prefix, "CstBilesikKutukServisDoluBilesen", Ns.Constants, component);
        writer.WriteEndElement();
    }

    /// <summary>Writes i:nil on the element just opened.</summary>
    public void WriteNil() => writer.WriteAttributeString("i", "nil", Ns.Instance, "true");

    private void Start(string name)
    {
        if (_inCommon)
            writer.WriteStartElement(_prefix, name, Ns.Common);
        else
            writer.WriteStartElement(string.Empty, name, version);
    }

    private void StartCommon(string name)
    {
        Start(name);
        if (!_inCommon && _prefix.Length > 0)
            writer.WriteAttributeString("xmlns", _prefix, null, Ns.Common);
    }

    private void Leaf(string name, string? value)
    {
        writer.WriteStartElement(_prefix, name, Ns.Common);
        if (value is null)
            WriteNil();
        else
            writer.WriteString(value);
        writer.WriteEndElement();
    }
}
