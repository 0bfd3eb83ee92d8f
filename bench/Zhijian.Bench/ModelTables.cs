using Zhijian.DuckDb;
using Zhijian.Supervision.Sets;

namespace Zhijian.Bench;

/// <summary>
/// Penalties, marks and companies as snapshots of their data sets, made inside DuckDB and the same every time. Few companies have many rows and many have
/// one; one penalty in a hundred is near or above a threshold of the law.
/// </summary>
internal static class ModelTables
{
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private const string Given = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉建国华玉梅红军志海燕波斌鹏宇浩凯峰琴雪婷欣怡子涵梓轩俊晨博雨佳琪诗瑶宁晓东旭阳春生永林清源嘉慧颖倩薇莉莹冰蕾若云飞龙虎成康荣福贵祥瑞德义仁礼智信忠孝廉";
    private const string Words = "华美佳康源丰盛达亿通利安泰宏兴隆福祥瑞吉金银玉珠宝龙凤鹏鹰狮虎马牛羊花草木林森海洋江河湖泊山川天地日月星辰云雨风雪春夏秋冬东西南北中上下大小长久新旧古今明亮光辉耀彩虹红黄蓝绿青紫白黑米面茶酒醋油盐糖果蔬鲜香甜辣味食品鞋服衣帽帆篷车轮船机电器灯具家居木纺织丝绸绒棉麻皮革药医健灵芝参鹿仙佛道禅儒雅致远志高洁清纯真善美爱情缘梦想思维智慧创科技诺拓博雅欧莱索尼奥迪奔宝法拉耐阿迪达克斯特兰登罗曼尼波尔";
    private static readonly string[] Cities =
    [
        "北京市朝阳区", "上海市浦东新区", "广州市白云区", "深圳市南山区", "苏州市工业园区", "杭州市余杭区", "义乌市稠城街道", "泉州市晋江市", "莆田市荔城区", "厦门市思明区",
        "重庆市渝北区", "重庆市江北区", "成都市武侯区", "武汉市江汉区", "长沙市岳麓区", "郑州市金水区", "青岛市市南区", "天津市和平区", "西安市雁塔区", "南京市鼓楼区",
    ];

    private static readonly string[] Trades = ["科技", "贸易", "商贸", "食品", "服饰", "鞋业", "电子", "医药", "化妆品", "酒业", "文化传播", "信息技术", "建材", "家居", "汽车配件", "机械", "农业", "茶业", "日用品", "五金"];
    private static readonly string[] Forms = ["有限公司", "有限责任公司", "股份有限公司", "商行", "经营部", "厂", "中心", "店"];
    private static readonly string[] Goods = ["白酒", "运动鞋", "化妆品", "手机壳", "箱包", "手表", "洗衣液", "润滑油", "香烟", "药品", "服装", "玩具", "轴承", "墨盒", "茶叶", "酱油", "电池", "灯具", "奶粉", "饮料"];
    private static readonly string[] Charges = ["214", "214", "214", "214", "213", "213", "213", "215", "216", "217", "218", "219"];
    private static readonly string[] States = ["注册", "申请中", "驳回", "异议中", "无效宣告", "撤销", "注销"];

    /// <returns>The snapshot of each set, by its name.</returns>
    public static async Task<IReadOnlyDictionary<string, SetSnapshot>> CreateAsync(DataSetCatalogue sets, SetSnapshots snapshots, long rows)
    {
        using var database = DuckDatabase.Open();
        using var connection = database.Connect();
        connection.Execute("SET preserve_insertion_order = false");
        connection.Execute($"CREATE TABLE base AS {Base(rows / 5)}");
        var made = new Dictionary<string, SetSnapshot>(StringComparer.Ordinal);
        foreach (var (id, count, sql) in (IEnumerable<(string, long, string)>)
            [
                ("company", rows / 5, Company), ("penalty", rows, Penalty(rows)), ("trademark", rows, Trademark(rows)),
                ("public_name", 300, PublicName), ("gi_register", 100, GeographicalIndication),
            ])
        {
            var set = sets.Find(id)!;
            var draft = snapshots.Draft(id);
            SetSnapshots.Create(connection, draft, "draft");
            connection.Execute($"CREATE TABLE draft.{SetSnapshots.Table} ({SetSnapshots.Definition(set)})");
            connection.Execute($"INSERT INTO draft.{SetSnapshots.Table} BY NAME ({sql})");
            connection.Execute("DETACH draft");
            made[id] = await snapshots.KeepAsync(id, draft, count, CancellationToken.None);
        }
        return made;
    }

