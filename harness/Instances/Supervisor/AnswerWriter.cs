using System.Text.Json;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Supervisor;

/// <summary>Writes answers, a line each. When the harness has gone, nobody reads them, and that is no trouble.</summary>
internal sealed class AnswerWriter(Stream target)
{
    private readonly Lock _lock = new();

    public void Write(SupervisorAnswer answer)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(answer, SupervisorJson.Default.SupervisorAnswer), (byte)'\n'];
        lock (_lock)
        {
            try
            {
                target.Write(line);
                target.Flush();
            }
            catch (IOException)
            {
                // The pipe is closed; standard input has ended too, or will at once, and with it the supervisor.
            }
        }
    }
}
