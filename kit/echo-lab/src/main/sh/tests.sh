# How many tests passed, failed and were skipped?

# Runs every test of every module, three modules a CPU at a time, since tests mostly wait, with --fast only those of the fast lane; further
# arguments go to Maven. The exit code is Maven's, and the last line is the sum.
run_tests() {
    take_lock
    began_with=$(sources)
    log=$root/target/tests.log
    forget_reports
    all=$# phase=verify
    if [ "${1-}" = --fast ]; then
        shift
        phase=test
        set -- -Pfast "$@"
    fi
    if [ -t 1 ]; then set -- -Dstyle.color=always "$@"; else set -- -B -ntp "$@"; fi
    # What Maven prints goes on as it comes, by way of 4; its exit code comes by way of 3.
    { code=$({ maven_says_code --fail-at-end -T3C $phase "$@" | tee "$log" >&4; } 3>&1); } 4>&1
    code=${code:-1}
    # Maven packaged every module, so the next command has nothing to build.
    [ "$code" -ne 0 ] || [ "$all" -ne 0 ] || built_from "$began_with"
    leave_lock
    [ "$code" -eq 0 ] || advice
    printf '\n'
    { untested && unbegun && killed && reports; } | count_tests
    exit "$code"
}

maven_says_code() {
    code=0
    maven "$@" 2>&1 3>&- 4>&- || code=$?
    echo $code >&3
}

# The modules that Maven did not come to, since one before them failed.
untested() {
    sed "s/$(printf '\033')\[[0-9;]*m//g" "$log" | sed -nE 's/^\[INFO\] (.*[^ .]) +\.* *SKIPPED$/<untested \1/p'
}

# Whose options make no sense, or whose files it cannot read, Maven tells so and builds nothing.
unbegun() {
    [ "$code" -eq 0 ] || grep -q 'Building ' "$log" || printf '<unbegun>\n'
}

# A code above 128 is that of a signal: then Maven itself was ended, and has not said what it did not come to.
killed() {
    [ "$code" -le 128 ] || printf '<killed>\n'
}

advice() {
    printf '\nlab: the build or a test failed: what failed stands above'
    printf ' (if it is the format of a file: ./lab format)\n'
    (refuse_full_disk) || true
}

# A report of an earlier run may tell of code that is gone.
forget_reports() {
    find "$root" -path '*/target/*-reports/TEST-*.xml' -exec rm -f {} +
}

reports() {
    find "$root" -path '*/target/*-reports/TEST-*.xml' -exec cat {} +
}

# Surefire and failsafe write an element a line. An error is a failure that the test did not expect.
count_tests() {
    awk '
        function attribute(name,    from) {
            from = index($0, " " name "=\"")
            if (!from) return ""
            from = substr($0, from + length(name) + 3)
            return plain(substr(from, 1, index(from, "\"") - 1))
        }
        function plain(text) {
            gsub(/&#10;/, " ", text); gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text)
            gsub(/&quot;/, "\"", text); gsub(/&apos;/, "\047", text); gsub(/&amp;/, "\\&", text)
            return text
        }
        # What an assumption says is no attribute, but the text.
        function reason(    text) {
            text = $0
            sub(/.*<!\[CDATA\[[^ ]*: (Assumption failed: )?/, "", text)
            return text == $0 ? attribute("message") : text
        }
        /<testsuite / {
            tests += attribute("tests")
            failed += attribute("failures") + attribute("errors")
            skipped += attribute("skipped")
        }
        /^<untested / { print "not tested: " substr($0, 11); untested++ }
        /^<unbegun>/ { unbegun = 1 }
        /^<killed>/ { killed = 1 }
        /<testcase / { test = attribute("classname") " " attribute("name") }
        /<skipped/ { print "skipped: " test ": " reason() }
        END {
            printf "%d passed, %d failed, %d skipped", tests - failed - skipped, failed, skipped
            if (untested) printf "; %d %s not tested, since another failed", untested, untested == 1 ? "module was" : "modules were"
            if (unbegun && !killed && !tests) printf "; nothing was tested, since the build did not begin"
            if (killed) printf "; the rest was not tested, since Maven was ended"
            print ""
        }'
}
