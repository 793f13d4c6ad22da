# What is stale, and how is it built while you watch?

# Stale: something in a module's src/main or a pom.xml is newer than the start of the last build that succeeded.
# Folders count too: a file that was removed makes its folder newer.
is_stale() {
    stamp=$root/kit/echo-lab/target/built
    [ -f "$stamp" ] && [ -f "$root/kit/echo-lab/target/echo-lab.jar" ] && [ -d "$root/target/repository" ] || return 0
    [ -n "$(sources | head -n 1)" ]
}

sources() {
    find "$root" -path '*/target' -prune -o -path '*/.git' -prune -o -path "$root/workshop" -prune -o \
        -path '*/src/test' -prune -o \( -path '*/src/main/*' -o -name pom.xml \) -newer "$stamp" -print
}

# ECHOLAB_AS_IS means: start what is there. A test that runs ./lab is run by the very build that it would wait for.
build_if_stale() {
    if [ -z "${ECHOLAB_AS_IS-}" ] && is_stale; then
        take_lock
        # Whoever had the lock may have built it meanwhile.
        if is_stale; then build; fi
        leave_lock
    fi
}

build() {
    log=$root/target/build.log
    begun=$root/target/build-begun
    : >"$begun"
    : >"$log"
    # Not -T 1C: the lines that tell of progress would come from several modules at once.
    { code=0; maven -B -Dmaven.test.skip=true package 2>&1 || code=$?; echo "exit code $code"; } | watch_build
    if [ "$(tail -n 1 "$log")" != "exit code 0" ]; then
        build_errors >&2
        fail 1 "the build failed: its whole output is in $log"
    fi
    fill_repository
    mv "$begun" "$root/kit/echo-lab/target/built"
}

# One line that is written over on a terminal, a line a module elsewhere. On standard error: the output of
# `./lab bench --json -` must be the command's alone.
watch_build() {
    downloads=0
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$log"
        case $line in
            *'Downloaded from '*) downloads=$((downloads + 1)) && show_downloads ;;
            '[INFO] Building '*']') show "building $(printf '%s\n' "$line" | sed \
                's/^\[INFO\] Building \(.*\) [0-9][^ ]* *\[\(.*\)\]$/\2  \1/')" ;;
        esac
    done
    if [ -t 2 ]; then printf '\r\033[K' >&2; fi
}

show_downloads() {
    if [ -t 2 ] || [ $((downloads % 100)) -eq 1 ]; then
        show "downloading what the build needs, the first time only: $downloads files"
    fi
}

show() {
    if [ -t 2 ]; then printf '\r\033[K%s' "$1" >&2; else printf '%s\n' "$1" >&2; fi
}

# What the compiler said, once, with paths as a person would type them; without a compiler's word, Maven's own errors.
build_errors() {
    if grep -q '^\[[A-Z]*\] .*\.java:\[' "$log"; then
        grep -E '^\[(ERROR|WARNING)\] .*\.java:\[|^(\[ERROR\] )? +(symbol|location|required|found|reason):' "$log"
    else
        grep '^\[ERROR\]' "$log" | grep -vE 'Help 1|Re-run Maven|full stack trace|For more information|^\[ERROR\] *$' ||
            tail -n 20 "$log"
    fi | awk -v root="$root/" '{
        sub(/^\[[A-Z]+\] /, "")
        if (index($0, root) == 1) $0 = substr($0, length(root) + 1)
        if ($0 ~ /^ +[a-z]+:/) { if (new) print; next }
        new = !seen[$0]++
        if (new) print
    }' | head -n 40
}

# The Maven that the wrapper names; where that cannot be downloaded, a mvn on the path that is new enough.
# Asciidoctor runs inside it, on a JRuby whose ways into the JVM are known and would be warned of.
maven() (
    cd "$root" || return 1
    export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS-}"
    if ./mvnw --version >"$(own_target)/wrapper.log" 2>&1; then
        ./mvnw "$@"
    elif mvn_is_new_enough; then
        mvn "$@"
    else
        echo "[ERROR] Maven could not be started: $(tail -n 1 target/wrapper.log)"
        # Without unzip the wrapper takes another archive, whose checksum it does not know, and calls it compromised.
        command -v unzip >/dev/null || echo "[ERROR] Install unzip: the wrapper unpacks Maven with it."
        echo "[ERROR] Check the network, or install Maven 3.8.7 or later so that mvn is on the path."
        return 1
    fi
)

mvn_is_new_enough() {
    mvn --version 2>/dev/null | awk '/^Apache Maven/ {
        split($3, v, /[.-]/)
        ok = v[1] * 1000000 + v[2] * 1000 + v[3] >= 3008007
    } END { exit !ok }'
}

own_target() {
    mkdir -p "$root/target"
    printf '%s\n' "$root/target"
}

# Two builds in one clone would write the same files. The lock is a link whose target is the number of the process that
# holds it: made in one step, so there is no moment when it is held by nobody knows whom.
take_lock() {
    lock=$(own_target)/build.lock
    told=no
    until ln -s "$$" "$lock" 2>/dev/null; do
        holder=$(readlink "$lock") || continue
        if ! kill -0 "$holder" 2>/dev/null; then
            break_lock
            continue
        fi
        [ $told = yes ] || printf 'waiting for the build of process %s\n' "$holder" >&2
        told=yes
        sleep 1
    done
    trap leave_lock EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

# The lock was left behind. Renaming it is what only one can do; and should another have broken it and taken its own in
# between, that one is put back.
break_lock() {
    mv "$lock" "$lock.$$" 2>/dev/null || return 0
    [ "$(readlink "$lock.$$")" = "$holder" ] || mv "$lock.$$" "$lock"
    rm -f "$lock.$$"
}

leave_lock() {
    rm -f "$lock"
    trap - EXIT INT TERM
}
