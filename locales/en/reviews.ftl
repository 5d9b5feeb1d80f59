# What managers are shown to decide about.

reviews-title = 👀 <b>{ $chat }</b>: please have a look
reviews-found = { $person } (<code>{ $id }</code>): { $because }. I have done nothing yet.
reviews-text = <blockquote>{ $text }</blockquote>
reviews-link = <a href="{ $link }">Open the message</a>
