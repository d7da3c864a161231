#!/bin/sh
# A program as a judge: passes a submission whose files can be opened and hold a PDF.
#
# One process for each request: reads one line, answers one line (banyan schema program). It uses
# nothing but POSIX tools, and takes the line apart with sed: keys come in a fixed order, and
# quotes within texts are written \" by JSON.

read -r request
part() { printf '%s' "$request" | sed -n "$1"; }
submission=$(part 's/.*"submission":{"id":"\([^"]*\)".*/\1/p')
files=$(part 's/.*"files":\[\(.*\)\],"rubric":.*/\1/p')

answer() {
  printf '{"banyan":1,"submission":"%s",%s}\n' "$submission" "$1"
  exit 0
}
verdict() { answer "\"marks\":[{\"criterion\":\"form\",\"passed\":$1,\"comment\":\"$2\"}]"; }

case $files in
*\\*) answer '"declined":"a file name that this script cannot read","later":false' ;;
esac

IFS='
'
documents=0
for path in $(printf '%s' "$files" | grep -o '"path":"[^"]*"' | sed 's/^"path":"//; s/"$//'); do
  [ -r "$path" ] || verdict false "a file cannot be read · 有文件无法读取"
  [ -s "$path" ] || verdict false "a file is empty · 有空文件"
  [ "$(head -c 5 "$path")" = "%PDF-" ] && documents=$((documents + 1))
done
[ "$documents" -gt 0 ] || verdict false "no PDF · 没有 PDF"
verdict true ""
