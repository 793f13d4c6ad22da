# Where do the folders of workshop/ find what was built here? In target/repository, which has what their pom.xml names.

# Every build is a snapshot of its own, told by its time: Maven keeps what it has taken from a repository, and looks only for a
# newer one. It is laid anew beside the old one, so that whoever reads finds one of the two whole.
fill_repository() (
    cd "$root" || return 1
    version=$(sed -n '/<artifactId>echo-lab-parent</{n;s/.*<version>\(.*\)<.*/\1/p;}' pom.xml)
    time=$(date -u +%Y%m%d.%H%M%S)
    new=target/repository.$$
    publish echo-lab-parent pom.xml
    for name in echo-api echo-process echo-contract echo-workshop; do
        publish $name kit/$name/pom.xml kit/$name/target/$name.jar
    done
    rm -rf target/repository
    mv $new target/repository
)

# publish NAME POM [JAR]
publish() {
    folder=$new/echolab/$1/$version
    mkdir -p "$folder"
    cp "$2" "$folder/$1-${version%-SNAPSHOT}-$time-1.pom"
    [ $# -lt 3 ] || cp "$3" "$folder/$1-${version%-SNAPSHOT}-$time-1.jar"
    cat >"$folder/maven-metadata.xml" <<END
<metadata modelVersion="1.1.0">
  <groupId>echolab</groupId>
  <artifactId>$1</artifactId>
  <version>$version</version>
  <versioning>
    <snapshot>
      <timestamp>$time</timestamp>
      <buildNumber>1</buildNumber>
    </snapshot>
    <lastUpdated>${time%.*}${time#*.}</lastUpdated>
  </versioning>
</metadata>
END
}
