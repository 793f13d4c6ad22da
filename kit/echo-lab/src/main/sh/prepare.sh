# Is everything here that a day without a network needs?

# Fetches all of it, and then does what a participant does with the network taken away. In both halves Maven runs the same
# build and the same test, a whole workshop from the first exercise to the last: what it needs once, it needs again.
prepare() {
    take_lock
    began_with=$(sources)
    preparing "fetching what is missing: a build, and a whole workshop as a test" maven
    if can_cut_network; then
        preparing "doing it again without a network" cut_network ./mvnw -o
        proof="in a process that has no network"
    else
        preparing "doing it again with Maven offline" maven -o
        proof="with Maven offline (the network itself cannot be cut here)"
    fi
    built_from "$began_with"
    leave_lock
    printf 'Ready: every module was built, and every exercise started, failed and solved, %s.\n' "$proof"
    printf 'An IDE that opens workshop/ finds the same libraries. ./lab doctor says what else is useful.\n'
}

# preparing SENTENCE COMMAND...
preparing() {
    show "$1"
    shift
    log=$root/target/prepare.log
    "$@" -B -ntp -pl kit/echo-workshop,kit/echo-lab -am package -Dtest=FullRunTest \
        -Dsurefire.failIfNoSpecifiedTests=false >"$log" 2>&1 || {
        grep '^\[ERROR\]' "$log" | head -n 10 >&2
        fail 1 "this machine is not ready: all that Maven said is in $log"
    }
    if [ -t 2 ]; then printf '\n' >&2; fi
}

can_cut_network() {
    command -v unshare >/dev/null && command -v ip >/dev/null && cut_network ./mvnw --version >/dev/null 2>&1
}

# A network namespace of its own has only a loopback, which is down at first; our servers need it.
cut_network() {
    unshare --map-root-user --net sh -c 'ip link set lo up && cd "$0" && exec "$@"' "$root" "$@"
}
