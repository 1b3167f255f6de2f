namespace Kps.Gateway.Tests.Clients;

/// <summary>The clients' messages, and what they made of our replies.</summary>
internal static class ClientFiles
{
    /// <summary>tests/golden/clients.</summary>
    public static string Folder { get; } = Find();

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "KpsGateway.sln")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory?.FullName ?? throw new InvalidOperationException("No KpsGateway.sln above the test's own directory."), "tests", "golden", "clients");
    }
}
