# What managers are shown to decide about.

reviews-title = 👀 <b>{ $chat }</b>: please have a look
reviews-found = { $person } (<code>{ $id }</code>): { $because }. I have done nothing yet.
reviews-about = { $person } (<code>{ $id }</code>): { $because }
reviews-text = <blockquote>{ $text }</blockquote>
reviews-link = <a href="{ $link }">Open the message</a>

help-reviews = See what waits for a look by the managers

reviews-button-warn = 🗑 Remove and warn
reviews-button-ban = ⛔ Ban
reviews-button-fine = ✅ It is fine
reviews-done-warn = 🗑 Removed and warned by { $by }.
reviews-done-ban = ⛔ Banned by { $by }.
reviews-done-fine = ✅ { $by } says it is fine.
reviews-decided = Somebody has decided this already.
reviews-none = ✅ Nothing waits for a look.
reviews-list = 👀 <b>Waiting for a look</b> { $count }
reviews-list-line = { $place }. { $person } · { $rule } · { $at }
