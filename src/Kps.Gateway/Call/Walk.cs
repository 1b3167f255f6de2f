namespace Kps.Gateway.Call;

/// <summary>The stages of one door, in order, with the names they have in logs and traces.</summary>
/// <param name="stages">From <see cref="Walks"/>.</param>
internal sealed class Walk(IReadOnlyList<ICallStage> stages)
{
    private readonly string[] _names = [.. stages.Select(stage => stage.GetType().Name.Replace("Stage", string.Empty, StringComparison.Ordinal))];

    public int Count => stages.Count;

    public ICallStage this[int index] => stages[index];

    /// <summary>The stage's name, e.g. <c>CheckAddress</c>.</summary>
    public string NameOf(int index) => _names[index];
}
