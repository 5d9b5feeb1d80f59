# 命令没看懂时的回答

arguments-usage =
    { $problem }
    写法：<code>{ $usage }</code>
    例如：<code>{ $example }</code>
arguments-not-understood = 这里的「{ $word }」我没看懂。
arguments-choose = 请从下面的写法里选一个。
arguments-missing-number = 还缺一个数字。
arguments-missing-word = 命令后面还缺内容。
arguments-missing-rest = 后面还缺内容。
arguments-number-low = 数字不能小于 { $least }。
arguments-number-high = 数字不能大于 { $most }。
arguments-example-word = 内容
arguments-example-rest = 这里写正文
