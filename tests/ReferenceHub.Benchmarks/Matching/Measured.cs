using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ReferenceHub.Benchmarks.Matching;

/// <summary>
/// What one run of something takes in milliseconds: median and P99 of the wall clock and of this thread's CPU time (what a busy machine
/// does not blur), and the bytes allocated.
/// </summary>
internal sealed partial record Measured(double Median, double High, double CpuMedian, double CpuHigh, long Allocated)
{
    private const int ThreadCpuClock = 3;

    /// <summary>Runs it half as often to warm up, then so many times.</summary>
    public static Measured Of(Action action, int times)
    {
        for (var warm = 0; warm < times / 2; warm++)
        {
            action();
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (wall, cpu) = (new double[times], new double[times]);
        for (var run = 0; run < times; run++)
        {
            var (start, worked) = (Stopwatch.GetTimestamp(), ThreadMilliseconds());
            action();
            (wall[run], cpu[run]) = (Stopwatch.GetElapsedTime(start).TotalMilliseconds, ThreadMilliseconds() - worked);
        }

        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / times;
        Array.Sort(wall);
        Array.Sort(cpu);
        return new Measured(wall[times / 2], wall[times * 99 / 100], cpu[times / 2], cpu[times * 99 / 100], allocated);
    }

    /// <summary>The figures as cells of a table.</summary>
    public string Cells => FormattableString.Invariant($"{Median:0.00} | {High:0.00} | {CpuMedian:0.00} | {CpuHigh:0.00} | {Allocated / 1024.0:N0}");

    private static double ThreadMilliseconds() =>
        GetClock(ThreadCpuClock, out var time) == 0 ? (time.Seconds * 1000.0) + (time.Nanoseconds / 1_000_000.0) : throw new PlatformNotSupportedException("CPU time of a thread is read on Linux only.");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetClock(int clock, out ClockTime time);

    [StructLayout(LayoutKind.Sequential)]
    private struct ClockTime
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
