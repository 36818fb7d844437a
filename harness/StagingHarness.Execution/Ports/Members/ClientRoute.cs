using System.Net;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>
/// How clients outside of the stage reach a listener under the name that it has on the stage: they connect to
/// <paramref name="At"/> whenever they are to connect to <paramref name="Host"/> and <paramref name="Port"/>.
/// </summary>
/// <param name="Host">Name of the listener's host in its URL on the stage.</param>
/// <param name="Port">Port in that URL.</param>
/// <param name="At">Loopback address at which it is published.</param>
public sealed record ClientRoute(string Host, int Port, IPEndPoint At);
