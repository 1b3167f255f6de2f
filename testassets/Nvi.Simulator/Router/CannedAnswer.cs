using System.Text;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Router;

/// <summary>A service's prebuilt answer about one person.</summary>
internal sealed class CannedAnswer
{
    private const string AnyMessageId = "urn:uuid:00000000-0000-4000-8000-000000000000";

    private readonly CannedEnvelope _related;
    private readonly CannedEnvelope _unrelated;

    /// <summary>Builds the answer.</summary>
    /// <param name="service">Who gives it.</param>
    /// <param name="numberMember">The criterion's member that holds the number.</param>
    /// <param name="number">The person's number.</param>
    /// <param name="rest">What the criterion says besides.</param>
    public CannedAnswer(RouterService service, string numberMember, long number, params (string Name, object Value)[] rest)
    {
        Action = Encoding.UTF8.GetBytes(service.Action);
        NumberMember = Encoding.UTF8.GetBytes(numberMember);
        Number = number;
        var values = rest.ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        values[numberMember] = number;
        var criterion = new Criterion(values);
        _related = Build(service, criterion, AnyMessageId);
        _unrelated = Build(service, criterion, relatesTo: null);
    }

    /// <summary>wsa:Action that asks for it.</summary>
    public byte[] Action { get; }

    /// <summary>The criterion's member that holds the number.</summary>
    public byte[] NumberMember { get; }

    /// <summary>The person's number.</summary>
    public long Number { get; }

    /// <summary>Fills the answer in.</summary>
    /// <param name="relatesTo">The request's MessageID, empty when the answer has none.</param>
    /// <param name="now">Creation time.</param>
    /// <param name="number">Eleven digits.</param>
    public ReadOnlyMemory<byte> Fill(ReadOnlySpan<byte> relatesTo, DateTimeOffset now, long number) =>
        (relatesTo.IsEmpty ? _unrelated : _related).Fill(relatesTo, now, number);

    private CannedEnvelope Build(RouterService service, Criterion criterion, string? relatesTo)
    {
        var created = new DateTimeOffset(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);
        var answer = SoapWriter.Answer(service.ResponseAction, relatesTo, created, writer => service.Write(writer, [criterion]));
        return new CannedEnvelope(answer.Body.Span, relatesTo, created, Number);
    }
}
