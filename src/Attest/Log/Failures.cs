using Microsoft.Data.Sqlite;

namespace Attest.Log;

/// <summary>What went wrong with a file, in words for the operator, with the mend.</summary>
internal static class Failures
{
    public static string Plainly(Exception e) => e is not SqliteException sqlite ? e.Message : sqlite.SqliteErrorCode switch
    {
        13 => "the disk is full: free some room; nothing that was acknowledged is lost",
        8 => "the data folder is read-only: make it writable for this user",
        11 or 26 => "the file is damaged: restore the newest backup with 'attest restore'",
        10 => "the disk reports an error (" + sqlite.Message + "): check it, and whether it is full",
        14 => "the file cannot be opened: check that this user may write the data folder",
        5 or 6 => "another program holds the file: close it and try again",
        _ => sqlite.Message,
    };
}
