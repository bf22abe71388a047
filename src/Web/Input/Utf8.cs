using System.Text;
using Domain;
using Domain.Reports;

namespace Web.Input;

/// <summary>Text as it comes in a body.</summary>
public static class Utf8
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<Outcome<string>> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);

        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, cancellationToken);

        try
        {
            var text = Strict.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)).TrimStart('\uFEFF');

            // No database keeps the null character, and no keyboard types it.
            return text.Contains('\0') ? WorkingCopyRefusals.NotText : text;
        }
        catch (DecoderFallbackException)
        {
            return WorkingCopyRefusals.NotText;
        }
    }
}
