using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Kps.Bench.Requests;

namespace Kps.Bench.Comparing;

/// <summary>One örnek asked for beforehand, so that the figure is about what the report says it is.</summary>
internal static class OrnekProbe
{
    /// <summary>People in the longest örnek of the simulator.</summary>
    public const int People = 40;

    private const string Item = "<NkoKisi>";

    /// <summary>Asks for it.</summary>
    /// <param name="ornek">How it is asked for.</param>
    /// <returns>Bytes of the answer, HTTP headers not counted.</returns>
    /// <exception cref="BenchException">The answer is none or not of so many people.</exception>
    public static async Task<int> AskAsync(MeasuredSystem ornek)
    {
        using var client = new HttpClient();
        var message = ornek.Message()
            .Replace(MessageTemplate.NumberMark, InventedNumbers.All.First(), StringComparison.Ordinal)
            .Replace(MessageTemplate.SerialMark, "000000000000", StringComparison.Ordinal);
        using var content = new StringContent(message, Encoding.UTF8, MediaTypeHeaderValue.Parse(MessageTemplate.ContentType));
        using var answer = await client.PostAsync(ornek.Target.Url, content);
        var body = await answer.Content.ReadAsStringAsync();
        var people = (body.Length - body.Replace(Item, string.Empty, StringComparison.Ordinal).Length) / Item.Length;
        return answer.IsSuccessStatusCode && people == People
            ? Encoding.UTF8.GetByteCount(body)
            : throw new BenchException(string.Create(CultureInfo.InvariantCulture, $"({ornek.Letter}) answered {(int)answer.StatusCode} with {people} people, not {People}"));
    }
}
