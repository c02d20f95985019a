using ResourceBot.Languages;

namespace ResourceBot.Figures;

/// <summary>A bar: its length is a number, what stands at its end is a text, because small counts are not shown.</summary>
public sealed record Bar(string Label, double Length, string Shown);

/// <summary>Bars that share a scale.</summary>
public sealed record BarGroup(string Heading, IReadOnlyList<Bar> Bars);

/// <summary>A picture of figures, in words ready to be drawn.</summary>
public sealed record FigureChart(Language Language, string Title, IReadOnlyList<BarGroup> Groups);

/// <summary>Draws figures.</summary>
public interface IFigureDrawing
{
    /// <returns>PNG.</returns>
    byte[] Draw(FigureChart chart);
}
