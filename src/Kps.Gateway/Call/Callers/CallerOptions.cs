namespace Kps.Gateway.Call.Callers;

/// <summary>How strictly the caller headers are taken (wire contracts a.2). Section <c>Callers</c>.</summary>
internal sealed class CallerOptions
{
    /// <summary>A UygulamaKodu that is missing, not registered or past its end.</summary>
    /// <value><c>uyar</c>; <c>uyar</c> or <c>red</c>.</value>
    public CallerPolicy Application { get; set; } = CallerPolicy.Uyar;

    /// <summary>
    /// A SorgulayanKimlikNo that is not the user's own number, that is the very number asked for, or that stands on the calls of a whole
    /// institution. Real clients send all three. A user who asks about himself is marked and never refused.
    /// </summary>
    /// <value><c>uyar</c>; <c>uyar</c> or <c>red</c>.</value>
    public CallerPolicy Asker { get; set; } = CallerPolicy.Uyar;
}
