"""Settings: `base` is safe in production; `dev` and `test` relax it."""
