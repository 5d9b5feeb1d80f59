# /role and /roles

help-role = Give somebody a role
    .usage = @name manager|specialist|director|member|default
    .example = @alice manager
help-roles = Who runs this group

roles-given = { $who } now has the role “{ $role }” here.
roles-not-a-person = Only people can have a role, not bots or channels.
roles-target-too-high = That role is as high as yours or higher: only somebody above it can change it.
roles-role-too-high = You can only give roles below your own.
roles-uncertain = Telegram does not tell me right now who the administrators are, so I changed nothing. Please try again in a minute.
roles-title = <b>Who runs this group</b>
roles-heading-owner = <b>Owner</b>
roles-heading-director = <b>Director</b>
roles-heading-manager = <b>Manager</b>
roles-heading-specialist = <b>Specialist</b>
roles-line = · { $who }
roles-line-given = · { $who } (role given with /role)
roles-anonymous = <i>Some run it without showing their name.</i>
roles-nobody = Nobody has a special role here yet.
