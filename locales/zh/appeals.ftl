# 申诉：成员请人再看一次，由管理员决定。

help-appeals = 查看还没处理的申诉

appeals-button = ✋ 申诉
appeals-look-in-private = 已经私聊您了，请在那里说说当时的情况。
appeals-taken-back = 这个处理已经撤销了，请放心。
appeals-closed = 管理员已经看过，并作了最终决定。
appeals-under-way = 您的申诉已经交给管理员，有结果会告诉您。
appeals-too-many = 一周内已经申诉 { $most } 次了。请直接联系管理员，群里发送 /roles 可以看到他们。

appeals-question = ✋ 您在 <b>{ $chat }</b> 的申诉：{ $act }
appeals-question-words = 请用一条消息告诉管理员当时的情况。{ $span }内没有收到的话，我会直接把申诉交给他们。
appeals-send-button = 不说明，直接提交
appeals-brought = ✅ 申诉已交给 { $chat } 的管理员，由当时没有经手的人来决定，有结果会告诉您。

appeals-title = ✋ <b>{ $chat }</b>：有一份申诉
appeals-about = { $person }（<code>{ $id }</code>）：{ $act } · { $at } · { $actor }
appeals-words = 本人说明：<blockquote>{ $text }</blockquote>
appeals-wordless = <i>没有附说明。</i>
appeals-reminder = ⏰ 已经等了 { $days } 天：
appeals-button-granted = ✅ 同意
appeals-button-rejected = ❌ 驳回
appeals-button-closed = 🔒 最终驳回
appeals-done-granted = ✅ { $by } 已同意，相关处理全部撤销。
appeals-done-rejected = ❌ { $by } 已驳回，对方还可以再申诉一次。
appeals-done-closed = 🔒 { $by } 已最终驳回。
appeals-decided-alone = <i>由处理人自己决定：这里暂时没有其他管理员。</i>
appeals-own = 这是您自己处理的，请由别的管理员来决定。
appeals-decided = 已经有人决定了。

appeals-none = ✅ 没有待处理的申诉。
appeals-list = ✋ <b>待处理的申诉</b> { $count }
appeals-list-line = { $place }. { $person } · { $act } · { $at }

appeals-told-ban = ⛔ 您已被 <b>{ $chat }</b> 封禁。
appeals-told-ban-until = ⛔ 您已被 <b>{ $chat }</b> 封禁，{ $until } 自动解除。
appeals-told-kick = 👋 您已被移出 <b>{ $chat }</b>，欢迎再来。
appeals-told-how = 如果是误会，请点下面的按钮，会由另一位管理员再看一次。
appeals-told-granted = ✅ { $person }，您在 { $chat } 的申诉通过了，相关处理已全部撤销。谢谢您说出来。
appeals-told-rejected = { $person }，{ $chat } 的管理员看过了您的申诉，这次维持原来的处理。
appeals-told-closed = { $person }，{ $chat } 的管理员看过了您的申诉，最终维持原来的处理。
