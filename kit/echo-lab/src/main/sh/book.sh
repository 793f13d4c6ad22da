# How is the book made from its chapters, and where is it then?

book_command() {
    html=false pdf=false open=no watch=no
    for word; do
        case $word in
            # Its words are the rest, and the command line in Java reads them.
            -h | --help | --capture) build_if_stale && start book "$@" ;;
            --html) pdf=true ;;
            --pdf) html=true ;;
            --open) open=yes ;;
            --watch) watch=yes pdf=true ;;
            *) fail 2 "./lab book knows no $word: see ./lab book --help" ;;
        esac
    done
    [ "$html$pdf" != truetrue ] || fail 2 "./lab book makes both when asked for neither: leave out --html and --pdf (--watch makes pages only)"
    made=$root/docs/target/book/index.html
    [ $html = false ] || made=$root/docs/target/book/echo-lab.pdf
    if make_book; then
        [ $open = no ] || open_book
    else
        [ $watch = yes ] || exit 1
    fi
    while [ $watch = yes ]; do
        await_change
        make_book || true
    done
}

# What is to be left out stands in html and pdf.
make_book() {
    take_lock
    log=$root/target/book.log
    began_with=$(sources)
    shown=$(what_it_shows)
    : >"$log"
    {
        code=0
        # The PDF takes Ruby on the JVM more than a minute, which is long enough for the better of its two compilers.
        [ $pdf = true ] || MAVEN_OPTS="-XX:TieredStopAtLevel=4 ${MAVEN_OPTS-}"
        maven -B -Pbook -Dmaven.test.skip=true -Dbook.html.skip=$html -Dbook.pdf.skip=$pdf package 2>&1 || code=$?
        echo "exit code $code"
    } | watch_build
    if [ "$(tail -n 1 "$log")" != "exit code 0" ]; then
        leave_lock
        book_errors >&2
        (refuse_full_disk) || true
        printf 'lab: the book was not made: the whole output is in %s\n' "$log" >&2
        return 1
    fi
    built_from "$began_with"
    leave_lock
    [ $html = true ] || printf 'pages  %s\n' "$root/docs/target/book/index.html"
    [ $pdf = true ] || printf 'PDF    %s\n' "$root/docs/target/book/echo-lab.pdf"
}

# What Asciidoctor and the checker said, once, each as FILE:LINE: sentence; without a word of theirs, what the build said.
book_errors() {
    if grep -qE 'asciidoctor: [A-Z]+: |^[A-Za-z0-9_./-]+:[0-9]+: ' "$log"; then
        sed -nE -e 's/^\[ERROR\] asciidoctor: [A-Z]+: (.*): line ([0-9]+): /chapters\/\1:\2: /p' \
            -e 's/^\[ERROR\] asciidoctor: [A-Z]+: //p' -e '/^[A-Za-z0-9_.\/-]+:[0-9]+: /p' "$log" |
            sed 's/ -> \[Help 1\]$//' | awk '!seen[$0]++'
    else
        build_errors
    fi
}

open_book() {
    for program in xdg-open open; do
        if command -v $program >/dev/null; then
            $program "$made" >/dev/null 2>&1 || printf 'lab: %s could not show %s\n' $program "$made" >&2
            return
        fi
    done
    printf 'lab: found no program that opens it (xdg-open, open)\n' >&2
}

await_change() {
    printf 'waiting for a change in chapters/, exercises/, docs/ or a step; Ctrl-C ends it\n'
    while [ "$shown" = "$(what_it_shows)" ]; do
        sleep 1
    done
}

# Names and contents, for the same reason as in build.sh.
what_it_shows() {
    find "$root/chapters" "$root/exercises" "$root/docs/src" "$root/docs/results" "$root"/step*/src/main \
        "$root/kit/echo-book/src/main" -type f -exec cksum {} + 2>/dev/null | sort | cksum
}
