using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Projects;

/// <summary>Who does something to a project, when (UTC), on which day of the program, and by which working hours its steps run.</summary>
public sealed record ProjectMoment(Viewer By, DateTime Now, DateOnly Today, BusinessTime Time, IIds Ids);
