using Microsoft.Extensions.Time.Testing;
using ResourceBot.Chat;
using ResourceBot.People;
using ResourceBot.Storage;

namespace ResourceBot.Tests.People;

/// <summary>A database with staff in it.</summary>
public sealed class StaffHouse : IDisposable
{
    private readonly TestDatabase _database;

    private StaffHouse(TestDatabase database)
    {
        _database = database;
        Staff = new StaffStore(Database, Seal, Clock, new Random(1));
        Audit = new AuditTrail(Database, Clock);
        Approvals = new Approvals(Database, Clock);
        Invitations = new Invitations(Staff, Audit, Seal, Clock);
        Rules = new StaffRulesStore(Database);
    }

    public static Seal Seal { get; } = new([.. Enumerable.Range(0, Seal.SecretLength).Select(number => (byte)number)]);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    public Database Database => _database.Database;

    public StaffStore Staff { get; }

    public AuditTrail Audit { get; }

    public Approvals Approvals { get; }

    public Invitations Invitations { get; }

    public StaffRulesStore Rules { get; }

    public static async Task<StaffHouse> OpenAsync() => new(await TestDatabase.OpenAsync());

    public Task<StaffMember> AddAsync(long chat, Role role) =>
        WriteAsync(transaction => Staff.AddAsync(transaction, new ChatId(chat), role, isFixed: false, CancellationToken.None));

    public Task RevokeAsync(StaffMember member) =>
        Database.WriteAsync(transaction => Staff.RevokeAsync(transaction, member.Id, CancellationToken.None), CancellationToken.None);

    public Task<T> WriteAsync<T>(Func<System.Data.Common.DbTransaction, Task<T>> work) => Database.WriteAsync(work, CancellationToken.None);

    public void Dispose() => _database.Dispose();
}
