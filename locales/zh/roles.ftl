# /role 和 /roles

help-role = 给成员分配角色
    .usage = @用户名 经理|专员|总监|成员|默认
    .example = @alice 经理
help-roles = 看看谁在管理本群

roles-given = { $who } 现在是本群的「{ $role }」。
roles-not-a-person = 只能给真人分配角色，机器人和频道不行。
roles-target-too-high = 对方的角色不低于您，要由角色更高的人来调整。
roles-role-too-high = 您只能分配比自己低的角色。
roles-uncertain = Telegram 暂时没有告诉我谁是管理员，所以我什么都没做。请过一分钟再试。
roles-title = <b>本群的管理团队</b>
roles-heading-owner = <b>群主</b>
roles-heading-director = <b>运营总监</b>
roles-heading-manager = <b>运营经理</b>
roles-heading-specialist = <b>运营专员</b>
roles-line = · { $who }
roles-line-given = · { $who }（由 /role 指定）
roles-anonymous = <i>另有管理员选择匿名。</i>
roles-nobody = 本群还没有人有特别的角色。
