namespace Kps.Contracts.Answers.Plans;

/// <summary>A form an answer can be written in. Elements carry no attributes but <c>i:nil</c>, and hold either text or elements.</summary>
internal abstract class AnswerSink
{
    /// <summary>Opens the element of a whole result: no other has declarations.</summary>
    /// <param name="name">The result element.</param>
    /// <param name="ns">The contract's namespace.</param>
    public abstract void Root(ElementName name, string ns);

    /// <summary>Opens an element with elements in it.</summary>
    public abstract void Start(ElementName name);

    /// <summary>Closes the element opened last that is still open.</summary>
    public abstract void End(ElementName name);

    /// <summary>Writes an element that says it holds nothing.</summary>
    public abstract void Nil(ElementName name);

    /// <summary>Writes an opened and closed element without any content: an empty list.</summary>
    public abstract void Empty(ElementName name);

    /// <summary>Writes an element with text. Characters XML 1.0 forbids are left out.</summary>
    public abstract void Text(ElementName name, string value);

    /// <summary>Writes an element with an xs:int or xs:long.</summary>
    public abstract void Number(ElementName name, long value);

    /// <summary>Writes an element with an xs:boolean.</summary>
    public abstract void Boolean(ElementName name, bool value);
}
