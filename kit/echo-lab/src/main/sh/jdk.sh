# Where is a JDK 25? The first of: JAVA_HOME, the java on the path, the folders that JDKs are usually installed in.

# ECHOLAB_JVM_FOLDERS replaces the list of folders (separated by colons) where JDKs lie side by side.
jvm_folders() {
    if [ -n "${ECHOLAB_JVM_FOLDERS+set}" ]; then
        printf '%s\n' "$ECHOLAB_JVM_FOLDERS"
    else
        home=${HOME-/nonexistent}
        printf '%s' /usr/lib/jvm:/usr/java:/opt:/opt/java:/Library/Java/JavaVirtualMachines:
        printf '%s' "$home/Library/Java/JavaVirtualMachines:$home/.sdkman/candidates/java:$home/.jdks:"
        printf '%s\n' /opt/homebrew/opt:/usr/local/opt:/home/linuxbrew/.linuxbrew/opt
    fi
}

# Prints the home of a JDK 25, or says where it looked and ends.
find_jdk() {
    on_path=$(jdk_on_path)
    for home in "${JAVA_HOME-}" "$on_path"; do
        if is_jdk_25 "$home"; then
            printf '%s\n' "$home"
            return
        fi
    done
    jdk_in_folders || fail 1 "$(no_jdk)"
}

jdk_in_folders() (
    IFS=:
    set -f
    # shellcheck disable=SC2046 # split at the colons, and nowhere else
    set -- $(jvm_folders)
    set +f
    for folder in "$@"; do
        for jdk in "$folder"/*; do
            for home in "$jdk" "$jdk/Contents/Home" "$jdk/libexec/openjdk.jdk/Contents/Home"; do
                if is_jdk_25 "$home"; then
                    printf '%s\n' "$home"
                    return
                fi
            done
        done
    done
    return 1
)

# The JDK's own `release` file tells its version without starting a JVM. Without javac it is a JRE, which cannot build.
is_jdk_25() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
    if [ -r "$1/release" ]; then
        grep -q '^JAVA_VERSION="25[^0-9]' "$1/release"
    else
        "$1/bin/java" -version 2>&1 | grep -q 'version "25[^0-9]'
    fi
}

# The home of the java on the path. Links tell it at once; a shim (jenv, the stub of macOS) has to be asked.
jdk_on_path() {
    java=$(command -v java) || return 0
    home=$(dirname -- "$(dirname -- "$(follow_links "$java")")")
    if [ -r "$home/release" ]; then
        printf '%s\n' "$home"
    else
        java_property java 'java\.home'
    fi
}

# java_property JAVA PATTERN_OF_ITS_NAME
java_property() {
    "$1" -XshowSettings:properties -version 2>&1 | sed -n "s/^ *$2 = //p"
}

no_jdk() {
    printf 'no JDK 25 was found: looked at JAVA_HOME (%s), at the java on the path (%s) and in %s; ' \
        "${JAVA_HOME:-not set}" "${on_path:-none}" "$(jvm_folders | sed 's/:/, /g')"
    printf 'install one (https://adoptium.net/temurin/releases/?version=25, or: sdk install java 25-tem, '
    printf 'or: brew install openjdk@25) or set JAVA_HOME to where it is.\n'
}
