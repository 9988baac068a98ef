namespace ReferenceHub.Core.Usage;

/// <summary>Draws one customer's weeks.</summary>
public static class LoadCells
{
    private const int LookAhead = 400;

    /// <summary>Cells of the weeks: a week with uses stands alone, closed weeks in a row become one stretch.</summary>
    public static IReadOnlyList<LoadCell> Of(IReadOnlyList<DateOnly> weeks, IReadOnlyList<Use> shown, Closing closing)
    {
        var cells = new List<LoadCell>();
        for (var week = 0; week < weeks.Count; week++)
        {
            var (from, to) = (weeks[week], weeks[week].AddDays(7));
            List<Use> uses = [.. shown.Where(use => use.On >= from && use.On < to && IsShown(use)).OrderBy(use => use.On).ThenBy(use => use.UseId)];
            var marks = Marks(uses, [from])[0];
            var closed = uses.Count == 0 && IsClosed(from, closing);
            if (closed && cells.Count > 0 && cells[^1].Closed)
            {
                cells[^1] = cells[^1] with { Span = cells[^1].Span + 1 };
            }
            else
            {
                cells.Add(new LoadCell(week, 1, marks, closed, null, Paused: false) { Uses = uses });
            }
        }

        return [.. cells.Select(cell => cell.Closed ? Explain(cell, weeks, closing) : cell with { Fill = closing.FillOf(weeks[cell.Week]), Dark = closing.DarkIn(weeks[cell.Week]) })];
    }

    /// <summary>Units in each of the weeks, which follow each other; told by their Mondays.</summary>
    public static IReadOnlyList<LoadMarks> Marks(IEnumerable<Use> uses, IReadOnlyList<DateOnly> weeks)
    {
        var sums = new (int Done, int Planned, int Pending)[weeks.Count];
        foreach (var use in uses)
        {
            var days = use.On.DayNumber - weeks[0].DayNumber;
            if (days < 0 || days / 7 >= sums.Length)
            {
                continue;
            }

            ref var sum = ref sums[days / 7];
            switch (use.State)
            {
                case UseState.Done: sum.Done += use.Units; break;
                case UseState.Planned: sum.Planned += use.Units; break;
                case UseState.Pending: sum.Pending += use.Units; break;
            }
        }

        return [.. sums.Select(sum => new LoadMarks(sum.Done, sum.Planned, sum.Pending))];
    }

    // A listing that is over took nobody's time; one that is asked for can still be moved.
    private static bool IsShown(Use use) => use.Counts && (use.TakesTime || use.State is UseState.Pending or UseState.Planned);

    private static bool IsClosed(DateOnly monday, Closing closing) => Enumerable.Range(0, 7).All(day => closing.On(monday.AddDays(day)));

    private static LoadCell Explain(LoadCell cell, IReadOnlyList<DateOnly> weeks, Closing closing)
    {
        var last = weeks[cell.Week + cell.Span - 1].AddDays(6);
        if (last < closing.Today)
        {
            return cell;
        }

        DateOnly? free = Enumerable.Range(1, LookAhead).Select(last.AddDays).Where(day => !closing.On(day)).Select(day => (DateOnly?)day).FirstOrDefault();
        return cell with { FreeOn = free, Paused = closing.PausedOn(last), Rule = closing.RuleOn(last) };
    }
}
