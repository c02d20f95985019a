using ResourceBot.Benchmarks;
using ResourceBot.Benchmarks.Broadcasts;
using ResourceBot.Benchmarks.Search;

return await Verbs.RunAsync(
    args,
    [
        new Verb("starting", "[RUNS]", "how long the built program takes to its first answer, and its memory", Starting.RunAsync),
        new Verb("search-quality", "FILE.tsv", "how well judged questions are answered on the seeded catalogue", SearchQuality.RunAsync),
        new Verb("search-speed", "N", "how fast questions are answered over N made-up entries", SearchSpeed.RunAsync),
        new Verb("broadcast", "N RATE", "a broadcast to N people at RATE a second while others ask questions", BroadcastBenchmark.RunAsync),
    ]);
