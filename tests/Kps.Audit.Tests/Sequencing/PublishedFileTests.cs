using Kps.Audit.Sequencing;
using Kps.Evidence.Notes;
using Kps.Evidence.Trees;

namespace Kps.Audit.Tests.Sequencing;

public sealed class PublishedFileTests
{
    private readonly PublishedFile _file = new(SequencerHost.NewFile("published"));

    [SetUp]
    public void Empty() => File.Delete(_file.Path);

    [Test]
    public void MissingOrEmpty_HasNone()
    {
        Assert.That(_file.Last(), Is.Null);
        File.WriteAllText(_file.Path, "");
        Assert.That(_file.Last(), Is.Null);
    }

    [Test]
    public async Task Last_IsTheOneAppendedLast()
    {
        for (var size = 1; size <= 2000; size++)
        {
            await _file.PublishAsync(Note(size), CancellationToken.None);
        }

        Assert.That(Checkpoint.Of(_file.Last()!).Size, Is.EqualTo(2000));
    }

    [Test]
    public async Task CutAnywhereInTheNext_GivesTheOneBefore()
    {
        await _file.PublishAsync(Note(1), CancellationToken.None);
        var whole = await File.ReadAllBytesAsync(_file.Path);
        var next = System.Text.Encoding.UTF8.GetBytes(Note(2).ToString());
        for (var length = 0; length < next.Length; length++)
        {
            await File.WriteAllBytesAsync(_file.Path, [.. whole, .. next[..length]]);
            Assert.That(Checkpoint.Of(_file.Last()!).Size, Is.EqualTo(1), $"{length} bytes of the next");
        }

        await File.WriteAllBytesAsync(_file.Path, [.. whole, .. next]);
        Assert.That(Checkpoint.Of(_file.Last()!).Size, Is.EqualTo(2));
    }

    [Test]
    public async Task AppendedAfterACut_IsFound()
    {
        foreach (var torn in new[] { "kps.exam", "kps.example/denetim\n1", "kps.example/denetim\n1\nAAAA\n", "kps.example/denetim\n1\nAAAA\n\n— kps.example/denetim AAA" })
        {
            await File.WriteAllTextAsync(_file.Path, Note(1) + "\n" + torn);
            await _file.PublishAsync(Note(2), CancellationToken.None);
            Assert.That(Checkpoint.Of(_file.Last()!).Size, Is.EqualTo(2), torn);
        }
    }

    [TestCase("— kps.example/denetim AAAA\n")]
    [TestCase("1\n2\n3\n4\n5\n6\n7\n")]
    [TestCase("a\nb\nc\nd\n— kps.example/denetim AAAAAAAA\n")]
    public async Task SomethingElse_IsRefused(string text)
    {
        await File.WriteAllTextAsync(_file.Path, text);
        Assert.That(() => _file.Last(), Throws.TypeOf<FormatException>());
    }

    private static SignedNote Note(long size) => SequencerHost.Sign(new Checkpoint(SequencerHost.Origin, size, TreeHash.OfLeaf(BitConverter.GetBytes(size))));
}
