namespace ResourceBot.Host.Settings;

/// <summary>Finds the folder that holds appsettings.json, whatever folder the program was called from.</summary>
internal static class HomeFolder
{
    private const string SettingsFile = "appsettings.json";
    private const string Solution = "ResourceBot.sln";

    // src/ResourceBot.Host/bin/<configuration>/<framework>: five steps up lies the repository.
    private const int StepsFromBuildOutput = 5;

    /// <summary>
    /// The repository root for a program run from its build output, so that an edit there counts without a rebuild; else the
    /// program's own folder, where publish puts the file.
    /// </summary>
    /// <exception cref="BadSettingException">There is no appsettings.json in either.</exception>
    public static string Find(string programFolder)
    {
        var repository = new DirectoryInfo(programFolder);
        for (var step = 0; step < StepsFromBuildOutput && repository is not null; step++) repository = repository.Parent;
        if (repository is not null && File.Exists(Path.Combine(repository.FullName, Solution))
            && File.Exists(Path.Combine(repository.FullName, SettingsFile)))
        {
            return repository.FullName;
        }

        return File.Exists(Path.Combine(programFolder, SettingsFile))
            ? Path.GetFullPath(programFolder)
            : throw new BadSettingException(SettingsFile, $"is missing from {programFolder}", "put the file of the release back there");
    }
}
