namespace Participation.Web.Hosting;

/// <summary>Nothing is at this address, or not for this person. Becomes 404.</summary>
public sealed class NotFoundException : Exception
{
    public NotFoundException() { }

    public NotFoundException(string message) : base(message) { }

    public NotFoundException(string message, Exception inner) : base(message, inner) { }
}

/// <summary>Something was here and was removed, with a reason. Becomes 410.</summary>
public sealed class GoneException : Exception
{
    public GoneException() { }

    public GoneException(string message) : base(message) { }

    public GoneException(string message, Exception inner) : base(message, inner) { }
}

/// <summary>It exists, but not for this person. Becomes 403.</summary>
public sealed class ForbiddenException : Exception
{
    public ForbiddenException() { }

    public ForbiddenException(string message) : base(message) { }

    public ForbiddenException(string message, Exception inner) : base(message, inner) { }
}
