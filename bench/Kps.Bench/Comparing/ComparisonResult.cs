using Kps.Bench.Database;

namespace Kps.Bench.Comparing;

/// <summary>All that was measured.</summary>
internal sealed class ComparisonResult
{
    public const char PlainProxy = 'a';
    public const char Nginx = 'b';
    public const char Audited = 'c';
    public const char ByToken = 'd';
    public const char Issue = 'e';
    public const char Ornek = 'f';

    /// <summary>Connections of the main rounds; the better counts.</summary>
    public static IReadOnlyList<int> Crowds { get; } = [16, 64];

    /// <summary>Connections when NVİ takes <see cref="NviDelay"/>.</summary>
    public const int SlowCrowd = 200;

    /// <summary>What NVİ takes in the part with a slow NVİ.</summary>
    public static TimeSpan NviDelay { get; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The main rounds, the one-connection rounds and those of the örnek.</summary>
    public required IReadOnlyList<Measurement> Rounds { get; init; }

    /// <summary>The rounds with a slow NVİ.</summary>
    public required IReadOnlyList<Measurement> SlowRounds { get; init; }

    /// <summary>Answers the callers of the gateway counted over the whole run, warm-up included.</summary>
    public required long AuditedAnswers { get; init; }

    /// <summary>Tokens issued over the whole run, warm-up included.</summary>
    public required long Issues { get; init; }

    /// <summary>Bytes of the answer to <see cref="Ornek"/>, HTTP headers not counted.</summary>
    public required int OrnekBytes { get; init; }

    /// <summary>Rows the log gained over the whole run.</summary>
    public required LogRows Rows { get; init; }

    /// <summary>One system at one number of connections.</summary>
    public Series Of(char system, int connections) => new(Rounds.Where(round => round.System == system && round.Connections == connections));

    /// <summary>One system before a slow NVİ.</summary>
    public Series SlowOf(char system) => new(SlowRounds.Where(round => round.System == system));

    /// <summary>The better of the two crowds.</summary>
    public Series Best(char system) => Crowds.Select(crowd => Of(system, crowd)).MaxBy(series => series.Rate)!;

    /// <summary>The figure this all is about.</summary>
    public double Ratio => Best(Audited).Rate / Best(PlainProxy).Rate;

    /// <summary>What the token walk keeps of the password walk's rate.</summary>
    public double TokenRatio => Best(ByToken).Rate / Best(Audited).Rate;

    /// <summary>What the log gained in the gateway's main rounds, per answer, in bytes.</summary>
    public (double Heap, double Indexes, double Wal) BytesPerCall
    {
        get
        {
            var rounds = Rounds.Where(round => round.System == Audited && Crowds.Contains(round.Connections)).ToList();
            var answers = (double)rounds.Sum(round => round.Load.Answers);
            var growth = rounds.Select(round => round.Growth).Aggregate((one, other) => one + other);
            return (growth.Heap / answers, growth.Indexes / answers, growth.Wal / answers);
        }
    }

    /// <summary>Why the run says nothing; empty when it holds.</summary>
    public IEnumerable<string> Objections()
    {
        foreach (var round in Rounds.Concat(SlowRounds).Where(round => round.Load.Refusals + round.Load.Errors > 0))
        {
            yield return $"({round.System}) at {round.Connections} connections: {round.Load.Refusals} answers were no 2xx, {round.Load.Errors} connections failed or waited over 2 s";
        }

        if (Rows.Answered != AuditedAnswers || Rows.Intents != AuditedAnswers || Rows.All != (2 * AuditedAnswers) + Issues)
        {
            yield return $"{AuditedAnswers} answers but {Rows.All} audit rows, of them {Rows.Intents} intents and {Rows.Answered} outcomes with a record; wanted twice the answers and one for each of {Issues} tokens";
        }

        if (Best(PlainProxy).Rate < 0.5 * Best(Nginx).Rate)
        {
            yield return FormattableString.Invariant($"the plain proxy reached {Best(PlainProxy).Rate:0} req/s, less than half of nginx's {Best(Nginx).Rate:0}: it is no yardstick");
        }
    }
}
