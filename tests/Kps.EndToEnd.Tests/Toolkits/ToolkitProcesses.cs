using System.Text.Json.Nodes;

namespace Kps.EndToEnd.Tests.Toolkits;

/// <summary>One process for each toolkit, started with its first task, gone with the last test. One that ended over a task is started anew for the next.</summary>
[SetUpFixture]
public sealed class ToolkitProcesses
{
    private static readonly Dictionary<Toolkit, ToolkitProcess> Running = [];

    /// <summary>Has a toolkit do a task.</summary>
    internal static async Task<JsonNode> AskAsync(Toolkit toolkit, JsonObject task)
    {
        if (!Running.TryGetValue(toolkit, out var process))
        {
            Running.Add(toolkit, process = new ToolkitProcess(toolkit));
        }

        try
        {
            return await process.AskAsync(task);
        }
        catch
        {
            Running.Remove(toolkit);
            process.Dispose();
            throw;
        }
    }

    [OneTimeTearDown]
    public void End()
    {
        foreach (var process in Running.Values)
        {
            process.Dispose();
        }

        Running.Clear();
    }
}
