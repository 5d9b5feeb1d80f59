# /help

help-help = 看看在这里能做什么
    .usage = [命令]
    .example = top

help-title = <b>您在这里可以做这些</b>
help-line = /{ $command } – { $about }
help-name = /{ $command }
help-names = { $first } { $rest }
help-more = 想看某个命令的用法：<code>/help top</code>
help-more-private = 把我加进群并设为管理员，再在群里发送 /help，就能看到在那里可以做的一切。想在这里管理某个群，请在那个群里发送 /settings。
help-unknown = 您在这里没有「{ $command }」这个命令可用，发送 /help 查看全部。
help-hint = 照看群我在行，闲聊就不太会了。发送 /help 看看我能做什么。
help-details = <b>/{ $command }</b> – { $about }
help-usage = 写法：<code>{ $usage }</code>
help-example = 例如：<code>{ $example }</code>
help-aliases = 直接说也行：{ $aliases }
help-forms = 其他写法：{ $forms }
help-variants = <i>前面可以加字母：<code>/dwarn</code> 同时删除所回复的消息，<code>/swarn</code> 不在群里声张，<code>/tmute</code> 要写时长。</i>
help-who = 谁可以用：{ $role }及以上
help-needs = 我需要「{ $right }」这项管理权限。

help-section-start = <b>常用</b>
help-section-roles = <b>角色</b>
help-section-settings = <b>设置</b>
help-section-moderation = <b>群管理</b>
help-section-rules = <b>群规</b>
help-section-entrance = <b>进群</b>
help-section-members = <b>成员</b>
help-section-activities = <b>活动</b>
help-section-posts = <b>定时发布</b>
help-section-reports = <b>报告</b>
