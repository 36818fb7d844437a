using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Link;

namespace StagingHarness.Execution.Links;

/// <summary>Controls a running link: one line of JSON there, one back, on a connection of its own.</summary>
internal sealed class LinkClient(string member, IDialer dialer, TimeProvider timeProvider, Uri control, string host, string token) : ILink
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    public async Task<Uri> LeadAsync(Uri target, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(
            new LinkOrder { Token = token, Target = string.Create(CultureInfo.InvariantCulture, $"{target.Host}:{target.Port}") }, cancellationToken);
        return answer.Port is { } port
            ? new UriBuilder(target) { Host = host, Port = port }.Uri
            : throw new ControlException(member, $"it was told to lead to '{target.Host}:{target.Port}', and opened no way. See its log.");
    }

    public async Task<LinkReading> DisturbAsync(LinkDisturbance disturbance, CancellationToken cancellationToken)
    {
        var reading = ReadingIn(await AskAsync(new LinkOrder { Token = token, Disturbance = disturbance }, cancellationToken));
        return reading.Disturbance == disturbance
            ? reading
            : throw new ControlException(member, "it was told to disturb what passes, and does something else. Let nothing but this run control it.");
    }

    public async Task<LinkReading> ReadAsync(CancellationToken cancellationToken) =>
        ReadingIn(await AskAsync(new LinkOrder { Token = token }, cancellationToken));

    private LinkReading ReadingIn(LinkAnswer answer) => answer.Reading ?? throw new ControlException(member, "it told no figures. See its log.");

    private async Task<LinkAnswer> AskAsync(LinkOrder order, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Deadline, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            await using var stream = await dialer.ConnectAsync(control.Host, control.Port, either.Token);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(order, LinkJson.Default.LinkOrder) + "\n"), either.Token);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var line = await reader.ReadLineAsync(either.Token) ?? throw new ControlException(member, "it closed the connection without an answer. See its log.");
            var answer = JsonSerializer.Deserialize(line, LinkJson.Default.LinkAnswer) ?? throw new ControlException(member, "its answer is empty. See its log.");
            return answer.Refusal is { } refusal ? throw new ControlException(member, refusal) : answer;
        }
        catch (OperationCanceledException exception) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ControlException(member, $"no answer came within {Deadline.TotalSeconds:0} s. See its log.", exception);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new ControlException(member, $"no answer came: {exception.Message} See whether it still runs.", exception);
        }
        catch (JsonException exception)
        {
            throw new ControlException(member, $"its answer was something else than expected: {exception.Message}", exception);
        }
    }
}
