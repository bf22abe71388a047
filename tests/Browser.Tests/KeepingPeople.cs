using Microsoft.Playwright;
using Web.Demo;

namespace Browser.Tests;

/// <summary>What the demo's administrator does, and what it does for everybody else.</summary>
public sealed class KeepingPeople : IClassFixture<KeepingPeople.Demo>
{
    private readonly House house;

    public KeepingPeople(Demo demo) => house = demo.House;

    public sealed class Demo : IAsyncLifetime
    {
        public House House { get; } = new() { HasDemo = true };

        public ValueTask InitializeAsync() => House.InitializeAsync();

        public ValueTask DisposeAsync() => House.DisposeAsync();
    }

    [Fact]
    public async Task A_new_person_signs_in_by_a_link_that_works_once()
    {
        var administrator = await AsAsync("kdkhoa");
        await administrator.GotoAsync("/people/new");
        await administrator.FillAsync("#name", "Nguyễn Thị Mới");
        await administrator.FillAsync("#email", "ntmoi@tanhoa.example");
        await administrator.SelectOptionAsync("#unit-0", new SelectOptionValue { Index = 2 });
        await administrator.FillAsync("#title-0", "Chuyên viên");
        await administrator.PressAsync("Thêm người");
        Assert.Contains("Đã lưu", await administrator.SaidAsync(), StringComparison.Ordinal);

        await administrator.PressAsync("Cấp liên kết đặt mật khẩu");
        var link = await administrator.InputValueAsync("#address");

        var person = await house.OpenAsync();
        await person.GotoAsync(link);
        Assert.Contains("Nguyễn Thị Mới", await person.TextAsync(), StringComparison.Ordinal);
        await person.FillAsync("#password", "một câu dễ nhớ");
        await person.FillAsync("#again", "một câu khác hẳn");
        await person.PressAsync("Đặt mật khẩu và vào");
        Assert.Contains("không giống nhau", await person.SaidAsync(), StringComparison.Ordinal);
        await person.FillAsync("#password", "một câu dễ nhớ");
        await person.FillAsync("#again", "một câu dễ nhớ");
        await person.PressAsync("Đặt mật khẩu và vào");
        Assert.Contains("Chào mừng", await person.SaidAsync(), StringComparison.Ordinal);

        var another = await house.OpenAsync();
        await another.GotoAsync(link);
        Assert.Contains("đã dùng", await another.SaidAsync(), StringComparison.Ordinal);
        await another.SignInAsync("ntmoi@tanhoa.example", "một câu dễ nhớ");
        await another.GotoAsync("/me");
        Assert.Contains("Nguyễn Thị Mới", await another.TextAsync(), StringComparison.Ordinal);

        await administrator.GotoAsync("/people?find=nguyen+moi");
        Assert.Contains("ntmoi@tanhoa.example", await administrator.TextAsync(), StringComparison.Ordinal);
        await administrator.GotoAsync("/agency");
        Assert.Contains("Thêm người: Nguyễn Thị Mới", await administrator.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_was_refused_comes_back_as_they_were_written()
    {
        var administrator = await AsAsync("kdkhoa");
        await administrator.GotoAsync("/people/new");
        await administrator.FillAsync("#name", "Nguyễn Văn Thử");
        await administrator.FillAsync("#email", "nvthu@tanhoa.example");
        await administrator.SelectOptionAsync("#unit-1", new SelectOptionValue { Index = 2 });
        await administrator.PressAsync("Thêm người");

        Assert.Contains("Hãy ghi chức danh", await administrator.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await administrator.Locator(".position").CountAsync());
        Assert.Equal(2, await administrator.Locator("#unit-1").EvaluateAsync<int>("select => select.selectedIndex"));
    }

    [Fact]
    public async Task A_day_is_typed_as_it_is_written_here_or_chosen_from_a_calendar_and_what_is_none_stays_to_be_corrected()
    {
        var person = await AsAsync("kdkhoa");
        await person.GotoAsync("/me");
        await person.Locator("summary", new() { HasText = "Ghi lịch vắng mặt" }).ClickAsync();
        await person.FillAsync("#from", "31/02/2027");
        await person.FillAsync("#to", "5/3/2027");
        await person.FillAsync("#reason", "Đi học");
        await person.PressAsync("Ghi lịch vắng mặt");
        Assert.Contains("“31/02/2027” không phải là ngày", await person.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal("31/02/2027", await person.InputValueAsync("#from"));
        Assert.Equal("05/3/2027", await person.InputValueAsync("#to"));

        await person.GetByRole(AriaRole.Button, new() { Name = "Chọn ngày trên lịch: Từ ngày" }).ClickAsync();
        await person.Locator("#from ~ [type=date]").EvaluateAsync("calendar => { calendar.value = '2027-03-01'; calendar.dispatchEvent(new Event('change')); }");
        Assert.Equal("01/3/2027", await person.InputValueAsync("#from"));
        await person.PressAsync("Ghi lịch vắng mặt");
        Assert.Contains("01/3/2027", await person.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_stays_and_whoever_has_open_work_is_told_where_it_is()
    {
        var administrator = await AsAsync("kdkhoa");

        await administrator.GotoAsync("/people?find=kieu+dang");
        await administrator.ClickAsync(".grid tbody th a");
        await administrator.PressAsync("Cho thôi sử dụng");
        Assert.Contains("quản trị duy nhất", await administrator.SaidAsync(), StringComparison.Ordinal);

        await administrator.GotoAsync("/people?find=lam+thi+ngoc");
        await administrator.ClickAsync(".grid tbody th a");
        await administrator.PressAsync("Cho thôi sử dụng");
        Assert.Contains("đang phụ trách", await administrator.SaidAsync(), StringComparison.Ordinal);

        // Nobody else finds the forms.
        var drafter = await AsAsync("paduy");
        await drafter.GotoAsync("/units");
        Assert.Contains("Kiều Đăng Khoa", await drafter.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await drafter.Locator("main form[action='/units/keep']").CountAsync());
    }

    [Fact]
    public async Task A_unit_is_added_renamed_and_closed()
    {
        var administrator = await AsAsync("kdkhoa");

        await administrator.GotoAsync("/units");
        await administrator.FillAsync("#name", "Phòng Chuyển đổi số");
        await administrator.FillAsync("#abbreviation", "CĐS");
        await administrator.PressAsync("Thêm đơn vị");
        Assert.Contains("Đã lưu đơn vị", await administrator.SaidAsync(), StringComparison.Ordinal);

        await administrator.GetByRole(AriaRole.Link, new() { Name = "Sửa Phòng Chuyển đổi số" }).ClickAsync();
        await administrator.FillAsync("#name", "Phòng Số hóa");
        await administrator.PressAsync("Lưu thay đổi");
        await administrator.GetByRole(AriaRole.Link, new() { Name = "Sửa Phòng Số hóa" }).ClickAsync();
        await administrator.PressAsync("Đóng đơn vị");
        Assert.Contains("Đã đóng", await administrator.Locator("tr", new() { HasText = "Phòng Số hóa" }).InnerTextAsync(), StringComparison.Ordinal);

        await administrator.GetByRole(AriaRole.Link, new() { Name = "Sửa Phòng Nội vụ" }).ClickAsync();
        await administrator.PressAsync("Đóng đơn vị");
        Assert.Contains("người đang làm việc", await administrator.SaidAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_delegates_ends_it_and_says_when_they_are_away()
    {
        var head = await AsAsync("cmhieu");

        await head.GotoAsync("/delegations");
        await head.SelectOptionAsync("#to", new SelectOptionValue { Index = 3 });
        await head.CheckAsync("#capacity-Authorised");
        await head.FillAsync("#from-on", "2031-01-06");
        await head.FillAsync("#to-on", "2031-01-08");
        await head.FillAsync("#ground", "Giấy ủy quyền số 5");
        await head.PressAsync("Lập ủy quyền");
        Assert.Contains("Đã lập ủy quyền", await head.SaidAsync(), StringComparison.Ordinal);
        Assert.Contains("Giấy ủy quyền số 5", await head.TextAsync(), StringComparison.Ordinal);

        await head.Locator("li", new() { HasText = "Giấy ủy quyền số 5" }).GetByRole(AriaRole.Button).ClickAsync();
        Assert.DoesNotContain("Giấy ủy quyền số 5", await head.TextAsync(), StringComparison.Ordinal);

        await head.GotoAsync("/me");
        await head.UnfoldAsync("Ghi lịch vắng mặt");
        await head.FillAsync("#from", "2031-01-06");
        await head.FillAsync("#to", "2031-01-02");
        await head.PressAsync("Ghi lịch vắng mặt");
        Assert.Contains("Ngày cuối phải từ ngày đầu", await head.SaidAsync(), StringComparison.Ordinal);
        await head.FillAsync("#to", "2031-01-08");
        await head.PressAsync("Ghi lịch vắng mặt");
        Assert.Contains("Đã ghi", await head.SaidAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_looked_at_before_anybody_is_added()
    {
        var administrator = await AsAsync("kdkhoa");
        const string Heads = "Họ tên;Email;Đơn vị;Vai trò;Chức danh\n";

        await administrator.GotoAsync("/people/import");
        await administrator.SetInputFilesAsync("#file", new FilePayload { Name = "nguoi.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes($"{Heads}Trần Văn Một;tvmot@tanhoa.example;YT;Chuyên viên;Chuyên viên\nLê Thị Hai;lthai;Phòng Lạ;Chuyên viên;Chuyên viên") });
        await administrator.PressAsync("Xem trước");
        Assert.Contains("Phòng Lạ", await administrator.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await administrator.GetByRole(AriaRole.Button, new() { NameRegex = new("^Thêm ") }).CountAsync());

        await administrator.SetInputFilesAsync("#file", new FilePayload { Name = "nguoi.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes($"{Heads}Trần Văn Một;tvmot@tanhoa.example;YT;Chuyên viên;Chuyên viên\nLê Thị Hai;lthai@tanhoa.example;phong y te;Drafter;Chuyên viên") });
        await administrator.PressAsync("Xem trước");
        await administrator.PressAsync("Thêm 2 người");
        Assert.Contains("Đã thêm", await administrator.SaidAsync(), StringComparison.Ordinal);
        await administrator.GotoAsync("/people?find=le+thi+hai");
        Assert.Contains("lthai@tanhoa.example", await administrator.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Its_pages_leave_nobody_out(int width, ColorScheme scheme)
    {
        var faults = new List<string>();
        var administrator = await AsAsync("kdkhoa", width, scheme);

        foreach (var (name, address) in ((string, string)[])[("people", "/people"), ("people-none", "/people?find=zzz"), ("person-new", "/people/new"), ("people-import", "/people/import"), ("units", "/units"), ("fields", "/fields"), ("calendar", "/calendar?year=2026"), ("delegations", "/delegations"), ("agency", "/agency"), ("me", "/me")])
        {
            await administrator.GotoAsync(address);
            faults.AddRange(await Looking.FaultsAsync(administrator, name));
        }

        await administrator.GotoAsync("/people?find=dang+hoai");
        await administrator.ClickAsync(".grid tbody th a");
        faults.AddRange(await Looking.FaultsAsync(administrator, "person"));
        await administrator.PressAsync("Cho thôi sử dụng");
        faults.AddRange(await Looking.FaultsAsync(administrator, "person-refused"));

        var guest = await house.OpenAsync(Looking.As(width, scheme));
        await guest.GotoAsync("/welcome/nothing");
        faults.AddRange(await Looking.FaultsAsync(guest, "welcome-not-valid"));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private Task<IPage> AsAsync(string who, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var file = DemoFiles.Agency();
        var person = file.People.First(person => person.Mail == who);

        return house.OpenAsAsync(DemoAgency.Person(person.Key), file.MailOf(person), DemoServices.Password, Looking.As(width, scheme));
    }
}
