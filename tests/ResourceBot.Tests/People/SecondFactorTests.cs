using OtpNet;
using ResourceBot.People;

namespace ResourceBot.Tests.People;

public sealed class SecondFactorTests : IAsyncLifetime
{
    private static readonly StaffRules Required = new(Solo: false, SecondFactor: true);
    private StaffHouse _house = null!;
    private SecondFactor _factor = null!;
    private StaffMember _admin = null!;
    private string _key = null!;

    public async Task InitializeAsync()
    {
        _house = await StaffHouse.OpenAsync();
        _factor = new SecondFactor(_house.Database, StaffHouse.Seal, _house.Audit, _house.Clock);
        _admin = await _house.AddAsync(1005, Role.Admin);
        Assert.Equal(FactorStanding.NotSetUp, await StandingAsync());
        _key = (await _factor.BeginAsync(_admin, CancellationToken.None))!;
    }

    [Fact]
    public async Task A_key_counts_only_once_it_has_given_a_right_code()
    {
        Assert.Equal(FactorStanding.NotSetUp, await StandingAsync());
        Assert.Equal(FactorAnswer.Right, await TryAsync(Code()));
        Assert.Equal(FactorStanding.Passed, await StandingAsync());
        Assert.Null(await _factor.BeginAsync(_admin, CancellationToken.None));
    }

    [Fact]
    public async Task A_code_in_Dari_digits_and_with_a_space_is_taken()
    {
        var code = string.Concat(Code().Select(digit => (char)(digit - '0' + '۰'))).Insert(3, " ");

        Assert.Equal(FactorAnswer.Right, await TryAsync(code));
    }

    [Fact]
    public async Task A_code_counts_for_a_quarter_of_an_hour()
    {
        await TryAsync(Code());
        _house.Clock.Advance(SecondFactor.Session - TimeSpan.FromSeconds(1));
        Assert.Equal(FactorStanding.Passed, await StandingAsync());

        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(FactorStanding.NeedsCode, await StandingAsync());
    }

    [Fact]
    public async Task The_same_code_does_not_count_twice()
    {
        var code = Code();
        await TryAsync(code);

        Assert.Equal(FactorAnswer.Wrong, await TryAsync(code));
        _house.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(FactorAnswer.Right, await TryAsync(Code()));
    }

    [Fact]
    public async Task A_phone_half_a_minute_off_is_fine_and_one_two_minutes_off_is_not()
    {
        Assert.Equal(FactorAnswer.Wrong, await TryAsync(Code(TimeSpan.FromMinutes(-2))));
        Assert.Equal(FactorAnswer.Right, await TryAsync(Code(TimeSpan.FromSeconds(-30))));
    }

    [Fact]
    public async Task After_five_wrong_codes_even_the_right_one_waits_an_hour()
    {
        for (var attempt = 0; attempt < SecondFactor.MostTries; attempt++) Assert.Equal(FactorAnswer.Wrong, await TryAsync(Wrong()));

        Assert.Equal(FactorAnswer.TooMany, await TryAsync(Code()));
        _house.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(FactorAnswer.Right, await TryAsync(Code()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("scholarship 123456")]
    [InlineData("12345678901234567890")]
    [InlineData("-00001")]
    public async Task What_is_no_code_is_no_try(string typed)
    {
        for (var attempt = 0; attempt <= SecondFactor.MostTries; attempt++) Assert.Equal(FactorAnswer.NoCode, await TryAsync(typed));

        Assert.Equal(FactorAnswer.Right, await TryAsync(Code()));
    }

    [Fact]
    public async Task A_key_stays_the_same_until_it_is_confirmed_or_given_up()
    {
        await TryAsync(Wrong());
        Assert.Equal(_key, await _factor.BeginAsync(_admin, CancellationToken.None));
        await _factor.GiveUpAsync(_admin, CancellationToken.None);
        var another = await _factor.BeginAsync(_admin, CancellationToken.None);
        Assert.NotEqual(_key, another);

        _key = another!;
        Assert.Equal(FactorAnswer.Right, await TryAsync(Code()));
        await _factor.GiveUpAsync(_admin, CancellationToken.None);
        Assert.Equal(FactorStanding.Passed, await StandingAsync());
    }

    [Fact]
    public async Task Wrong_codes_leave_a_line_an_hour_and_one_when_the_door_closes()
    {
        for (var attempt = 0; attempt < SecondFactor.MostTries + 3; attempt++) await TryAsync(Wrong());
        _house.Clock.Advance(TimeSpan.FromHours(1));
        await TryAsync(Wrong());

        var (lines, _) = await _house.Audit.ListAsync(0, 10, CancellationToken.None);
        Assert.Equal(
            [(Deeds.FactorWrong, _admin.Alias), (Deeds.FactorClosed, _admin.Alias), (Deeds.FactorWrong, _admin.Alias)],
            lines.Select(line => (line.Deed, line.Subject)));
    }

    [Fact]
    public async Task Where_the_team_does_not_require_it_nobody_is_asked() =>
        Assert.Equal(
            FactorStanding.NotRequired,
            await _factor.StandingAsync(_admin, Required with { SecondFactor = false }, CancellationToken.None));

    [Fact]
    public async Task A_forgotten_key_is_set_up_anew()
    {
        await TryAsync(Code());
        var owner = await _house.AddAsync(1009, Role.Owner);
        await _house.Database.WriteAsync(
            transaction => _factor.ForgetAsync(transaction, owner, _admin, CancellationToken.None), CancellationToken.None);

        Assert.Equal(FactorStanding.NotSetUp, await StandingAsync());
        Assert.NotNull(await _factor.BeginAsync(_admin, CancellationToken.None));
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }

    private string Code(TimeSpan off = default) =>
        new Totp(Base32Encoding.ToBytes(_key)).ComputeTotp((_house.Clock.GetUtcNow() + off).UtcDateTime);

    // Six digits that no clock within a minute gives.
    private string Wrong()
    {
        string[] near = [.. Enumerable.Range(-2, 5).Select(step => Code(TimeSpan.FromSeconds(30 * step)))];
        return Enumerable.Range(0, 10).Select(digit => new string((char)('0' + digit), 6)).First(code => !near.Contains(code));
    }

    private Task<FactorStanding> StandingAsync() => _factor.StandingAsync(_admin, Required, CancellationToken.None);

    private Task<FactorAnswer> TryAsync(string typed) => _factor.TryAsync(_admin, typed, CancellationToken.None);
}
