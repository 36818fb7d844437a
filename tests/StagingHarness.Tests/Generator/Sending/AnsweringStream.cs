using System.Text;
using System.Threading.Channels;

namespace StagingHarness.Tests.Generator.Sending;

/// <summary>A connection to a server that answers each request with an empty 200, and closes behind the last of so many.</summary>
internal sealed class AnsweringStream(int answers) : Stream
{
    private static readonly byte[] Answer = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

    private readonly Channel<byte[]> _coming = Channel.CreateUnbounded<byte[]>();
    private int _left = answers;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length > 0 && _left > 0)
        {
            _left--;
            _coming.Writer.TryWrite(Answer);
            if (_left == 0)
            {
                _coming.Writer.TryComplete();
            }
        }

        return ValueTask.CompletedTask;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!await _coming.Reader.WaitToReadAsync(cancellationToken) || buffer.Length == 0 || !_coming.Reader.TryRead(out var answer))
        {
            return 0;
        }

        answer.CopyTo(buffer);
        return answer.Length;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
