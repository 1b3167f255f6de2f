namespace Kps.Audit.Tests.Entry;

/// <summary>A page of docs/reference.</summary>
internal static class ReferencePage
{
    public static string Read(string name) => File.ReadAllText(Path.Combine(Root(), "docs", "reference", name));

    /// <summary>From a heading to the next one.</summary>
    public static string Section(string page, string heading)
    {
        var start = page.IndexOf(heading, StringComparison.Ordinal);
        Assert.That(start, Is.Not.Negative, heading);
        var end = page.IndexOf("\n#", start + heading.Length, StringComparison.Ordinal);
        return end < 0 ? page[start..] : page[start..end];
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "KpsGateway.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests run outside the source tree.");
        }

        return directory.FullName;
    }
}