    private static string Base(long companies) => $"""
        SELECT i AS id, {Hash(1, Cities.Length)} AS place, {One(Cities, 1)} AS city, {Word(2)} || {Word(3)} || CASE WHEN {Hash(4, 3)} = 0 THEN {Word(5)} ELSE '' END AS core, {One(Trades, 6)} AS trade,
          {List(Forms)}[1 + CAST(pow({Hash(7, 1000)} / 1000.0, 2) * {Forms.Length} AS INT) % {Forms.Length}] AS form, left(city, 2) || core || trade || form AS name,
          '91' || lpad(CAST({Hash(8, 999_999)} AS VARCHAR), 6, '0') || 'MA' || upper(substr(md5(CAST(i AS VARCHAR)), 1, 8)) AS code, {Letter(Surnames, 9)} || {Letter(Given, 10)} || {Letter(Given, 11)} AS legal_rep,
          '1' || CAST(30 + {Hash(12, 69)} AS VARCHAR) || lpad(CAST({Hash(13, 99_999_999)} AS VARCHAR), 8, '0') AS phone, city || '第' || CAST({Hash(14, 999)} AS VARCHAR) || '号' AS address
        FROM range({companies}) t(i)
        """;

    private static readonly string Company = $"""
        SELECT code AS credit_code, name, core AS trade_name, city, legal_rep, phone, address, trade AS business, CASE WHEN {Hash(15, 4)} > 0 THEN 1 + {Hash(16, 8)} END AS business_classes,
          DATE '2000-01-01' + CAST({Hash(17, 9_000)} AS INT) AS founded_on, CASE WHEN {Hash(18, 3)} > 0 THEN {Hash(19, 60)} END AS insured
        FROM (SELECT *, id AS i FROM base)
        """;

    private static string Penalty(long rows) => $"""
        SELECT '市监处罚〔' || CAST(year(x.decided_on) AS VARCHAR) || '〕' || CAST(i AS VARCHAR) || '号' AS decision_no, CAST(110_100 + c.place * 1_000 AS VARCHAR) AS office,
          CAST(11 + c.place AS VARCHAR) AS province, c.city || '市场监督管理局' AS agency, c.name AS party, CASE WHEN {Hash(31, 5)} > 0 THEN c.code END AS party_code,
          c.form LIKE '%公司' AS party_is_unit, c.legal_rep, c.address, c.phone, x.charge, {One(Goods, 23)} AS goods,
          CASE WHEN x.charge = '215' THEN 'labels' WHEN {Hash(32, 10)} > 0 THEN 'goods' END AS object, CASE WHEN {Hash(33, 5)} > 0 THEN x.decided_on - CAST(20 + {Hash(34, 160)} AS INT) END AS acted_on, x.decided_on,
          CASE WHEN {Hash(35, 10)} > 0 THEN x.amount END AS turnover, CASE WHEN {Hash(36, 2)} = 0 THEN x.amount * 6 // 10 END AS sales, CASE WHEN {Hash(37, 5)} = 0 THEN x.amount // 5 END AS gains,
          CASE WHEN {Hash(38, 3)} = 0 THEN x.amount // 3 END AS unsold, CASE WHEN x.charge IN ('217', '218') THEN {Hash(39, 300)} END AS copies, CASE WHEN x.charge = '215' THEN {Hash(40, 9_000)} END AS labels,
          CAST(exp(4 + ({Hash(27, 1000)} + {Hash(28, 1000)}) / 300.0) AS BIGINT) * 100 AS fine, '权利人' || CAST(CAST(pow({Hash(29, 100_000)} / 100_000.0, 4) * 20_000 AS INT) AS VARCHAR) AS right_holder,
          CASE WHEN {Hash(30, 100)} < 3 THEN true WHEN {Hash(30, 100)} < 50 THEN false END AS transferred
        FROM (SELECT i, {Few(20, rows / 5)} AS company, {One(Charges, 22)} AS charge, DATE '2016-10-01' + CAST({Hash(21, 3650)} AS INT) AS decided_on,
            CAST(exp(2 + ({Hash(24, 1000)} + {Hash(25, 1000)} + {Hash(26, 1000)}) / 300.0) * 100 AS BIGINT) AS amount FROM range({rows}) t(i)) x
        JOIN base c ON c.id = x.company
        """;

