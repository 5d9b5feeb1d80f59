"""Coming in: what newcomers are asked and told, raids, and when a chat is closed."""
