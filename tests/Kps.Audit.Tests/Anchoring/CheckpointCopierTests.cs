using Kps.Audit.Sequencing;
using Kps.Audit.Tests.Sequencing;
using Kps.Evidence.Notes;
using Kps.TestSupport;
using Microsoft.AspNetCore.Http;

namespace Kps.Audit.Tests.Anchoring;

internal sealed class CheckpointCopierTests
{
    [Test]
    public async Task Directory_GetsTheCheckpointsInThePublishedForm()
    {
        var directory = Directory.CreateTempSubdirectory("kps-second-").FullName;
        await using var database = await TestDatabase.CreateAsync();
        await using (var host = await AnchoringHost.StartAsync(database, $"SecondPlace={directory}"))
        {
            await LogRows.AddAsync(database, 2);
            await host.CopiedAsync(2);
            await LogRows.AddAsync(database, 3, firstNumber: 3);
            await host.CopiedAsync(5);
            Assert.That(host.State.SecondPlaceLag, Is.EqualTo(TimeSpan.Zero));
        }

        var file = new PublishedFile(Directory.GetFiles(directory).Single());
        using var verifier = SequencerHost.Verifier();
        Assert.That(file.Path, Does.EndWith(".checkpoints"));
        Assert.That(verifier.Verifies(file.Last()!));
        Assert.That(Checkpoint.Of(file.Last()!).Size, Is.EqualTo(5));

        // A second life brings nothing twice.
        var length = new FileInfo(file.Path).Length;
        await using (var host = await AnchoringHost.StartAsync(database, $"SecondPlace={directory}"))
        {
            await host.CopiedAsync(5);
        }

        Assert.That(new FileInfo(file.Path).Length, Is.EqualTo(length));
        Directory.Delete(directory, recursive: true);
    }

    [Test]
    public async Task Address_GetsThem()
    {
        await using var place = new CheckpointPlace();
        await place.StartAsync();
        await using var database = await TestDatabase.CreateAsync();
        await using var host = await AnchoringHost.StartAsync(database, $"SecondPlace={place.Url}");
        await LogRows.AddAsync(database, 2);
        await host.CopiedAsync(2);

        using var verifier = SequencerHost.Verifier();
        Assert.That(verifier.Verifies(SignedNote.Parse(place.Notes[^1])));
    }

    [Test]
    public async Task Outage_HoldsNothingUpAndEndsWithTheNewest()
    {
        await using var place = new CheckpointPlace { Hangs = true };
        await place.StartAsync();
        await using var database = await TestDatabase.CreateAsync();
        await using var host = await AnchoringHost.StartAsync(database, $"SecondPlace={place.Url}", "LagLimit=01:00:00");
        await LogRows.AddAsync(database, 2);
        await SequencerHost.UntilAsync(() => place.Requests > 0, () => "a request");
        for (var number = 3; number < 8; number++)
        {
            await LogRows.AddAsync(database, 1, firstNumber: number);
            await host.SealedAsync(number);
        }

        await SequencerHost.UntilAsync(() => host.State.SecondPlaceFailure is not null, () => "a failure");
        Assert.That(host.State.IsSecondPlaceLate, Is.False);
        host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.That(host.State.IsSecondPlaceLate);

        (place.Hangs, place.Status) = (false, StatusCodes.Status503ServiceUnavailable);
        await SequencerHost.UntilAsync(() => host.State.SecondPlaceFailure?.Contains("503", StringComparison.Ordinal) == true, () => $"503; {host.State.SecondPlaceFailure}");
        await place.StopAsync();
        await SequencerHost.UntilAsync(() => host.State.SecondPlaceFailure?.Contains("reached", StringComparison.Ordinal) == true, () => $"no connection; {host.State.SecondPlaceFailure}");
        Assert.That(place.Notes, Is.Empty);

        place.Status = StatusCodes.Status204NoContent;
        await place.StartAsync();
        await host.CopiedAsync(7);
        Assert.That(Checkpoint.Of(SignedNote.Parse(place.Notes.Single())).Size, Is.EqualTo(7));
        Assert.That(host.State.SecondPlaceFailure, Is.Null);
        Assert.That(host.State.IsSecondPlaceLate, Is.False);
    }

    [Test]
    public async Task MissingDirectory_IsToldAndForgivenWhenItIsBack()
    {
        var directory = Directory.CreateTempSubdirectory("kps-second-").FullName;
        await using var database = await TestDatabase.CreateAsync();
        await using var host = await AnchoringHost.StartAsync(database, $"SecondPlace={directory}");
        Directory.Delete(directory);
        await LogRows.AddAsync(database, 2);
        await SequencerHost.UntilAsync(() => host.State.SecondPlaceFailure is not null, () => "a failure");
        Directory.CreateDirectory(directory);
        await host.CopiedAsync(2);
        Directory.Delete(directory, recursive: true);
    }
}
