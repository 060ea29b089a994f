#!/bin/sh
# Have what the tests need beside Python: a browser for the pictures, a JDK and Maven for Neo4j. On Debian as root
# install what is missing; elsewhere say what is missing, and fail.
set -eu

missing() {
    command -v chromium >/dev/null 2>&1 || echo chromium
    command -v javac >/dev/null 2>&1 || echo default-jdk-headless
    command -v mvn >/dev/null 2>&1 || echo maven
}

packages=$(missing)
[ -n "$packages" ] || exit 0

if [ "$(id -u)" -eq 0 ] && [ -f /etc/debian_version ]; then
    echo "installing" $packages >&2
    apt-get update -qq
    # shellcheck disable=SC2086  # one word a package
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
    packages=$(missing)
    [ -n "$packages" ] || exit 0
fi

echo "the tests need" $packages "(names of the Debian packages); install them and run make test again" >&2
exit 1
