using Kps.Contracts;

namespace Nvi.Simulator.Control;

/// <summary>Counts what happens. Keeps no number and no name in clear.</summary>
internal sealed class CallBook
{
    private const int MostActions = 64;
    private const int ShownOfUser = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _actions = new(StringComparer.Ordinal);
    private long _sts;
    private long _router;
    private long _tokens;
    private long _faults;
    private string? _sorgulayan;

    /// <summary>A request reached a door.</summary>
    public void Reached(NviEndpoint door)
    {
        lock (_gate)
        {
            if (door == NviEndpoint.Sts)
                _sts++;
            else
                _router++;
        }
    }

    /// <summary>A request was opened.</summary>
    public void Saw(string action, string? sorgulayan)
    {
        lock (_gate)
        {
            var key = _actions.ContainsKey(action) || _actions.Count < MostActions ? action : "other";
            _actions[key] = _actions.GetValueOrDefault(key) + 1;
            if (sorgulayan is not null)
                _sorgulayan = Mask(sorgulayan);
        }
    }

    /// <summary>The STS gave a token out.</summary>
    public void TokenIssued()
    {
        lock (_gate)
            _tokens++;
    }

    /// <summary>An injected fault played.</summary>
    public void FaultPlayed()
    {
        lock (_gate)
            _faults++;
    }

    /// <summary>A snapshot.</summary>
    public NviStatistics Read()
    {
        lock (_gate)
        {
            return new NviStatistics
            {
                StsCalls = _sts,
                RouterCalls = _router,
                TokensIssued = _tokens,
                FaultsPlayed = _faults,
                Actions = new Dictionary<string, long>(_actions, StringComparer.Ordinal),
                LastSorgulayan = _sorgulayan,
            };
        }
    }

    /// <summary>Begins again at zero.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _actions.Clear();
            _sts = _router = _tokens = _faults = 0;
            _sorgulayan = null;
        }
    }

    // The header holds a kimlik no or a service user's name.
    private static string Mask(string text) =>
        Tckn.TryParse(text, out var number) ? number.ToString() : text[..Math.Min(ShownOfUser, text.Length)] + "***";
}
