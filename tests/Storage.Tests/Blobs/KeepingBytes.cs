using System.Security.Cryptography;
using Workflows.Blobs;

namespace Storage.Tests.Blobs;

public abstract class KeepingBytes
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000_000)]
    public async Task What_is_written_is_read_back(int length)
    {
        var blobs = await OpenAsync();
        var bytes = RandomNumberGenerator.GetBytes(length);

        var name = await blobs.WriteAsync(bytes, Token);

        Assert.Equal(bytes, (await blobs.ReadAsync(name, Token))?.ToArray());
    }

    [Fact]
    public async Task The_name_is_the_hash_in_lower_case()
    {
        var blobs = await OpenAsync();

        var name = await blobs.WriteAsync("abc"u8.ToArray(), Token);

        // FIPS 180-2, appendix B.1.
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", name);
    }

    [Fact]
    public async Task The_same_bytes_are_written_once()
    {
        var blobs = await OpenAsync();
        var first = await blobs.WriteAsync("Báo cáo"u8.ToArray(), Token);
        var writtenAt = await WrittenAtAsync(first);

        var second = await blobs.WriteAsync("Báo cáo"u8.ToArray(), Token);

        Assert.Equal(first, second);
        Assert.Equal(writtenAt, await WrittenAtAsync(first));
    }

    [Fact]
    public async Task Many_may_write_the_same_and_different_bytes_at_once()
    {
        var blobs = await OpenAsync();
        var texts = Enumerable.Range(0, 100).Select(writer => Text(writer % 10)).ToList();

        var names = await Task.WhenAll(texts.Select(text => Task.Run(() => blobs.WriteAsync(text, Token))));

        Assert.Equal(10, names.Distinct().Count());
        foreach (var (name, text) in names.Zip(texts))
            Assert.Equal(text, (await blobs.ReadAsync(name, Token))?.ToArray());
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("../../../../../../../../../../../../../../../../../../etc/hostname")]
    [InlineData("")]
    public async Task An_unknown_name_has_no_bytes(string name)
    {
        var blobs = await OpenAsync();

        Assert.Null(await blobs.ReadAsync(name, Token));
        Assert.Null(await blobs.ReadUncheckedAsync(name, Token));
    }

    [Fact]
    public async Task Tampered_bytes_are_not_read_but_can_be_looked_at()
    {
        var blobs = await OpenAsync();
        var name = await blobs.WriteAsync("3.792 văn bản đến"u8.ToArray(), Token);

        await TamperAsync(name, "3.793 văn bản đến"u8.ToArray());

        await Assert.ThrowsAsync<InvalidDataException>(() => blobs.ReadAsync(name, Token));
        Assert.Equal("3.793 văn bản đến"u8.ToArray(), (await blobs.ReadUncheckedAsync(name, Token))?.ToArray());
    }

    [Fact]
    public async Task Bytes_are_not_said_to_be_kept_where_others_lie_in_their_place()
    {
        var blobs = await OpenAsync();
        var name = await blobs.WriteAsync("đã duyệt"u8.ToArray(), Token);

        await TamperAsync(name, []);

        await Assert.ThrowsAsync<InvalidDataException>(() => blobs.WriteAsync("đã duyệt"u8.ToArray(), Token));
    }

    /// <summary>A store of the test's own, with nothing in it.</summary>
    protected abstract Task<IBlobs> OpenAsync();

    protected abstract Task<DateTimeOffset> WrittenAtAsync(string name);

    protected abstract Task TamperAsync(string name, byte[] bytes);

    private static byte[] Text(int seed)
    {
        var bytes = new byte[10_000 * seed + 1];
        Array.Fill(bytes, (byte)seed);

        return bytes;
    }
}
