using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Zhijian.Kernel;
using Zhijian.Store;

namespace Zhijian.Reading;

/// <summary>Where a search found its words: page, start and length in UTF-16, and what stands around them.</summary>
public sealed record Hit(int Page, int Start, int Length, string Around);

/// <summary>Hits on one page.</summary>
public sealed record PageHits(int Page, int Count);

/// <summary>What a search in a file found: exact counts of every page, and the first hits with what stands around them.</summary>
public sealed record Found(int Total, IReadOnlyList<PageHits> Pages, IReadOnlyList<Hit> Hits);

/// <summary>
/// The text of files by pages, read once for each content and kept beside it. What is kept here is derived: it can be deleted while nothing runs and comes
/// again at the next reading. Whether a person may read a file is not asked here.
/// </summary>
public sealed class ReadingRoom(Attachments attachments, string folder, Poppler? poppler, ReadingLimits? limits = null) : IAsyncDisposable
{
    private const int Form = 1; // of what is kept; another one is read anew
    private const int MostHits = 500;
    private const int Around = 40;

    private readonly ReadingLimits _limits = limits ?? new();
    private readonly ConcurrentDictionary<string, Job> _jobs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _atOnce = new(2);
    private readonly SemaphoreSlim _images = new(2);
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Is told the hash of each file whose text has just been read.</summary>
    public Func<string, Task>? WhenRead { get; set; }

    /// <summary>Whether there are programs that read PDF.</summary>
    public bool ReadsPdf => poppler is not null;

    /// <summary>Begins to read the file, unless that was done. Returns at once.</summary>
    public void Ask(string hash, string mediaType) => _ = Begin(hash, mediaType);

    /// <summary>How the text of the file stands now.</summary>
    public FileText StateOf(string hash, string mediaType) =>
        Told(mediaType) ?? (Kept(hash) is { } kept ? kept.Said : new FileText(TextState.Extracting, _jobs.TryGetValue(hash, out var job) ? job.Pages : 0, []));

    /// <summary>The text once it is read.</summary>
    public async Task<FileText> ReadAsync(string hash, string mediaType, CancellationToken ct = default)
    {
        if (Begin(hash, mediaType) is { } job)
            await job.Task.WaitAsync(ct);
        return StateOf(hash, mediaType);
    }

    /// <summary>As it stands after so long a wait at most.</summary>
    public async Task<FileText> ReadAsync(string hash, string mediaType, TimeSpan atMost, CancellationToken ct = default)
    {
        try
        {
            if (Begin(hash, mediaType) is { } job)
                await job.Task.WaitAsync(atMost, ct);
        }
        catch (TimeoutException)
        {
            // it goes on without us
        }
        return StateOf(hash, mediaType);
    }

    /// <summary>One page; null where there is none. O(page).</summary>
    public async Task<PageText?> PageAsync(string hash, int page, CancellationToken ct = default)
    {
        if (Kept(hash) is not { } kept || page < 1 || page > kept.Offsets.Count)
            return null;
        await using var file = File.OpenRead(PagesOf(hash));
        file.Position = kept.Offsets[page - 1];
        using var reader = new StreamReader(file);
        return await reader.ReadLineAsync(ct) is { } line ? JsonSerializer.Deserialize<PageText>(line, Json.Options) : null;
    }

    /// <summary>All pages that were read, one in memory at a time.</summary>
    public async IAsyncEnumerable<PageText> PagesAsync(string hash, [EnumeratorCancellation] CancellationToken ct = default)
    {
        if (Kept(hash) is null)
            yield break;
        using var reader = new StreamReader(PagesOf(hash));
        while (await reader.ReadLineAsync(ct) is { } line)
            yield return JsonSerializer.Deserialize<PageText>(line, Json.Options)!;
    }

