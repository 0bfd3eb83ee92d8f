using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Shouldly;

namespace Zhijian.Web.Tests;

/// <summary>An answer, read to its end.</summary>
public sealed partial record Answer(HttpStatusCode Status, Dictionary<string, string> Headers, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public string? Type => Header("Content-Type");

    public long Version => (long)Json["version"]!;

    public string Matter => (string)Json["matter"]!;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The answer with that status; otherwise the test fails with what came instead.</summary>
    public Answer Should(int status)
    {
        ((int)Status).ShouldBe(status, Text);
        return this;
    }

    /// <summary>Problem details with that status and type.</summary>
    public Answer ShouldBeProblem(int status, string type)
    {
        Should(status);
        Type.ShouldBe("application/problem+json");
        ((string?)Json["type"]).ShouldBe("urn:zhijian:" + type);
        ((int)Json["status"]!).ShouldBe(status);
        ((string?)Json["title"]).ShouldNotBeNullOrWhiteSpace();
        return this;
    }

    /// <summary>A refusal with that code and article.</summary>
    public Answer ShouldBeRefused(string code, string? article)
    {
        ShouldBeProblem(422, "refusal:" + code);
        ((string?)Json["basis"]).ShouldBe(article);
        return this;
    }

    /// <summary>All of it but the date, with the id of the matter and the tokens of forms taken out: what a stranger could compare.</summary>
    public string Without(string? id = null) => Tokens().Replace(
        $"{(int)Status}\n{string.Join('\n', Headers.Where(h => h.Key is not "Date" and not "Set-Cookie").OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {h.Value}"))}\n\n{Text}", "TOKEN")
        .Replace(id ?? "\0", "ID");

    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+|(?<=name=\"_key\" value=\")[0-9a-f]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tokens();
}
