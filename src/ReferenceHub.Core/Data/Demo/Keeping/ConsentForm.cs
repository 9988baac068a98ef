namespace ReferenceHub.Core.Data.Demo;

/// <summary>The signed form that stands behind the demo program's permissions: a small PDF of one page, kept once.</summary>
internal static class ConsentForm
{
    /// <summary>The kept file and its one part.</summary>
    public static (StoredFile File, StoredFilePart Part) Kept(DateTime now) => DemoPdf.Kept(
        now, "Consent to act as a reference", "We agree that Meridian Software may name us as said in the program's record.", "Signed: (demo program)");
}