    /// <summary>Where the words stand in the file; width and case are folded, nothing else. O(characters).</summary>
    public async Task<Found> FindAsync(string hash, string words, CancellationToken ct = default)
    {
        var (folded, total, pages, hits) = (Folded.Of(words), 0, new List<PageHits>(), new List<Hit>());
        await foreach (var page in PagesAsync(hash, ct))
        {
            var count = 0;
            foreach (var at in Folded.Places(page.Text, folded))
            {
                count++;
                if (hits.Count < MostHits)
                    hits.Add(new Hit(page.Number, at, folded.Length, AroundOf(page.Text, at, folded.Length)));
            }
            if (count > 0)
                pages.Add(new PageHits(page.Number, count));
            total += count;
        }
        return new Found(total, pages, hits);
    }

    /// <summary>Whether a page of this type has an image.</summary>
    public bool HasImage(string mediaType) => mediaType is "image/png" or "image/jpeg" or "image/gif" or "image/webp" || (mediaType == "application/pdf" && poppler is not null);

    /// <summary>The image of a page as a program for pages of the web draws it; null where there is none.</summary>
    public async Task<(Stream Image, string MediaType)?> ImageAsync(string hash, string mediaType, int page, CancellationToken ct = default)
    {
        if (!HasImage(mediaType) || attachments.Find(hash) is not { } path)
            return null;
        if (mediaType != "application/pdf")
            return page == 1 ? (File.OpenRead(path), mediaType) : null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, _closing.Token);
        await _images.WaitAsync(stop.Token);
        try
        {
            stop.CancelAfter(_limits.Time);
            return await PdfPages.ImageAsync(poppler!, path, page, _limits, stop.Token) is { } image ? (new MemoryStream(image), "image/png") : null;
        }
        finally
        {
            _images.Release();
        }
    }

    /// <summary>Throws away what was read of the file.</summary>
    public void Forget(string hash)
    {
        File.Delete(SaidOf(hash));
        File.Delete(PagesOf(hash));
    }

    /// <summary>What can be said without opening the file.</summary>
    private FileText? Told(string mediaType) => mediaType switch
    {
        "application/pdf" when poppler is null => new FileText(TextState.Unavailable, 0, [], Poppler.Missing),
        _ when Extraction.Reads(mediaType) => null,
        _ when mediaType.StartsWith("image/", StringComparison.Ordinal) => new FileText(
            TextState.None, 1, [], mediaType == "image/tiff" ? new Text("TIFF 图像：没有文字，浏览器不能显示，请下载后查看", "a TIFF image: it has no text, and browsers do not show it; download it") : new Text("图像文件，没有文字", "an image: it has no text")),
        "application/zip" => new FileText(TextState.None, 0, [], new Text("压缩包不在此展开；请解开后把其中的文件分别附卷", "archives are not opened here; unpack it and attach its files")),
        _ => new FileText(TextState.None, 0, [], new Text("音视频文件，没有文字；请下载后播放", "sound or video: it has no text; download it to play it")),
    };

    private Job? Begin(string hash, string mediaType)
    {
        if (Told(mediaType) is not null || attachments.Find(hash) is not { } path || Kept(hash) is not null)
            return null;
        var job = _jobs.GetOrAdd(hash, static _ => new Job());
        job.Start(() => Task.Run(() => RunAsync(job, hash, path, mediaType)));
        return job;
    }

    private async Task RunAsync(Job job, string hash, string path, string mediaType)
    {
        try
        {
            await _atOnce.WaitAsync(_closing.Token);
            try
            {
                await ExtractAsync(job, hash, path, mediaType);
            }
            finally
            {
                _atOnce.Release();
            }
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            // read again at the next start, when somebody asks
        }
        finally
        {
            _jobs.TryRemove(hash, out _);
        }
    }

    private async Task ExtractAsync(Job job, string hash, string path, string mediaType)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PagesOf(hash))!);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        stop.CancelAfter(_limits.Time);
        var (left, offsets, characters, empty) = (new List<Text>(), new List<long>(), 0L, 0);
        Text? why = null;
        var temporary = PagesOf(hash) + ".part";
        await using (var file = File.Create(temporary))
        {
            try
            {
                await foreach (var page in Extraction.Of(path, mediaType, _limits, poppler, left, stop.Token))
                {
                    if (offsets.Count >= _limits.Pages || (characters += page.Text.Length) > _limits.Characters)
                    {
                        left.Add(new Text($"第 {offsets.Count} 页以后未列出（上限 {_limits.Pages} 页、{_limits.Characters} 个字符）", $"what comes after page {offsets.Count} is left out (at most {_limits.Pages} pages and {_limits.Characters} characters)"));
                        break;
                    }
                    offsets.Add(file.Position);
                    empty += page.Text.Length == 0 ? 1 : 0;
                    await JsonSerializer.SerializeAsync(file, page, Json.Options, stop.Token);
                    file.WriteByte((byte)'\n');
                    job.Pages = offsets.Count;
                }
            }
            catch (UnreadableException e)
            {
                why = e.Why;
            }
            catch (OperationCanceledException) when (!_closing.IsCancellationRequested)
            {
                why = new Text($"读取超过 {_limits.Time.TotalSeconds:0} 秒，已停止", $"reading took longer than {_limits.Time.TotalSeconds:0} seconds and was stopped");
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // what a file made to break us brings about; the others are read on
                why = new Text($"读不出这个文件（{e.GetType().Name}）", $"this file cannot be read ({e.GetType().Name})");
            }
        }
        if (why is { } stopped && offsets.Count > 0)
        {
            left.Add(new Text($"只读出 {offsets.Count} 页：{stopped.Zh}", $"only {offsets.Count} pages were read: {stopped.En}"));
            why = null;
        }
        if (empty > 0 && empty == offsets.Count)
            left.Add(new Text("没有文字层，可能是扫描件；请看页面图像", "there is no layer of text, it may be a scan; see the images of the pages"));
        else if (empty > 0 && mediaType == "application/pdf")
            left.Add(new Text($"{empty} 页没有文字层，可能是扫描页；搜索不到其中的字", $"{empty} pages have no layer of text, they may be scans; a search finds nothing on them"));
        File.Move(temporary, PagesOf(hash), overwrite: true);
        var said = new Record(Form, new FileText(why is null ? TextState.Done : TextState.Failed, offsets.Count, left, why), offsets);
        await File.WriteAllTextAsync(SaidOf(hash) + ".part", JsonSerializer.Serialize(said, Json.Options), CancellationToken.None);
        File.Move(SaidOf(hash) + ".part", SaidOf(hash), overwrite: true); // last: where it lies, the pages do, too
        if (WhenRead is { } told && offsets.Count > 0)
            await told(hash);
    }

    private Record? Kept(string hash)
    {
        try
        {
            return attachments.Find(hash) is not null && File.Exists(SaidOf(hash)) && JsonSerializer.Deserialize<Record>(File.ReadAllText(SaidOf(hash)), Json.Options) is { Form: Form } said && File.Exists(PagesOf(hash)) ? said : null;
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null; // read anew
        }
    }

    private static string AroundOf(string text, int at, int length)
    {
        var (from, to) = (Math.Max(0, at - Around), Math.Min(text.Length, at + length + Around));
        if (char.IsLowSurrogate(text[from]))
            from++;
        if (char.IsHighSurrogate(text[to - 1]))
            to--;
        return text[from..to].Replace('\n', ' ').Replace('\t', ' ');
    }

    private string PagesOf(string hash) => Path.Combine(folder, hash[..2], hash + ".pages");

    private string SaidOf(string hash) => Path.Combine(folder, hash[..2], hash + ".json");

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Task.WhenAll(_jobs.Values.Select(j => j.Task)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
        _atOnce.Dispose();
        _images.Dispose();
    }

    /// <summary>What lies beside the pages: how the reading ended, and where each page begins.</summary>
    private sealed record Record(int Form, FileText Said, IReadOnlyList<long> Offsets);

    private sealed class Job
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _started;

        public Task Task => _done.Task;

        public int Pages { get; set; }

        public void Start(Func<Task> run)
        {
            if (Interlocked.Exchange(ref _started, 1) == 0)
                _ = run().ContinueWith(t => { if (t.Exception is { } e) _done.SetException(e.InnerExceptions); else _done.SetResult(); }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
