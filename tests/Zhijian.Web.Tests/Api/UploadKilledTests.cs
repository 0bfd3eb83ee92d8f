using System.Security.Cryptography;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Api;

/// <summary>The server is killed while a large file comes in, as by a power cut; after the restart the sender goes on from what arrived.</summary>
public sealed class UploadKilledTests
{
    private const int Size = 64 << 20;
    private const int KillAfter = 20 << 20;

    [Fact]
    public async Task What_arrived_before_the_kill_is_not_sent_again_and_the_hash_is_right()
    {
        await using var place = await TestPlace.CreateAsync(Dialect.Sqlite);
        var bytes = Bytes();
        string at, id;
        using (var first = await RunningServer.StartAsync(place.Folder))
        {
            id = await Some.MatterInReviewAsync(first.Client);
            at = (await first.Client.PostAsync($"/api/matters/{id}/uploads", new { name = "监控.mp4", size = Size, sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) })).Should(201).Header("Location")!;
            at = new Uri(new Uri("http://x"), at).PathAndQuery;
            using var broken = new BreaksOff(bytes, KillAfter, first.Process);
            await Should.ThrowAsync<HttpRequestException>(() => first.Client.PatchPieceAsync(at, 0, broken));
            await first.Process.WaitForExitAsync();
            first.Process.ExitCode.ShouldBe(137);
        }

        using var second = await RunningServer.StartAsync(place.Folder);
        var offset = await second.Client.OffsetAsync(at);
        offset.ShouldBeInRange(1, KillAfter);
        (await second.Client.PatchPieceAsync(at, 0, new ByteArrayContent(bytes, 0, 1))).ShouldBeProblem(409, "upload-offset");
        (await second.Client.PatchPieceAsync(at, offset, new ByteArrayContent(bytes, offset, Size - offset))).Should(204).Header("Upload-Offset").ShouldBe($"{Size}");
        var done = (await second.Client.PostAsync($"{at}/complete", "{}")).Should(200).Json;
        ((string)done["hash"]!).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        SHA256.HashData((await second.Client.GetAsync($"/api/matters/{id}/attachments/{(string)done["hash"]!}")).Should(200).Bytes).ShouldBe(SHA256.HashData(bytes));
        Directory.EnumerateFiles(Path.Combine(place.Folder, "uploads")).ShouldBeEmpty();
        second.Process.Kill();
        await second.Process.WaitForExitAsync();
    }

    /// <summary>An MP4 by its first box, the rest of it never the same.</summary>
    private static byte[] Bytes()
    {
        var bytes = new byte[Size];
        var state = 2463534242u;
        for (var i = 0; i < Size; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            bytes[i] = (byte)state;
        }
        ((ReadOnlySpan<byte>)[0, 0, 0, 16, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'i', (byte)'s', (byte)'o', (byte)'m', 0, 0, 0, 0]).CopyTo(bytes);
        return bytes;
    }
}
