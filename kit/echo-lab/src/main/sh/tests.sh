# How many tests passed, failed and were skipped?

# Runs every test of every module; further arguments go to Maven. The exit code is Maven's, and the last line is the sum.
run_tests() {
    take_lock
    begun=$root/target/tests-begun
    : >"$begun"
    forget_reports
    all=$#
    [ -t 1 ] || set -- -B -ntp "$@"
    code=0
    maven --fail-at-end verify "$@" || code=$?
    leave_lock
    [ $code -eq 0 ] || advice
    # Maven packaged every module, so the next command has nothing to build.
    [ $code -ne 0 ] || [ "$all" -ne 0 ] || { fill_repository && cp -p "$begun" "$root/kit/echo-lab/target/built"; }
    printf '\n'
    reports | count_tests
    exit $code
}

advice() {
    printf '\nlab: the build or a test failed: what failed stands above'
    printf ' (if it is the format of a file: ./lab format)\n'
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
        /<testsuite / {
            tests += attribute("tests")
            failed += attribute("failures") + attribute("errors")
            skipped += attribute("skipped")
        }
        /<testcase / { test = attribute("classname") " " attribute("name") }
        /<skipped/ { print "skipped: " test ": " attribute("message") }
        END { printf "%d passed, %d failed, %d skipped\n", tests - failed - skipped, failed, skipped }'
}
