using System.Diagnostics.Metrics;

namespace ResourceBot.Host.Telegram;

/// <summary>Counts for the operator; none of them is about a person.</summary>
internal sealed class Gauges : IDisposable
{
    public const string MeterName = "ResourceBot";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _received;
    private readonly Counter<long> _answered;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _cut;
    private readonly Counter<long> _calls;
    private readonly Counter<long> _callFailures;
    private readonly Counter<long> _tooMany;
    private readonly Histogram<double> _seconds;

    public Gauges()
    {
        _received = _meter.CreateCounter<long>("updates_received", description: "Updates taken into the inbox.");
        _answered = _meter.CreateCounter<long>("updates_answered", description: "Updates answered.");
        _failed = _meter.CreateCounter<long>("updates_failed", description: "Updates whose handling failed.");
        _cut = _meter.CreateCounter<long>("updates_cut", description: "Updates nested so deep that a part of them was left out.");
        _calls = _meter.CreateCounter<long>("telegram_calls", description: "Calls that Telegram answered with success.");
        _callFailures = _meter.CreateCounter<long>("telegram_call_failures", description: "Calls that failed in passing and were tried again.");
        _tooMany = _meter.CreateCounter<long>("telegram_too_many_requests", description: "Answers 429.");
        _seconds = _meter.CreateHistogram<double>("answer_seconds", unit: "s", description: "From taking up an update to its answer.");
    }

    public void Received(int count) => _received.Add(count);

    public void Answered(TimeSpan time)
    {
        _answered.Add(1);
        _seconds.Record(time.TotalSeconds);
    }

    public void Failed() => _failed.Add(1);

    public void Cut(int count) => _cut.Add(count);

    public void CallDone() => _calls.Add(1);

    public void CallFailed() => _callFailures.Add(1);

    public void TooMany() => _tooMany.Add(1);

    /// <summary>How many updates wait or are being answered.</summary>
    public void Watch(Func<int> waiting, Func<double> pauseSeconds)
    {
        _meter.CreateObservableGauge("updates_waiting", waiting, description: "Updates that wait or are being answered.");
        _meter.CreateObservableGauge("telegram_pause_seconds", pauseSeconds, unit: "s", description: "What is left of a pause that Telegram asked for.");
    }

    public void Dispose() => _meter.Dispose();
}
