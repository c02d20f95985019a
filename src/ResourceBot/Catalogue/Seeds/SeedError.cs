namespace ResourceBot.Catalogue.Seeds;

/// <summary>What is wrong with a seed file, so that whoever wrote it finds the place.</summary>
/// <param name="File">Name of the file without its folder.</param>
/// <param name="Entry">The slug, or the number of the entry in the file ("entry 3") when even that is missing.</param>
/// <param name="Field">Path of the field, such as <c>texts.ps.title</c>.</param>
public sealed record SeedError(string File, string Entry, string Field, string Problem)
{
    public override string ToString() => $"{File}, {Entry}, {Field}: {Problem}";
}
