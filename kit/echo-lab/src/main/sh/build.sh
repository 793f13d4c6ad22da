# What is stale, and how is it built while you watch?

# Stale: the names or the contents of what is in a module's src/main, or of a pom.xml, are not those that the last build
# succeeded with. Not their times: a file dated tomorrow would be newer than any build.
is_stale() {
    [ -f "$root/kit/echo-lab/target/echo-lab.jar" ] && [ -d "$root/target/repository" ] || return 0
    [ "$(cat "$root/kit/echo-lab/target/built" 2>/dev/null)" != "$(sources)" ]
}

sources() (
    cd "$root" || return 1
    find . -path '*/target' -prune -o -path '*/.git' -prune -o -path ./workshop -prune -o -path '*/src/test' -prune -o \
        -type f \( -path '*/src/main/*' -o -name pom.xml \) -exec cksum {} + | sort | cksum
)

# Every module was packaged, from these sources.
built_from() {
    fill_repository && printf '%s\n' "$1" >"$root/kit/echo-lab/target/built"
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
    began_with=$(sources)
    : >"$log"
    # Not -T 1C: the lines that tell of progress would come from several modules at once.
    { code=0; maven -B -Dmaven.test.skip=true package 2>&1 || code=$?; echo "exit code $code"; } | watch_build
    if [ "$(tail -n 1 "$log")" != "exit code 0" ]; then
        build_errors >&2
        (refuse_full_disk) || true
        fail 1 "the build failed: its whole output is in $log"
    fi
    built_from "$began_with"
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
    find_home || return 1
    read_mavenrc
    export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS-}"
    own_target
    if ./mvnw --version >target/wrapper.log 2>&1; then
        program=./mvnw
    elif mvn_is_new_enough; then
        program=mvn
    else
        no_maven
        return 1
    fi
    code=0
    $program "$@" || code=$?
    [ $code -ne 137 ] || echo "lab: Maven was killed, as the system does where memory runs out: give it more, or test one module at a time, as in: ./lab test -pl step01-blocking -am"
    return $code
)

# Maven keeps in a person's home what it has downloaded. A service or a cron job may have no HOME: then it is what the JVM knows of the user,
# and that is a question mark where the system does not know them.
find_home() {
    [ -z "${HOME-}" ] || return 0
    HOME=$(java_property "$JAVA_HOME/bin/java" 'user\.home')
    case $HOME in
        /*) export HOME ;;
        *) echo "[ERROR] HOME is not set, and this user has no home: set HOME to a folder that can be written, for what Maven downloads" && return 1 ;;
    esac
}

# What a person has set for all their builds, read as Maven reads it. A proxy is for this one, too; another JDK is not.
read_mavenrc() {
    [ -z "${MAVEN_SKIP_RC-}" ] || return 0
    jdk=$JAVA_HOME
    for file in /usr/local/etc/mavenrc /etc/mavenrc "$HOME/.mavenrc"; do
        [ -r "$file" ] || continue
        set +eu
        # shellcheck source=/dev/null
        . "$file"
        set -eu
    done
    export JAVA_HOME="$jdk" MAVEN_SKIP_RC=yes
}

# A JVM that does not start says why, and then twice that it has not.
no_maven() {
    why=$(grep -vE '^Error: (Could not create the Java|A fatal exception)' target/wrapper.log | tail -n 1)
    echo "[ERROR] Maven could not be started: $why"
    if grep -q '^Error: Could not create the Java' target/wrapper.log; then
        echo "[ERROR] Mend MAVEN_OPTS, in the environment or in ~/.mavenrc: its options for the JVM are $MAVEN_OPTS"
        return
    fi
    # Without unzip the wrapper takes another archive, whose checksum it does not know, and calls it compromised.
    command -v unzip >/dev/null || echo "[ERROR] Install unzip: the wrapper unpacks Maven with it."
    echo "[ERROR] Check the network, or install Maven 3.8.7 or later so that mvn is on the path."
}

mvn_is_new_enough() {
    mvn --version 2>/dev/null | awk '{ gsub(/\033\[[0-9;]*m/, "") } /^Apache Maven/ {
        split($3, v, /[.-]/)
        ok = v[1] * 1000000 + v[2] * 1000 + v[3] >= 3008007
    } END { exit !ok }'
}

own_target() {
    said=$(mkdir -p "$root/target" 2>&1) || cannot_write "$said"
}

# cannot_write WHAT_THE_SYSTEM_SAID
cannot_write() {
    fail 1 "cannot write in $root/target (${1##*: }): this has to build something, so it needs a clone of your own, on a disk that can be written and has room"
}

# On a full disk every program fails in words of its own, or in none: ends with a sentence that says which disk is full, if one is. What
# has failed already asks in a subshell, and goes on.
refuse_full_disk() {
    for place in "$root" "${HOME-/}" "${TMPDIR-/tmp}"; do
        left=$(df -Pk "$place" 2>/dev/null | awk 'NR == 2 { print $4 }')
        if [ "${left:-1024}" -lt 1024 ]; then
            fail 1 "the disk that holds $place is full ($left KiB are left): make room there, a build with all tests takes about 250 MB"
        fi
    done
}

# Two builds in one clone would write the same files. The lock is a file, which only one can make (a link would be made with
# its text in one step, but not every file system has links); in it stands who holds it: the number of the process and when
# that began, for numbers are used again.
take_lock() {
    own_target
    refuse_full_disk
    lock=$root/target/build.lock
    told=no failed=0 unnamed=0
    until said=$( (set -C && : >"$lock") 2>&1); do
        await_lock
    done
    trap leave_lock EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    said=$(printf '%s %s\n' $$ "$(began $$)" 2>&1 >"$lock") || cannot_write "$said"
}

# One look at the lock of another: comes back when it may be free.
await_lock() {
    if [ ! -e "$lock" ] && [ ! -L "$lock" ]; then
        # Gone between two looks, or never there: then it cannot be made.
        failed=$((failed + 1))
        [ $failed -lt 5 ] || cannot_write "$said"
        return
    fi
    holder=$(cat "$lock" 2>/dev/null) || holder=
    # Whoever made it writes its name at once, so a lock that has none for seconds is nobody's.
    if [ -z "$holder" ] && [ $unnamed -lt 3 ]; then
        unnamed=$((unnamed + 1))
    elif [ -z "$holder" ] || [ "$(began "${holder%% *}")" != "${holder#* }" ]; then
        break_lock
        return
    elif [ $told = no ]; then
        printf 'waiting for the build of process %s\n' "${holder%% *}" >&2
        told=yes
    fi
    sleep 1
}

# When a process began, as the system counts it; nothing for one that is not there. Linux tells it as the 20th word behind the
# name of the program, which stands in brackets and may hold anything.
began() {
    if [ -r /proc/self/stat ]; then
        sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk '{ print $20 }'
    else
        ps -o lstart= -p "$1" 2>/dev/null
    fi
}

# The lock was left behind. Renaming it is what only one can do; and should another have broken it and taken its own in
# between, that one is put back.
break_lock() {
    if ! said=$(mv "$lock" "$lock.$$" 2>&1); then
        [ ! -e "$lock" ] || cannot_write "$said"
        return 0
    fi
    [ "$(cat "$lock.$$" 2>/dev/null)" = "$holder" ] || mv "$lock.$$" "$lock"
    rm -f "$lock.$$"
}

leave_lock() {
    rm -f "$lock"
    trap - EXIT HUP INT TERM
}
