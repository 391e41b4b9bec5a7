# Shared by the commands in bin/: what the machine needs, and how to get it. Sourced, never run.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*"; }

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

# need COMMAND PACKAGE...: installs Debian packages when a command is missing, or says what is missing.
need() {
  local command=$1
  shift
  if command -v "$command" >/dev/null 2>&1; then
    return
  fi
  install_packages "$command" "$@"
  command -v "$command" >/dev/null 2>&1 || die "Thiếu / missing: $command. apt-get install $*"
}

# install_packages WHAT PACKAGE...
install_packages() {
  local what=$1
  shift
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    die "Thiếu / missing: $what. Cài đặt / install: sudo apt-get install $*"
  fi
  say "Cài đặt / installing $* ($what) …"
  if ! DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >/dev/null 2>&1; then
    apt-get update >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >/dev/null \
      || die "Không cài được / could not install: $*"
  fi
}

need_java() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/javac" ]; then
    PATH=$JAVA_HOME/bin:$PATH
  fi
  need javac openjdk-17-jdk-headless
  JAVA=$(command -v java)
  local version
  version=$(javac -version 2>&1 | sed -E 's/javac ([0-9]+).*/\1/')
  [ "$version" -ge 17 ] || die "Cần JDK 17 trở lên / JDK 17 or newer is needed, found $version."
}

need_maven() { need mvn maven; }

need_postgresql() {
  if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
    install_packages PostgreSQL postgresql
  fi
}

need_chromium() {
  need chromium chromium
  if ! fc-list 2>/dev/null | grep -qi 'noto'; then
    install_packages "Vietnamese fonts" fonts-noto-core fontconfig
  fi
}

# Backups need PostgreSQL's client programs, but only where PostgreSQL is.
need_postgresql_client() {
  case " $* ${SPRING_DATASOURCE_URL:-}" in
    *jdbc:postgresql:*) need pg_dump postgresql-client && need pg_restore postgresql-client ;;
  esac
}

# standalone_jar: prints the host's jar, built before if it is not there or older than its sources; or the one that
# TTDN_JAR names, as it is.
standalone_jar() {
  local jar
  if [ -n "${TTDN_JAR:-}" ]; then
    [ -r "$TTDN_JAR" ] || die "Không có tệp / no such file: TTDN_JAR=$TTDN_JAR"
    printf '%s\n' "$TTDN_JAR"
    return
  fi
  jar=$(built_standalone_jar)
  if [ -z "$jar" ] || [ -n "$(find "$ROOT"/pom.xml "$ROOT"/core "$ROOT"/ledger "$ROOT"/workflows \
    "$ROOT"/web "$ROOT"/standalone -path '*/target' -prune -o -path '*/src/test' -prune \
    -o -type f -newer "$jar" -print -quit 2>/dev/null)" ]; then
    need_maven
    say "Đang dựng / building (lần đầu tải thư viện / the first time it downloads libraries) …" >&2
    (cd "$ROOT" && mvn -B -ntp -DskipTests -pl standalone -am package) \
      | sed -un 's/^\[INFO\] Building \(.*[^ ]\) *\[\(.*\)\]$/  [\2] \1/p; /ERROR/p' >&2
    jar=$(built_standalone_jar)
    [ -n "$jar" ] || die "Dựng không thành công / the build failed."
    # A jar that came out the same keeps its date; it is up to date all the same.
    touch "$jar"
  fi
  printf '%s\n' "$jar"
}

built_standalone_jar() {
  find "$ROOT/standalone/target" -maxdepth 1 -name 'ttdn-standalone-*.jar' 2>/dev/null | head -n 1
}
