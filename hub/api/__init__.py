"""The API of the hub, `/api/v1/`: docs/api.md."""
