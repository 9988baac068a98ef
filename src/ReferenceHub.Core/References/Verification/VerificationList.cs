namespace ReferenceHub.Core.References;

/// <summary>Which records to look over.</summary>
public enum VerificationView
{
    /// <summary>Past their verify-by day.</summary>
    Overdue,

    /// <summary>Due within the next weeks.</summary>
    Soon,

    /// <summary>Confirmed, and not due for a while.</summary>
    Fresh,
}

/// <summary>Which records to list: a view, those of one owner, those of nobody.</summary>
public sealed record VerificationFilter(VerificationView View = VerificationView.Overdue, Guid? OwnerId = null, bool Unowned = false, int Page = 1);

/// <summary>One record that is to be confirmed; times in UTC, days in the program's zone.</summary>
public sealed record VerificationLine(Guid Id, string Name, Tier Tier, ReferenceStatus Status, Guid? OwnerId, string? Owner, DateTime? VerifiedAt, string? VerifiedBy, DateOnly? VerifyBy);

/// <summary>How many records of an owner are to be confirmed; nobody's when the key is null.</summary>
public sealed record OwnerStanding(Guid? OwnerId, string Name, bool IsActive, int Overdue, int Soon, int Total);

/// <summary>A page of records to look over, with counts for the tabs and by owner.</summary>
public sealed record VerificationList(
    VerificationFilter Filter, DateOnly Today, IReadOnlyList<VerificationLine> Lines, int Total, int Page, int Overdue, int Soon, int Fresh, IReadOnlyList<OwnerStanding> Owners)
{
    /// <summary>Records a page, and most that are confirmed at once.</summary>
    public const int Size = 50;

    /// <summary>Days ahead that count as soon.</summary>
    public const int SoonDays = 30;
}
