using System.Globalization;
using Kps.EndToEnd.Tests.Harness;
using Kps.TestSupport;

namespace Kps.EndToEnd.Tests.Durability;

/// <summary>A small file system in memory that can be filled to the last byte without hurting the machine.</summary>
internal sealed class Volume
{
    private readonly string _ballast;

    private Volume(string path) => (Path, _ballast) = (path, System.IO.Path.Combine(path, "ballast"));

    public string Path { get; }

    /// <summary>Mounts one.</summary>
    /// <param name="megabytes">Its size.</param>
    /// <returns>Null where this process may not mount.</returns>
    public static async Task<Volume?> MountAsync(int megabytes)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var path = Directory.CreateDirectory(System.IO.Path.Combine(TestCluster.Ground, "kps-volume-" + Guid.NewGuid().ToString("N")[..12])).FullName;
        try
        {
            await ExternalTool.RunAsync("mount", "mount", ["-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=0711"), "kps-test", path], string.Empty);
            return new Volume(path);
        }
        catch (Exception refused) when (refused is AssertionException or MultipleAssertException)
        {
            Directory.Delete(path);
            TestContext.Out.WriteLine(refused.Message);
            return null;
        }
    }

    /// <summary>Takes all the room there is.</summary>
    public void Fill()
    {
        using var file = new FileStream(_ballast, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives it back.</summary>
    public void Free() => File.Delete(_ballast);

    public async Task UnmountAsync()
    {
        await ExternalTool.RunAsync("mount", "umount", ["-l", Path], string.Empty);
        Directory.Delete(Path);
    }
}
