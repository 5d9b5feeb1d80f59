# /help

help-help = Everything you can do here
    .usage = [command]
    .example = top

help-title = <b>What you can do here</b>
help-line = /{ $command } – { $about }
help-name = /{ $command }
help-names = { $first } { $rest }
help-more = How to use one of them: <code>/help top</code>
help-more-private = Add me to a group as an administrator and send /help there to see everything you can do in it. To manage a group from here, send /settings in it.
help-unknown = There is no command “{ $command }” for you here. /help shows what there is.
help-hint = I am better at looking after groups than at small talk. /help shows what I can do.
help-details = <b>/{ $command }</b> – { $about }
help-usage = Write it like this: <code>{ $usage }</code>
help-example = For example: <code>{ $example }</code>
help-aliases = In Chinese, plain words do it too: { $aliases }
help-forms = Other forms: { $forms }
help-variants = <i>Letters in front: <code>/dwarn</code> also deletes the message you answer, <code>/swarn</code> tells nobody in the group, <code>/tmute</code> takes a time.</i>
help-who = Who may use it: { $role } and above
help-needs = I need the admin right “{ $right }” for it.

help-section-start = <b>Basics</b>
help-section-roles = <b>Roles</b>
help-section-settings = <b>Settings</b>
help-section-moderation = <b>Moderation</b>
help-section-rules = <b>Rules</b>
help-section-entrance = <b>Coming in</b>
help-section-members = <b>Members</b>
help-section-activities = <b>Activities</b>
help-section-posts = <b>Scheduled posts</b>
help-section-reports = <b>Reports</b>
