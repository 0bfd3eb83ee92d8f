using Zhijian.Kernel;

namespace Zhijian.Cli;

/// <summary>The exit codes; scripts rely on them, so a meaning never changes.</summary>
internal static class Exit
{
    public const int Ok = 0;
    public const int CouldNotRun = 1;
    public const int Refused = 2;
    public const int NotWhole = 3;
    public const int NotFound = 4;
    public const int Conflict = 5;
    public const int Usage = 64;
    public const int Stopped = 130;

    public static readonly IReadOnlyList<(int Code, Text Means)> All =
    [
        (Ok, new Text("完成", "done")),
        (CouldNotRun, new Text("无法执行：文件、数据目录或数据库不能用；id：有号码不成立", "could not run: a file, the data folder or the database cannot be used; id: a number has not the form")),
        (Refused, new Text("被拒绝：不合法、无权限，或导入时有行被退回", "refused: by the law, by the roles, or rows of an import were refused")),
        (NotWhole, new Text("日志不完整", "the log is not whole")),
        (NotFound, new Text("没有找到（案件、人员、步骤、期限）", "not found (matter, person, step, term)")),
        (Conflict, new Text("冲突：他人已先改动，或幂等键已用于别的请求", "conflict: somebody changed it first, or the key was used for something else")),
        (Usage, new Text("用法有误", "wrong usage")),
        (Stopped, new Text("被 Ctrl-C 停止", "stopped by Ctrl-C")),
    ];
}
