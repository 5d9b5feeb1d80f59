# The change that would have avoided a mistake of a rule.

remedies-title = 💡 <b>{ $chat }</b>: learn from this?
remedies-because = “{ $rule }” hit { $person }, and that was taken back. This would have avoided it:
remedies-add-links = Allow { $value }
remedies-remove-blocklist = Unblock “{ $value }”
remedies-put-flood = Allow one more: { $value } messages
remedies-add-invites = Allow @{ $value }
remedies-remove-links = No longer deny { $value }
remedies-put-mentions = Allow { $value } mentions
remedies-put-repeats = Allow the same text { $value } times
remedies-approve = Let the rules leave this member alone
remedies-leave = Leave it
remedies-taken = ✅ Done: { $change }
remedies-left = Left as it is.
remedies-done-before = That has been changed already.
