"""What people do in chat: parse, authorise, call a service, answer."""
