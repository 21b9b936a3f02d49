#!/usr/bin/env bash
# Takes a picture of a session in Neovim: of a terminal on a display that nobody sees.
#   picture.sh DEMO PLUGIN SERVER JAVA PICTURE [update]
# With "update" it becomes the one of the documentation.
# Needs xterm, Xvfb with xvfb-run, and ImageMagick's import.
set -euo pipefail
demo=$1 plugin=$2 server=$3 java=$4
export PICTURE=$5
rm -f "$PICTURE" "$PICTURE.txt"
here=$(cd "$(dirname "$0")" && pwd)
cd "$demo"
xvfb-run -a -s '-screen 0 990x494x24' xterm -geometry 110x26+0+0 -b 0 -bw 0 +sb -fa 'DejaVu Sans Mono' -fs 11 -bg '#1c1f26' -fg '#d8dee9' -e \
  nvim --clean --cmd "set runtimepath+=$plugin" --cmd "let g:async_java_server = '$server'" --cmd "let g:async_java_java = '$java'" -c "luafile $here/picture.lua"
grep -qx seen "$PICTURE.txt" || { cat "$PICTURE.txt" >&2; exit 1; }
if [ "${6:-}" = update ]; then
  cp "$PICTURE" "$here/../../../docs/images/neovim.png"
fi
