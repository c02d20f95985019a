using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ResourceBot.LocalTelegram.People;

/// <summary>Everybody who has an account here.</summary>
internal sealed class Crowd
{
    private readonly ConcurrentDictionary<long, Person> _people = new();
    private volatile Range[] _ranges = [];

    public Crowd(IEnumerable<Profile> people)
    {
        foreach (var profile in people) Add(profile);
    }

    /// <summary>People with a profile of their own, by id; those of a range are not listed.</summary>
    public IEnumerable<Person> Named =>
        _people.Values.Where(person => person.Id == person.Profile.Id).OrderBy(person => person.Id);

    /// <returns>False when somebody has this id already.</returns>
    public bool Add(Profile profile) => _people.TryAdd(profile.Id, new Person(profile.Id, profile));

    /// <summary>Adds people who are made only when somebody asks for them.</summary>
    public void AddRange(long firstId, long count, bool started) =>
        _ranges = [.. _ranges, new Range(firstId, count, started, new Profile(0, "Somebody", "fa", "crowd"))];

    public bool TryFind(long id, [NotNullWhen(true)] out Person? person)
    {
        if (_people.TryGetValue(id, out person)) return true;
        if (RangeOf(id) is not { } range) return false;
        person = _people.GetOrAdd(id, static (key, profile) => new Person(key, profile), range.Profile);
        return true;
    }

    /// <summary>Whether the person counts as having written to every bot before.</summary>
    public bool HasStartedEveryBot(long id) => RangeOf(id) is { Started: true };

    private Range? RangeOf(long id)
    {
        foreach (var range in _ranges)
            if (id >= range.FirstId && id - range.FirstId < range.Count) return range;
        return null;
    }

    private sealed record Range(long FirstId, long Count, bool Started, Profile Profile);
}
