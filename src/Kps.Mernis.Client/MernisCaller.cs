using Kps.Contracts;

namespace Kps.Mernis;

/// <summary>Who asks, as far as NVİ may be told.</summary>
/// <param name="Sorgulayan">
/// Number of the asking person, sent as header <c>{http://kps.nvi.gov.tr/2011/01/01/sorgulayan}Sorgulayan</c> only while
/// <see cref="MernisOptions.SendSorgulayan"/> is on (wire contracts b.4); null sends none.
/// </param>
public readonly record struct MernisCaller(Tckn? Sorgulayan);
