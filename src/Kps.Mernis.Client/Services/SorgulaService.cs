using System.Xml;
using Kps.Mernis.Transport;

namespace Kps.Mernis.Services;

/// <summary>One of NVİ's services with an operation Sorgula: what is asked and what may come back.</summary>
/// <typeparam name="T">The typed answer.</typeparam>
internal abstract class SorgulaService<T>(SorgulaContract contract)
    where T : class
{
    /// <summary>The names on the wire.</summary>
    public SorgulaContract Contract => contract;

    /// <summary>
    /// Writes the members of the criterion, in the contract's order, each in the default namespace. Cannot fail: the query was checked when it was made.
    /// </summary>
    public abstract void WriteCriterion(RequestBuffer message, in MernisQuery<T> query);

    /// <summary>Reads the answer to a query.</summary>
    /// <exception cref="XmlException">The document is no such answer, or one about somebody or something else: a wrong person harms a patient.</exception>
    public abstract (T? Value, MernisHata? Hata) ReadAnswer(ArraySegment<byte> document, in MernisQuery<T> query);
}
