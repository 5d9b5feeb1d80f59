# 不确定是否送达的消息。

delivery-uncertain =
    ❔ <b>这条消息发出去了吗？</b>
    我于 { $at } 在 <b>{ $chat }</b> 发送了{ $purpose }，但 Telegram 的回执在途中丢失。为免重复发送，请您到群里看一眼，再决定：
    <blockquote>{ $words }</blockquote>
delivery-purpose-post = 定时消息
delivery-purpose-digest = 日报
delivery-purpose-other = 一条消息
delivery-button-resend = 🔁 重新发送
delivery-button-arrived = ✅ 已送达
delivery-resent =
    🔁 正在重新发送：
    <blockquote>{ $words }</blockquote>
delivery-arrived =
    ✅ 已记为送达：
    <blockquote>{ $words }</blockquote>
delivery-right-lost = ⚠️ 我在 <b>{ $chat }</b> 缺少「{ $right }」权限，无法{ $use }。请到群设置 → 管理员 → 我 → 打开这一项。此提醒每天最多一次。
delivery-decided = 这条消息已经有人处理过了。
