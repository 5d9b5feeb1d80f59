"""Life for the sandbox: a synthetic community, and exports of real ones replayed."""
