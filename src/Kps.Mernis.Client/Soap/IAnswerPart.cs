namespace Kps.Mernis.Soap;

/// <summary>A part of an answer that knows its members by local name.</summary>
internal interface IAnswerPart
{
    /// <summary>Takes the member the reader stands on and consumes it wholly; unknown ones are skipped, so a newer service version does no harm.</summary>
    void ReadMember(string name, AnswerReader reader);
}
