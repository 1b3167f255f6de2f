namespace Kps.Gateway.Tests.Configuration;

/// <summary>A page of docs/reference.</summary>
internal static class Reference
{
    public static string Read(string page)
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "KpsGateway.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests run outside the source tree.");
        }

        return File.ReadAllText(Path.Combine(directory.FullName, "docs", "reference", page));
    }

    /// <summary>The text below a heading of the second level, up to the next.</summary>
    public static string Section(string page, string heading)
    {
        var start = page.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.That(start, Is.GreaterThanOrEqualTo(0), heading);
        var end = page.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        return end < 0 ? page[start..] : page[start..end];
    }
}
