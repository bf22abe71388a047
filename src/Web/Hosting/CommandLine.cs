namespace Web.Hosting;

public enum Command
{
    Serve,
    SetUp,
    Demo,
    Verify,
    Help,
    Unknown,
}

/// <summary>What the program was asked to do: a command, and settings that stand above all others.</summary>
public sealed record CommandLine(Command Command, string[] Settings)
{
    private static readonly Dictionary<string, string> Switches = new()
    {
        ["--agency"] = $"{Hosting.Settings.Section}:{nameof(Hosting.Settings.Agency)}",
        ["--data"] = $"{Hosting.Settings.Section}:{nameof(Hosting.Settings.Data)}",
        ["--out"] = $"{Hosting.Settings.Section}:{nameof(Hosting.Settings.Out)}",
        ["--port"] = $"{Hosting.Settings.Section}:{nameof(Hosting.Settings.Port)}",
    };

    public const string Help = """
        Approval: reports from outline to issued document.

          serve  [--data DIR] [--port N]   serve the pages and the API (what happens without a command)
                 [--demo]                  with a made-up district, if no agency is there yet
          setup  --data DIR --agency FILE  set an agency up from a file, and open an account for everybody in it
          demo   --out DIR                 carry a sample report through its chain; its document and a summary in DIR
          verify --data DIR                recompute trails and hashes; exit code 1 and the places where anything is off
          help                             this text

        --data DIR   the folder of the database and the texts (default: data)
        --port N     the port to listen on (default: 5080)
        Other settings: Approval__Database__Provider and the like in the environment, or appsettings.json; see docs.
        """;

    public static CommandLine Read(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);

        if (arguments.Any(argument => argument is "-h" or "--help")) return new(Command.Help, []);

        var named = arguments is [{ } first, ..] && !first.StartsWith('-');
        var command = !named ? Command.Serve : Enum.TryParse<Command>(arguments[0], ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : Command.Unknown;

        return new(command, [.. arguments.Skip(named ? 1 : 0).Select(Spelt)]);
    }

    // "--data=DIR" and "--data DIR" both come as the host's own way to write a setting.
    private static string Spelt(string argument)
    {
        if (argument == "--demo") return $"--{Hosting.Settings.Section}:{nameof(Hosting.Settings.Demo)}=true";

        var (name, value) = argument.Split('=', 2) is [var left, var right] ? (left, $"={right}") : (argument, "");

        return Switches.TryGetValue(name, out var setting) ? $"--{setting}{value}" : argument;
    }
}
