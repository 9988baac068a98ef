using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Processes.Files;

/// <summary>Processes as files: saved, and taken in as a new process or as a draft of the one with that key.</summary>
[Route("/processes")]
public sealed class FilesController(ProcessQueries queries, ProcessService service) : Controller
{
    private const int MostBytes = ProcessYamlReader.MostCharacters * 4 + 64 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A version as a file.</summary>
    [HttpGet("{processId:guid}/versions/{number:int}/file")]
    public async Task<IActionResult> Download(Guid processId, int number, CancellationToken ct)
    {
        var file = await queries.FileAsync(processId, number, this.Viewer(), ct);
        return File(Encoding.UTF8.GetBytes(ProcessYaml.Write(file)), "application/yaml", string.Create(Words.Culture, $"{file.Key}-v{number}.yml"));
    }

    /// <summary>Where a file is chosen.</summary>
    [HttpGet("import")]
    [RequiresRight(Right.ManageProcesses)]
    public IActionResult Choose() => View("/Features/Processes/Files/Import.cshtml");

    /// <summary>Takes a file in; nothing of it when anything in it cannot be read.</summary>
    [HttpPost("import")]
    [RequiresRight(Right.ManageProcesses)]
    [EnableRateLimiting(RateLimits.Import)]
    [RequestSizeLimit(MostBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> Import(IFormFile? file, CancellationToken ct)
    {
        if (file is null)
        {
            return Refused(["Choose a YAML file first."]);
        }

        string text;
        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), Strict, detectEncodingFromByteOrderMarks: false);
            text = (await reader.ReadToEndAsync(ct)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Refused(["This is no text in UTF-8. Save the file as YAML in UTF-8 and try again."]);
        }

        var read = ProcessYamlReader.Read(text);
        if (read.File is not { } process)
        {
            return Refused(read.Problems);
        }

        var made = await service.ImportAsync(process, this.Viewer(), ct);
        return made.Value is { } place
            ? this.Went(made, "Taken in as a draft. Look it over, then give it a day to start.", $"/processes/{place.ProcessId}/versions/{place.Number}/edit")
            : Refused([made.Refusal!]);
    }

    private ViewResult Refused(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
        {
            ModelState.AddModelError("File", problem);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("/Features/Processes/Files/Import.cshtml");
    }
}
