using Nvi.Simulator.Population;

namespace Nvi.Simulator.Router;

/// <summary>A service that gives exactly one result for each criterion; what is not found is an error within that result.</summary>
internal abstract class ResultPerCriterionService(string name, string version, CriterionForm form, bool arePersonPartsCommon = false, bool isCompact = false)
    : RouterService(name, version, form, arePersonPartsCommon, isCompact)
{
    /// <summary>Writes one result.</summary>
    protected abstract void WriteResult(AnswerWriter writer, Criterion criterion);

    /// <inheritdoc />
    protected sealed override (NviParametre? Hata, Action<AnswerWriter>? Write) Answer(IReadOnlyList<Criterion> criteria) => (null, writer =>
    {
        foreach (var criterion in criteria)
            WriteResult(writer, criterion);
    });
}
