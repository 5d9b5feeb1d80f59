# Newcomers show that they are people.

entrance-hello = 👋 { $person }, welcome to <b>{ $chat }</b>! One small thing first, within { $left }.
entrance-button = Please press the button to show that you are no program.
entrance-human = I am human
entrance-rules = If that is fine with you, press the button.
entrance-accept = I accept the rules
entrance-arithmetic = How much is <b>{ $first } + { $second }</b>?
entrance-picture = Which number does the picture show?
entrance-question = Question { $place } of { $count }: <b>{ $text }</b>
entrance-option = { $text }
entrance-tries-left = { $count ->
    [one] That was not right. One try left.
   *[other] That was not right. { $count } tries left.
}
entrance-next = Thank you. Next one.
entrance-passed = Thank you, come in!
entrance-wrong = Not quite. Please try again.
entrance-failed = That did not work out. You can come back and try again.
entrance-approved = ✅ Done: you are in <b>{ $chat }</b> now. Enjoy!
entrance-declined = That did not work out this time. You can ask <b>{ $chat }</b> again whenever you like.
