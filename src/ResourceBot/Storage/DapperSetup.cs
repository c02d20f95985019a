using Dapper;

namespace ResourceBot.Storage;

/// <summary>How Dapper maps names, said once for the whole program.</summary>
public static class DapperSetup
{
    /// <summary>Columns are <c>snake_case</c> in SQL and <c>PascalCase</c> in C#. Dapper keeps this in a static of its own.</summary>
    public static void Apply() => DefaultTypeMap.MatchNamesWithUnderscores = true;
}
