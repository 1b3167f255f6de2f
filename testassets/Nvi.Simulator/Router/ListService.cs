using Nvi.Simulator.Population;

namespace Nvi.Simulator.Router;

/// <summary>A service whose result is a list of any length; an empty one goes with error 2, a too long one is error 11 and no list.</summary>
/// <typeparam name="T">An item.</typeparam>
internal abstract class ListService<T>(string name, string version, CriterionForm? form) : RouterService(name, version, form)
{
    /// <summary>Most items given out for one criterion.</summary>
    protected virtual int Most => int.MaxValue;

    /// <summary>The items for one criterion, one more than <see cref="Most"/> at most.</summary>
    protected abstract IEnumerable<T> Find(Criterion criterion);

    /// <summary>Writes one item.</summary>
    protected abstract void WriteItem(AnswerWriter writer, T item);

    /// <inheritdoc />
    protected sealed override (NviParametre? Hata, Action<AnswerWriter>? Write) Answer(IReadOnlyList<Criterion> criteria)
    {
        var items = new List<T>();
        foreach (var criterion in Form is null ? [new Criterion(new Dictionary<string, object>())] : criteria)
        {
            var before = items.Count;
            items.AddRange(Find(criterion));
            if (items.Count - before > Most)
                return (AnswerWriter.TooMany, null);
        }

        return (items.Count == 0 ? AnswerWriter.NotFound : null, writer => items.ForEach(item => WriteItem(writer, item)));
    }
}
