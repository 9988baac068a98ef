using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Projects;

/// <summary>A step that somebody adds to one run.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Stage">Key of its stage.</param>
/// <param name="Role">Who does it.</param>
/// <param name="Days">Target in business days.</param>
/// <param name="Work">What there is to do.</param>
/// <param name="After">Keys of the steps before it.</param>
/// <param name="Before">Keys of the steps that wait for it.</param>
/// <param name="Holder">Who holds it, if known.</param>
public sealed record NewStep(string Name, string Stage, StepRole Role, int Days, StepWork Work, IReadOnlyList<string> After, IReadOnlyList<string> Before, Holder? Holder = null);
