namespace Kps.Mernis.Transport;

/// <summary>The peer closed the connection after the request was begun and before the first byte of an answer. The one loss that may be retried.</summary>
internal sealed class ClosedBeforeAnswerException(Exception? cause = null)
    : IOException("The connection was closed before any byte of the answer.", cause);
