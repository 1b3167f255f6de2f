using System.Globalization;
using Kps.Audit.Sequencing;
using Kps.Evidence.Notes;

namespace Kps.Audit.Anchoring;

/// <summary>
/// A directory, of a file share as a rule, in the form of <see cref="PublishedFile"/>: a file for each node and month, so that no two machines write one file and the
/// share can make past months unchangeable.
/// </summary>
internal sealed class DirectoryPlace(string directory, string node, TimeProvider time) : ISecondPlace
{
    private readonly string _prefix = string.Concat(node.Select(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_' ? one : '_'));

    public async Task KeepAsync(SignedNote note, CancellationToken ct)
    {
        var file = new PublishedFile(Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{_prefix}-{time.GetUtcNow():yyyy-MM}.checkpoints")));

        // A share that hangs holds a thread of its own and no more; opening a file cannot be called off.
        await Task.Run(
            async () =>
            {
                if (file.Last()?.ToString() != note.ToString())
                {
                    await file.PublishAsync(note, ct);
                }
            },
            ct).WaitAsync(ct);
    }
}
