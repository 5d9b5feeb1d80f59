# /settings log、diff、rollback。

versions-title = 🕘 <b>设置修改记录</b>
versions-entry = <b>#{ $number }</b> · { $at } · { $who } · { $how }
    { $what }
versions-how = 看看从那以后改了什么：<code>/settings diff { $number }</code>
    回到那时的样子：<code>/settings rollback { $number }</code>
versions-how-menu = 菜单
versions-how-typed = 命令
versions-how-import = 导入文件
versions-how-rollback = 回滚
versions-how-console = 服务器上
versions-somebody = 某位管理员
versions-older = 更早 ›
versions-newer = ‹ 更新
versions-none = 这里的设置还没有改过。
versions-unknown = 没找到「{ $word }」。请写修改编号（0 到 { $last }）、多久以前（如 <code>7d</code> 表示一周前），或日期（如 <code>2026-05-01</code>）。

versions-diff = <b>从 #{ $number } 到现在的变化</b>
versions-diff-none = 现在和 #{ $number } 之后的样子完全一样。
versions-preview = <b>回到 #{ $number } 会改动这些：</b>
versions-confirm = ↩️ 确认回滚
versions-done = ✅ <b>已恢复到 #{ $number } 之后的样子。</b>这也算一次修改：/settings log 里看得到，也能再退回来。
versions-moved-on = 在这之后设置又有改动，请重新发送命令，看看现在会改哪些。

versions-line = • { $label }：{ $change }
versions-change = { $before } → <b>{ $after }</b>
versions-came = 新增 { $came }
versions-went = 去掉 { $went }
versions-both = 新增 { $came }；去掉 { $went }
versions-order = 顺序变了
versions-item = 「{ $item }」
versions-and-more = { $items } 等，另有 { $count } 项
versions-more-lines = ……另有 { $count } 项
versions-numbered = 群规（/rules）
versions-gone = { $path }
