# What somebody is told whose command could not be read.

arguments-usage =
    { $problem }
    Write it like this: <code>{ $usage }</code>
    For example: <code>{ $example }</code>
arguments-not-understood = I do not know what to do with “{ $word }” here.
arguments-choose = Please choose one of the words below.
arguments-missing-number = A number is missing.
arguments-missing-word = Something is missing after the command.
arguments-missing-rest = Something is missing at the end.
arguments-number-low = The number must be at least { $least }.
arguments-number-high = The number must be at most { $most }.
arguments-example-word = something
arguments-example-rest = Here goes the text.
