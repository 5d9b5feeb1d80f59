# /questions: the group's own questions to newcomers.

help-questions = Questions that newcomers answer
    .usage = [add question with one option a line | list | remove 2]
    .example = list

questions-title = { $count ->
    [one] ❓ One question for newcomers; { $mark } % right lets them in
   *[other] ❓ { $count } questions for newcomers; { $mark } % right lets them in
}
questions-line = <b>{ $number }.</b> { $text }
questions-right = ✅ { $text }
questions-wrong = ◻️ { $text }
questions-none = There are no questions yet. Write one like this, best in private so that nobody reads along:
    <code>/questions add What is this group about?
    + Cycling
    - Trading
    - Cooking</code>
    The line with + is the right one.
questions-unused = Newcomers are not asked these yet: <code>/set entrance.way questions</code>
questions-form = Write the question on the first line, then { $least } to { $most } options, one a line, each beginning with -; the right one, exactly one, begins with +.
questions-long = That is too long: at most { $question } characters for the question and { $option } for an option.
questions-twice = Two of the options are the same. Please make them different.
questions-number = Which one? Write its number from the list, like <code>/questions remove 2</code>.
questions-full = There are { $most } questions already, and nobody likes long exams. Remove one first.
