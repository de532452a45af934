# What the names say; npm does the work.
.PHONY: up down test

up:
	docker compose --env-file compose.env up --detach --build

down:
	docker compose --env-file compose.env down

test:
	npm test
