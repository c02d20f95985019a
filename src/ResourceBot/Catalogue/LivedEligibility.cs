namespace ResourceBot.Catalogue;

/// <summary>
/// Eligibility as she lives it. Each yes is a promise to a girl who may travel or pay because of it, so only a source makes
/// it a yes. (Whether people inside Afghanistan can apply stands in <see cref="Audience.Inside"/>.)
/// </summary>
/// <param name="NoPassport">No passport is needed.</param>
/// <param name="NoGrade12">No certificate of grade 12 is needed.</param>
/// <param name="NoLanguageTest">No paid language test is needed.</param>
/// <param name="Remote">From home, without travel.</param>
/// <param name="LittleData">Works with little or no internet.</param>
/// <param name="Free">Nothing to pay.</param>
public sealed record LivedEligibility(
    Known NoPassport, Known NoGrade12, Known NoLanguageTest, Known Remote, Known LittleData, Known Free);
