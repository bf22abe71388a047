using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Web.Hosting;
using Web.Input;
using Web.SigningIn;
using Workflows.Blobs;
using Workflows.Drafting;

namespace Web.Drafting;

public static class ImageEndpoints
{
    /// <param name="Address">As a text refers to it.</param>
    public sealed record Kept(string Sha256, string Address);

    public static void MapImages(this IEndpointRouteBuilder routes)
    {
        var images = routes.MapGroup("/images").WithTags("Drafting");

        images.MapKeepImage("")
            .WithSummary("Upload a PNG or JPEG picture, as the body or as the file of a form")
            .Accepts<IFormFile>("multipart/form-data", "image/png", "image/jpeg", "application/octet-stream");
        images.MapGet("/{sha256:regex(^[0-9a-f]{{64}}$)}", ShowAsync)
            .WithSummary("A picture by its hash")
            .Produces<Stream>(StatusCodes.Status200OK, "image/png", "image/jpeg");
    }

    public static RouteHandlerBuilder MapKeepImage(this IEndpointRouteBuilder routes, string pattern) => routes.MapPost(pattern, KeepAsync).RequireRateLimiting(Uploads.Policy);

    private static async Task<Results<Created<Kept>, Problem>> KeepAsync(HttpRequest request, ClaimsPrincipal user, KeepImageHandler handler, CancellationToken cancellationToken)
    {
        if (await BytesAsync(request, cancellationToken) is not { } bytes) return DoorWords.NotRead;

        var kept = await handler.HandleAsync(user.PersonId, bytes, cancellationToken);

        return kept.IsRefused ? kept.Refusal.AsProblem : TypedResults.Created($"/api/images/{kept.Value}", new Kept(kept.Value, $"image:{kept.Value}"));
    }

    private static async Task<Results<FileContentHttpResult, StatusCodeHttpResult, Problem>> ShowAsync(
        string sha256, ClaimsPrincipal user, HttpRequest request, HttpResponse response, IPictures pictures, IBlobs blobs, IPictureCheck check, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!(await pictures.SeenAsync([sha256], user.AgencyId, user.PersonId, clock.GetUtcNow(), cancellationToken)).Contains(sha256)) return NoSuchImage;

        // Asked again each time it is shown: who may see it changes, what it shows does not.
        response.Headers.CacheControl = "private, no-cache";
        var tag = new EntityTagHeaderValue($"\"{sha256}\"");
        if (request.GetTypedHeaders().IfNoneMatch.Contains(tag))
        {
            response.GetTypedHeaders().ETag = tag;

            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        // The store holds texts and documents too; this door is for pictures only.
        return await blobs.ReadAsync(sha256, cancellationToken) is { } bytes && check.Check(bytes) is { IsRefused: false } picture
            ? TypedResults.Bytes(bytes, picture.Value.MediaType, entityTag: tag)
            : NoSuchImage;
    }

    private static Problem NoSuchImage => new(StatusCodes.Status404NotFound, "no-such-image", new("Không có hình ảnh này.", "There is no such picture."));

    public const string Forever = "private, max-age=31536000, immutable";

    /// <summary>Null where the form is none, or breaks off.</summary>
    private static async Task<ReadOnlyMemory<byte>?> BytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType) return await BytesOfAsync(request.Body, cancellationToken);

        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            if (form.Files is not [var file, ..]) return null;

            await using var stream = file.OpenReadStream();

            return await BytesOfAsync(stream, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return null;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> BytesOfAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);

        return bytes.ToArray();
    }
}
