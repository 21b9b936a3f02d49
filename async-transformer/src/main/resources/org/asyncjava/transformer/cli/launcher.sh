#!/bin/sh
# Starts the transformer of async-java as suits a program that is over after a second: without the compiler that takes longer than that to pay
# for itself, and with its classes as the JVM keeps them. The first run that transforms something writes these into a file; another JDK, or
# another jar, has another one.
jar='{{jar}}'
options='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xlog:disable -Xlog:all=error:stderr'
java=${JAVA_HOME:+$JAVA_HOME/bin/java}
[ -n "$java" ] || java=$(readlink -f "$(command -v java)")
home=${java%/bin/java}
archives=${ASYNC_TRANSFORMER_ARCHIVES:-${XDG_CACHE_HOME:-$HOME/.cache}/async-java}
key=$(cat "$home/release" "$0" 2>/dev/null | cksum)
archive=$archives/${key%% *}.jsa

case "$1" in
  ''|-h|--help|-V|--version|ps|pstree|watch|dump|launcher) training= ;;
  *) training=yes ;;
esac
if [ -f "$archive" ] && [ "$archive" -nt "$jar" ]; then
  exec "$java" $options -XX:SharedArchiveFile="$archive" -jar "$jar" "$@"
elif [ -z "$training" ] || ! mkdir -p "$archives" 2>/dev/null; then
  exec "$java" $options -jar "$jar" "$@"
fi
"$java" $options -XX:ArchiveClassesAtExit="$archive.$$" -jar "$jar" "$@"
code=$?
mv -f "$archive.$$" "$archive" 2>/dev/null
exit $code