    private static string Trademark(long rows) => $"""
        SELECT CAST(10_000_000 + i AS VARCHAR) AS mark_no, 1 + {Hash(41, 45)} AS nice_class,
          {Word(42)} || {Word(43)} || CASE WHEN {Hash(44, 10)} < 5 THEN {Word(45)} ELSE '' END || CASE WHEN {Hash(44, 10)} < 2 THEN {Word(46)} ELSE '' END AS mark,
          c.name AS applicant, CASE WHEN {Hash(50, 5)} > 0 THEN c.code END AS applicant_code, c.city, '代理' || CAST(CAST(pow({Hash(47, 10_000)} / 10_000.0, 2) * 3_000 AS INT) AS VARCHAR) AS agent,
          DATE '2013-10-01' + CAST({Hash(48, 4745)} AS INT) AS filed_on, {List(States)}[1 + CAST(pow({Hash(49, 1000)} / 1000.0, 3) * 7 AS INT) % 7] AS status,
          CASE WHEN {Hash(51, 100)} < 2 THEN true WHEN {Hash(51, 100)} < 60 THEN false END AS for_sale, {Hash(52, 2_000)} = 0 AS well_known, CASE WHEN {Hash(53, 4)} = 0 THEN true END AS used
        FROM (SELECT i, {Few(40, rows / 5)} AS company FROM range({rows}) t(i)) x
        JOIN base c ON c.id = x.company
        """;

    private static readonly string PublicName = $"""
        SELECT '公' || CAST(i AS VARCHAR) AS name_id, {Word(61)} || {Word(62)} || {Word(63)} AS name, {One(["英雄烈士", "公众人物", "景点", "节日", "公共事件"], 64)} AS kind FROM range(300) t(i)
        """;

    private static readonly string GeographicalIndication =
        $"SELECT '地' || CAST(i AS VARCHAR) AS gi_no, {Word(71)} || {Word(72)} || {Word(73)} AS name, {Word(71)} || {Word(72)} || {Word(73)} AS words, '协会' || CAST(i AS VARCHAR) AS holder FROM range(100) t(i)";

    private static string Hash(int salt, int below) => $"CAST(hash(i * 31 + {salt}) % {below} AS BIGINT)";

    private static string Letter(string of, int salt) => $"substr('{of}', 1 + {Hash(salt, of.Length)}, 1)";

    private static string Word(int salt) => Letter(Words, salt);

    private static string List(IEnumerable<string> of) => $"[{string.Join(", ", of.Select(DuckConnection.Quoted))}]";

    private static string One(string[] of, int salt) => $"{List(of)}[1 + {Hash(salt, of.Length)}]";

    // the first companies have thousands of rows, most have a few
    private static string Few(int salt, long companies) => $"CAST(pow((hash(i * 131 + {salt}) % 1_000_003) / 1_000_003.0, 3) * {companies} AS BIGINT) % {companies}";
}
