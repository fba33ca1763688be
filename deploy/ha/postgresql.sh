#!/bin/sh
# Sets up this machine's part of a PostgreSQL that fails over by itself, with pg_auto_failover; see docs/deployment.md.
# Run it once as user postgres, then start pgautofailover.service:
#   sh postgresql.sh monitor    watches the nodes and decides which one is the primary
#   sh postgresql.sh node       a data node: the first one becomes the primary, the second one its synchronous standby
# Reads MONITOR_HOST, NODE_HOST (this machine) and SERVERS (the network of the cortex-scim servers) from the environment,
# and the passwords from ~/.pgpass, so that none is on a command line.
set -eu
umask 077

: "${PGDATA:=/var/lib/postgresql/ha}" "${PGPORT:=5432}" "${MONITOR_PORT:=5432}"
: "${PGPASSFILE:=$HOME/.pgpass}" "${PGBIN:=/usr/lib/postgresql/15/bin}"
PATH=$PGBIN:/usr/bin:/bin
export PGDATA PGPORT PGPASSFILE PATH

# The password of a role, for SQL; openssl rand -hex makes one without quotes.
password() {
    found=$(sed -n "s/^[^:]*:[^:]*:[^:]*:$1:\([0-9a-zA-Z]\{24,\}\)\$/\1/p" "$PGPASSFILE")
    [ "$found" ] || {
        echo "$PGPASSFILE has no line *:*:*:$1:password with at least 24 letters and digits." >&2
        exit 1
    }
    echo "$found"
}

# Runs SQL without a server that listens, and so before anyone can sign in. The single-user mode exits with 0 when a
# statement fails, so look for its messages.
sql() {
    messages=$(postgres --single -D "$PGDATA" "$1" 2>&1 >/dev/null)
    case $messages in
    *ERROR:* | *FATAL:*)
        # Without the statement, which has the password.
        echo "$messages" | grep -E 'ERROR:|FATAL:' >&2
        exit 1
        ;;
    esac
}

# pg_auto_failover lets everybody on this machine in as a superuser. Leave that to the system's user postgres, and have
# the others, the monitor's own role among them, tell their passwords.
lock_the_door() {
    sed -i -e 's/^\(local .*\)trust$/\1scram-sha-256/' -e '/^host .*trust$/d' "$PGDATA/pg_hba.conf"
    sed -i -e '1i local all postgres peer' "$PGDATA/pg_hba.conf"
}

case ${1-} in
monitor)
    secret=$(password autoctl_node)
    pg_autoctl create monitor --hostname "$MONITOR_HOST" --auth scram-sha-256 --ssl-self-signed
    lock_the_door
    echo "alter role autoctl_node password '$secret'" | sql pg_auto_failover
    ;;
node)
    replication=$(password pgautofailover_replicator)
    application=$(password cortex)
    pg_autoctl create postgres --hostname "$NODE_HOST" --auth scram-sha-256 --ssl-self-signed \
        --monitor "postgresql://autoctl_node@$MONITOR_HOST:$MONITOR_PORT/pg_auto_failover?sslmode=require"
    # The standby has copied what follows from the primary.
    [ -f "$PGDATA/standby.signal" ] || {
        lock_the_door
        echo "hostssl cortex cortex $SERVERS scram-sha-256" >>"$PGDATA/pg_hba.conf"
        echo "alter role pgautofailover_replicator password '$replication'" | sql postgres
        echo "create role cortex login password '$application'" | sql postgres
        echo "create database cortex owner cortex" | sql postgres
    }
    ;;
*)
    echo "Say what this machine is: sh postgresql.sh monitor, or sh postgresql.sh node." >&2
    exit 1
    ;;
esac
