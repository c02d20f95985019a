namespace ResourceBot.Catalogue;

/// <summary>Where the reader is; the letter stands in the code of every button.</summary>
public enum Place
{
    Anywhere = 'a',
    Inside = 'i',
    Outside = 'o',
}

public static class Places
{
    public static IReadOnlyList<Place> All { get; } = [Place.Anywhere, Place.Inside, Place.Outside];

    public static char Letter(this Place place) => (char)place;

    public static Place? FromLetter(char letter) => letter is 'a' or 'i' or 'o' ? (Place)letter : null;
}
