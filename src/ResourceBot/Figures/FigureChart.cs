using ResourceBot.Languages;

namespace ResourceBot.Figures;

/// <summary>A bar: its length is a number, what stands at its end is a text, because small counts are not shown.</summary>
public sealed record Bar(string Label, double Length, string Shown);

/// <summary>Bars that belong together and share a scale.</summary>
public sealed record BarGroup(string Heading, IReadOnlyList<Bar> Bars);

/// <summary>A picture of figures, in words ready to be drawn.</summary>
/// <param name="OneScale">All groups count the same thing, so that equal lengths mean equal numbers across them too.</param>
public sealed record FigureChart(Language Language, string Title, IReadOnlyList<BarGroup> Groups, bool OneScale = false)
{
    /// <summary>The length that fills the room for bars in this group.</summary>
    public double Longest(BarGroup group) => Math.Max(1, (OneScale ? Groups : [group]).SelectMany(one => one.Bars).Max(bar => bar.Length));
}

/// <summary>Draws figures.</summary>
public interface IFigureDrawing
{
    /// <returns>PNG.</returns>
    byte[] Draw(FigureChart chart);
}
