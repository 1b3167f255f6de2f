using System.Diagnostics;
using System.Text.Json.Nodes;
using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests.Toolkits;

/// <summary>One toolkit at work: takes a task on a line, gives its output on a line, and keeps what it has generated from a WSDL for the next.</summary>
internal sealed class ToolkitProcess : IDisposable
{
    /// <summary>gSOAP compiles what it has generated before its first answer.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Task<string> _error;

    public ToolkitProcess(Toolkit toolkit)
    {
        _process = ExternalTool.Start(
            toolkit.Package,
            toolkit.Program,
            [Path.Combine(AppContext.BaseDirectory, toolkit.Script)],
            directory: null,
            new Dictionary<string, string> { ["TZ"] = "UTC" });
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Does one task.</summary>
    /// <exception cref="AssertionException">The program ended over it, or gave no output in five minutes.</exception>
    public async Task<JsonNode> AskAsync(JsonObject task)
    {
        using var limit = new CancellationTokenSource(Limit);
        string? output = null;
        try
        {
            await _process.StandardInput.WriteLineAsync(task.ToJsonString().AsMemory(), limit.Token);
            await _process.StandardInput.FlushAsync(limit.Token);
            output = await _process.StandardOutput.ReadLineAsync(limit.Token);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        return output is null ? throw new AssertionException($"{_process.StartInfo.FileName}: {await _error}") : JsonNode.Parse(output)!;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
