using Domain;

namespace Web.Input;

/// <summary>What is said of a request that never reaches a rule.</summary>
public static class DoorWords
{
    public static Words Malformed { get; } = new(
        "Không đọc được yêu cầu: một giá trị trong địa chỉ hoặc trong nội dung (JSON, bảng mã UTF-8) không đúng dạng đã mô tả.",
        "The request cannot be read: a value in its address or its body (JSON in UTF-8) does not have the described shape.");

    public static Problem NotRead => new(StatusCodes.Status400BadRequest, CodeOf(StatusCodes.Status400BadRequest), Malformed);

    public static string CodeOf(int status) => status switch
    {
        400 => "malformed-request",
        401 => "sign-in-needed",
        403 => "no-access",
        404 => "no-such-address",
        405 => "method-not-allowed",
        406 => "not-acceptable",
        408 => "too-slow",
        412 => "changed-meanwhile",
        413 => "too-large",
        415 => "unsupported-type",
        429 => "too-often",
        >= 500 => "broken",
        _ => "not-done",
    };

    public static Words Of(int status) => status switch
    {
        400 => Malformed,
        401 => new("Bạn chưa đăng nhập hoặc phiên đăng nhập đã hết hạn. Hãy đăng nhập lại.", "You are not signed in, or no longer. Sign in again."),
        403 => new("Tài khoản này không được dùng hệ thống. Hãy liên hệ quản trị.", "This account may not use the system. Ask an administrator."),
        404 => new("Không có địa chỉ này.", "There is nothing at this address."),
        405 => new("Địa chỉ này không nhận phương thức đã dùng.", "This address does not take that method."),
        406 => new("Không có dạng dữ liệu mà bạn yêu cầu.", "There is no representation of the kind that you accept."),
        408 => new("Yêu cầu đến quá chậm. Hãy gửi lại.", "The request came too slowly. Send it again."),
        413 => new("Dữ liệu gửi lên quá lớn.", "What was sent is too large."),
        415 => new("Loại nội dung (Content-Type) không được hỗ trợ ở đây.", "This content type is not taken here."),
        429 => new("Bạn đã thử quá nhiều lần. Hãy đợi một phút rồi thử lại.", "You tried too often. Wait a minute, then try again."),
        >= 500 => new("Hệ thống gặp lỗi và đã ghi lại. Chưa có gì bị thay đổi nếu bạn không thấy kết quả; hãy thử lại sau.",
            "Something is broken here, and was noted. Try again later: the same decision id never acts twice."),
        _ => new("Không thực hiện được yêu cầu này.", "This request cannot be carried out."),
    };
}
