using Domain;

namespace Web.SigningIn;

public static class SecondFactorRefusals
{
    public static Refusal Needed { get; } = new(RefusalKind.NotAllowed, "second-factor-needed",
        new("Tài khoản này dùng xác thực hai lớp. Hãy gửi kèm mã trong ứng dụng xác thực (code).", "This account asks for a second factor. Send the authenticator's code along (code)."));

    public static Refusal WrongCode { get; } = new(RefusalKind.NotAllowed, "second-factor-wrong",
        new("Mã không đúng hoặc đã dùng. Hãy đợi mã mới rồi nhập lại; sau nhiều lần sai, tài khoản bị khóa 15 phút.",
            "The code is wrong, or was used already. Wait for the next one. After several failures an account is locked for 15 minutes."));

    public static Refusal TooLate { get; } = new(RefusalKind.NotAllowed, "second-factor-too-late",
        new("Đã quá thời gian nhập mã. Hãy đăng nhập lại từ đầu.", "That took too long. Sign in again from the start."));

    public static Refusal NotBegun { get; } = new(RefusalKind.Conflict, "second-factor-not-begun",
        new("Chưa bắt đầu cài đặt, hoặc đã bật rồi. Hãy tải lại trang.", "The set-up was not begun, or is done already. Load the page again."));
}

public static class PasskeyRefusals
{
    public static Refusal NotKnown { get; } = new(RefusalKind.NotAllowed, "passkey-not-known",
        new("Không nhận ra khóa truy cập này. Hãy thử lại, hoặc đăng nhập bằng mật khẩu.", "This passkey is not known. Try again, or use your password."));

    public static Refusal NotAdded { get; } = new(RefusalKind.Invalid, "passkey-not-added",
        new("Chưa thêm được khóa truy cập. Hãy tải lại trang rồi thử lại.", "The passkey could not be added. Load the page again, then try once more."));

    public static Refusal Name { get; } = new(RefusalKind.Invalid, "passkey-name",
        new("Hãy đặt tên cho khóa truy cập (nhiều nhất 100 ký tự), ví dụ tên thiết bị.", "Name the passkey, with at most 100 characters: for the device it is on, for instance."));
}
