#!/usr/bin/env bash
# Runs once, on an empty data folder: each service gets a database that nobody else may enter, and the role that owns it.
set -euo pipefail

make_database() {
    local name=$1
    # not as an argument, which everybody on the machine can read
    ROLE_PASSWORD=$2 psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" --dbname=postgres \
        --set=name="$name" <<'SQL'
\getenv password ROLE_PASSWORD
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
}

make_database economy "$ECONOMY_DATABASE_PASSWORD"
make_database games "$GAMES_DATABASE_PASSWORD"
make_database moderation "$MODERATION_DATABASE_PASSWORD"
make_database dashboard "$DASHBOARD_DATABASE_PASSWORD"
make_database keycloak "$KEYCLOAK_DATABASE_PASSWORD"
