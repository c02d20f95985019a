namespace ResourceBot.LocalTelegram.People;

/// <summary>People to try a bot with. Their names say who they are and are nobody's.</summary>
public static class DemoPeople
{
    public const long GirlInKabul = 1001;
    public const long GirlInHerat = 1002;
    public const long PashtoSpeaker = 1003;
    public const long StudentAbroad = 1004;
    public const long Admin = 1005;
    public const long SecondAdmin = 1006;
    public const long Volunteer = 1007;
    public const long SecondVolunteer = 1008;
    public const long Owner = 1009;

    public static IReadOnlyList<Profile> All { get; } =
    [
        new(GirlInKabul, "دختر کابل", "fa", "visitor", "Seventeen, in Kabul, out of school since grade six; writes Dari.", true, "dokhtar_kabul"),
        new(GirlInHerat, "Dokhtar-e Herat", "en", "visitor", "Nineteen, in Herat; writes Dari in Latin letters on a borrowed phone.", false, "dokhtar_herat"),
        new(PashtoSpeaker, "د کندهار نجلۍ", "ps", "visitor", "Twenty, in Kandahar; reads and writes Pashto.", true, "kandahar_najlai"),
        new(StudentAbroad, "Student abroad", "en", "visitor", "Twenty-three, studies outside Afghanistan and looks things up for her sisters.", false, "student_abroad"),
        new(Admin, "Admin One", "en", "admin", "Keeps the catalogue true from her phone.", false, "admin_one"),
        new(SecondAdmin, "Admin Two", "fa", "admin", "Checks what the first admin wrote, in Dari.", true, "admin_two"),
        new(Volunteer, "Volunteer One", "en", "volunteer", "Tells subscribers what is new.", false, "volunteer_one"),
        new(SecondVolunteer, "Volunteer Two", "ps", "volunteer", "Approves what the first volunteer wrote, in Pashto.", true, "volunteer_two"),
        new(Owner, "Owner", "en", "owner", "Runs the machine and decides who is staff.", false, "owner_of_it"),
    ];
}
