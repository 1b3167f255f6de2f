namespace Kps.Contracts.Answers.Plans;

/// <summary>How the result of one operation is written.</summary>
internal abstract class ResultPlan
{
    /// <summary>The one type it writes.</summary>
    public abstract Type ResultType { get; }

    /// <summary>The plan of an operation.</summary>
    /// <param name="elementName">Local name of the result element.</param>
    /// <param name="ns">Its namespace.</param>
    /// <typeparam name="T">The result type.</typeparam>
    public static ResultPlan Of<T>(string elementName, string ns)
        where T : class => new Typed<T>(new ElementName(elementName), ns);

    /// <summary>Writes the result element.</summary>
    /// <param name="sink">The form.</param>
    /// <param name="result">Of <see cref="ResultType"/>.</param>
    public abstract void Write(AnswerSink sink, object result);

    private sealed class Typed<T>(ElementName name, string ns) : ResultPlan
        where T : class
    {
        public override Type ResultType => typeof(T);

        public override void Write(AnswerSink sink, object result)
        {
            sink.Root(name, ns);
            TypePlan<T>.Instance.WriteMembers(sink, (T)result);
            sink.End(name);
        }
    }
}
