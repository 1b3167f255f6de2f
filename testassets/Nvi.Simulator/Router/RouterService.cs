using System.Xml;
using Nvi.Simulator.Population;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Router;

/// <summary>
/// A service with the one operation Sorgula, in one version (wire contracts b.6): takes a list of criteria, answers
/// <c>SorgulaResponse/SorgulaResult{HataBilgisi, SorguSonucu}</c>.
/// </summary>
internal abstract class RouterService
{
    private readonly bool _arePersonPartsCommon;
    private readonly bool _isCompact;

    /// <summary>Names the service.</summary>
    /// <param name="name">As in the action.</param>
    /// <param name="version">As in the namespace: <c>2023/02/01</c>.</param>
    /// <param name="form">What its criteria look like; null for a service without any.</param>
    /// <param name="arePersonPartsCommon">See <see cref="AnswerWriter"/>.</param>
    /// <param name="isCompact">See <see cref="AnswerWriter"/>.</param>
    protected RouterService(string name, string version, CriterionForm? form, bool arePersonPartsCommon = false, bool isCompact = false)
    {
        Namespace = Ns.Nvi + version;
        Action = $"{Namespace}/{name}/Sorgula";
        Form = form;
        (_arePersonPartsCommon, _isCompact) = (arePersonPartsCommon, isCompact);
    }

    /// <summary>The version namespace.</summary>
    public string Namespace { get; }

    /// <summary>wsa:Action that selects this service, version and operation.</summary>
    public string Action { get; }

    /// <summary>wsa:Action of the answer.</summary>
    public string ResponseAction => Action + "Response";

    /// <summary>What its criteria look like; null for a service without any.</summary>
    public CriterionForm? Form { get; }

    /// <summary>Reads the criteria.</summary>
    /// <param name="body">First element of the body.</param>
    /// <param name="criteria">What was read; empty for a nil, empty or missing list.</param>
    /// <returns>False for another element and for a list that cannot be read.</returns>
    public bool TryRead(XmlElement? body, out IReadOnlyList<Criterion> criteria)
    {
        criteria = [];
        return body is { LocalName: "Sorgula" } && body.NamespaceURI == Namespace && (Form is null || Form.TryReadList(body, Namespace, out criteria));
    }

    /// <summary>Writes SorgulaResponse: the results in the order of the criteria, or error 10 when there is none or one of them says too little.</summary>
    public void Write(XmlWriter xml, IReadOnlyList<Criterion> criteria)
    {
        xml.WriteStartElement(string.Empty, "SorgulaResponse", Namespace);
        xml.WriteStartElement(string.Empty, "SorgulaResult", Namespace);
        xml.WriteAttributeString("xmlns", "i", null, Ns.Instance);
        var writer = new AnswerWriter(xml, Namespace, _arePersonPartsCommon, _isCompact);
        var (hata, write) = Form is not null && (criteria.Count == 0 || !criteria.All(SaysEnough))
            ? (AnswerWriter.NoCriterion, null)
            : Answer(criteria);
        writer.Hata(hata);
        writer.Inside("SorguSonucu", write is null ? writer.WriteNil : () => write(writer));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>True when a criterion can be asked at all.</summary>
    protected abstract bool SaysEnough(Criterion criterion);

    /// <summary>Answers criteria that say enough.</summary>
    /// <returns>The error of the whole answer, null when there is none; and what writes the results, null for a nil list.</returns>
    protected abstract (NviParametre? Hata, Action<AnswerWriter>? Write) Answer(IReadOnlyList<Criterion> criteria);
}
