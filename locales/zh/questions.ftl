# /questions：本群自己的入群问题。

help-questions = 新人要回答的问题
    .usage = [添加 问题，选项每行一个 | 列表 | 删除 2]
    .example = 列表

questions-title = { $count ->
   *[other] ❓ 入群问题共 { $count } 道，答对 { $mark }% 即可入群
}
questions-line = <b>{ $number }.</b> { $text }
questions-right = ✅ { $text }
questions-wrong = ◻️ { $text }
questions-none = 还没有入群问题。请这样写，最好在私聊里写，免得被人看到答案：
    <code>/questions 添加 本群主要聊什么？
    + 骑行
    - 理财
    - 做饭</code>
    带 + 的一行是正确答案。
questions-unused = 目前还没有用这些问题验证新人，启用请发送：<code>/set entrance.way questions</code>
questions-form = 第一行写问题，接着写 { $least } 到 { $most } 个选项，每行一个，以 - 开头；正确答案只有一个，以 + 开头。
questions-long = 太长了：问题最多 { $question } 个字符，选项最多 { $option } 个字符。
questions-twice = 有两个选项一样，请改成不同的。
questions-number = 是哪一道？请写列表里的编号，例如 <code>/questions 删除 2</code>。
questions-full = 已经有 { $most } 道题了，再多就没人愿意答了。请先删掉一道。
