using Participation.Web.Hosting;

namespace Participation.Web.Accounts.OwnData;

/// <summary>Wakes the background work of this process, so that a copy is begun at once. What is to be done stands in the database.</summary>
public sealed class OwnDataBell : Bell;
