using System.Net.Http.Headers;
using System.Text;
using Kps.Evidence.Notes;

namespace Kps.Audit.Anchoring;

/// <summary>An HTTP address that takes checkpoints: POST, text/plain, the whole note. Any status of 200 to 299 says that it is kept.</summary>
internal sealed class HttpPlace(Uri address, TimeSpan timeout) : ISecondPlace, IDisposable
{
    private readonly HttpClient _http = OutsideHttp.Create(timeout);

    public async Task KeepAsync(SignedNote note, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(note.ToString())) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("text/plain", "utf-8");
        try
        {
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct);
            if (!response.IsSuccessStatusCode)
            {
                throw new IOException($"The second place answered HTTP {(int)response.StatusCode}.");
            }
        }
        catch (HttpRequestException e)
        {
            throw new IOException("The second place was not reached: " + e.Message, e);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new IOException("The second place did not answer in time.", e);
        }
    }

    public void Dispose() => _http.Dispose();
}
