using System.Net.Http.Headers;
using System.Text;

namespace Kps.Bench.Requests;

/// <summary>Takes a token at the token door, as a client does that cuts it out of the reply as text.</summary>
internal static class TokenSource
{
    private const string Start = "<trust:RequestedSecurityToken>";
    private const string End = "</trust:RequestedSecurityToken>";

    /// <summary>Takes one.</summary>
    /// <param name="door">Address of the token door.</param>
    /// <param name="caller">Who asks.</param>
    /// <exception cref="BenchException">The door gave none.</exception>
    public static async Task<string> TakeAsync(Uri door, CallerIdentity caller)
    {
        using var client = new HttpClient();
        var message = MessageTemplate.ForTokenDoor(caller, TimeProvider.System.GetUtcNow()).Replace(MessageTemplate.SerialMark, "000000000000", StringComparison.Ordinal);
        using var content = new StringContent(message, Encoding.UTF8, MediaTypeHeaderValue.Parse(MessageTemplate.ContentType));
        using var answer = await client.PostAsync(door, content);
        var body = await answer.Content.ReadAsStringAsync();
        var (start, end) = (body.IndexOf(Start, StringComparison.Ordinal), body.IndexOf(End, StringComparison.Ordinal));
        return answer.IsSuccessStatusCode && start >= 0 && end > start
            ? body[(start + Start.Length)..end]
            : throw new BenchException($"the token door gave no token: {(int)answer.StatusCode}");
    }
}
