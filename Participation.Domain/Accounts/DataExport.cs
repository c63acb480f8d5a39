namespace Participation.Domain.Accounts;

/// <summary>How far the copy of someone's data is.</summary>
public enum DataExportStatus
{
    /// <summary>Waits for its turn.</summary>
    Waiting,

    /// <summary>Is being made.</summary>
    Running,

    /// <summary>Can be fetched.</summary>
    Ready,

    /// <summary>Could not be made, however often it was tried.</summary>
    Failed,
}

/// <summary>A copy of everything that is stored about a person, made in the background; one per person.</summary>
public sealed class DataExport
{
    /// <summary>How many days a finished copy can be fetched.</summary>
    public const int DaysKept = 7;

    /// <summary>How often it is tried.</summary>
    public const int MaxAttempts = 3;

    /// <summary>Largest file, in bytes.</summary>
    public const int MaxSize = 64 * 1024 * 1024;

    private DataExport() { }

    /// <summary>Whose.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>How far it is.</summary>
    public DataExportStatus Status { get; private set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Parts that are done.</summary>
    public int PartsDone { get; private set; }

    /// <summary>Parts there are.</summary>
    public int PartsTotal { get; private set; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it was finished.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Until when it can be fetched.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Size of the file, in bytes.</summary>
    public int Size { get; private set; }

    /// <summary>The file, sealed.</summary>
    public byte[]? Content { get; private set; }

    /// <summary>Someone asks for a copy.</summary>
    public static DataExport Request(PersonId person, DateTimeOffset now) => new() { PersonId = person, Status = DataExportStatus.Waiting, RequestedAt = now };

    /// <summary>Whether it is waiting or being made.</summary>
    public bool IsOpen => Status is DataExportStatus.Waiting or DataExportStatus.Running;

    /// <summary>Begins, or begins anew after the process died; gives up after some tries.</summary>
    /// <returns>Whether to go on.</returns>
    public bool Begin(int parts)
    {
        if (Attempts >= MaxAttempts)
        {
            Status = DataExportStatus.Failed;
            return false;
        }

        (Status, PartsDone, PartsTotal, Attempts) = (DataExportStatus.Running, 0, parts, Attempts + 1);
        return true;
    }

    /// <summary>It is done.</summary>
    /// <param name="content">The file, sealed.</param>
    /// <param name="size">Size of the file before it was sealed, in bytes.</param>
    /// <param name="now">The instant.</param>
    public void Finish(byte[] content, int size, DateTimeOffset now) =>
        (Status, Content, Size, FinishedAt, ExpiresAt, PartsDone) = (DataExportStatus.Ready, content, size, now, now.AddDays(DaysKept), PartsTotal);

    /// <summary>It is larger than any file may be.</summary>
    public void Fail() => Status = DataExportStatus.Failed;
}
