namespace ReferenceHub.Core.Usage;

/// <summary>What an entry says as people call it: its kind, and for some of them what it made of the use.</summary>
public enum EntryDeed
{
    /// <summary>Capacity is set aside for an ask.</summary>
    Reserved,

    /// <summary>Everybody asked has said yes.</summary>
    Agreed,

    /// <summary>A yes was taken back, the ask is open again.</summary>
    AskedAgain,

    /// <summary>The use took place.</summary>
    Confirmed,

    /// <summary>The use fell away.</summary>
    Released,

    /// <summary>The use should have taken place and did not; the rest after it stays.</summary>
    NoShow,

    /// <summary>A use outside the product, or an opening balance.</summary>
    Logged,

    /// <summary>What the ledger said of a use that is over was put right.</summary>
    Corrected,
}
