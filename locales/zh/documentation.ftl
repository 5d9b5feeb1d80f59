# docs/ 与 README 中自动生成的内容

documentation-commands = 命令
documentation-commands-about = 由 make docs 根据命令的声明生成。命令前用 / 或 ! 都可以。需要指定某人（@用户名）时，也可以回复对方的一条消息、提及对方，或写数字 ID。时长写作 45s、10m、3h、2d、1w 或 1h15m。一个参数含有空格时请加引号。[方括号] 里的内容可以省略。
documentation-settings = 群设置
documentation-settings-about = 由 make docs 根据设置的声明生成。管理者可以点 /settings 里的按钮修改，也可以输入 /set 加名称和新值；写 default 即恢复默认值。
documentation-general = 基本
documentation-command = 命令
documentation-setting = 设置
documentation-meaning = 含义
documentation-default = 默认值
documentation-possible = 可选值
documentation-usage = 写法
documentation-example = 例子
documentation-who = 谁可以用
documentation-where = 在哪里用
documentation-aliases = 直接说也行
documentation-forms = 其他写法
documentation-rights = 机器人需要的权限
documentation-scope-group = 群里
documentation-scope-connected = 群里，以及已连接某个群的私聊
documentation-scope-private = 私聊
documentation-scope-anywhere = 群里和私聊
