# /settings export、import，以及随命令提供的文本。

files-text = <pre>{ $text }</pre>
files-none-given = 请回复那个文件，或回复含有文件内容的消息。
files-large = 这个文件太大了，最多 256 KB。
files-unreachable = Telegram 这会儿没把文件给我，请稍后再试。
files-no-text = 这个文件不是 UTF-8 文本，我读不了。

files-preview = <b>这个文件会改动这些：</b>
files-apply = ✅ 应用
files-done = ✅ <b>好了，改动如下：</b>
files-same = 这里的设置和文件里的完全一样。

files-refused-header = 这不是我的设置文件：开头要有 <code>steward: 1</code>。没有改动任何设置。
files-refused-syntax = 第 { $line } 行不符合 YAML 格式。没有改动任何设置。
files-refused-alias = 第 { $line } 行引用了文件别处的内容（&amp; 或 *），请直接写出来。没有改动任何设置。
files-refused-tag = 第 { $line } 行带有自定义类型（!…），我不接受。没有改动任何设置。
files-refused-deep = 第 { $line } 行嵌套得太深。没有改动任何设置。
files-refused-long = 内容太多了，最多 256 KB、10,000 项。没有改动任何设置。
files-refused-key = 第 { $line } 行的名称不是文字。没有改动任何设置。
files-refused-twice = 第 { $line } 行的名称前面已经出现过。没有改动任何设置。
files-refused-unknown = 第 { $line } 行：没有「{ $path }」这项设置。没有改动任何设置。
files-refused-private = 第 { $line } 行：「{ $path }」只属于各群自己，不能来自文件。没有改动任何设置。
files-refused-section = 第 { $line } 行：「{ $path }」是一组设置，下面要写具体的项。没有改动任何设置。
files-refused-value = 第 { $line } 行：「{ $path }」不能这样填。可填：{ $expected }。没有改动任何设置。
files-refused-rules = 第 { $line } 行：群规要写成列表，每条一行。没有改动任何设置。
