#!/usr/bin/env bash
# Proves docs/regenerating.md on a copy of this repository. What is added to a document must leave everything green; what is
# renamed must break the compilation of internal.gateway and of nothing else. Arguments go to Maven, for instance -o.
set -euo pipefail
cd "$(dirname "$0")/../.."

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z | xargs -0 cp --parents -t "$copy"
cd "$copy"
document=openapi/data-connections.yaml
cp $document original.yaml
cp generated-client/api.txt original.txt

row() { printf '%-22s %-12s %s\n' "$@"; }
fail() {
  row "$@"
  tail -n 40 build.log
  exit 1
}
# Replaces the first match behind the line that begins a part of the document; an edit that changes nothing is a mistake here.
edit() {
  awk -v part="$1" -v was="$2" -v is="$3" '
    index($0, part) == 1 { inside = 1 }
    inside && !done && index($0, was) {
      at = index($0, was)
      $0 = substr($0, 1, at - 1) is substr($0, at + length(was))
      done = 1
    }
    { print }
    END { exit !done }' $document > edited.yaml
  mv edited.yaml $document
}

edit '    ConnectionGet:' '      properties:' $'      properties:\n        drillNote: { type: string, description: An optional field. }'
edit '    Privilege:' 'change_space' 'change_space, drill_privilege'
edit 'components:' 'components:' $'  /api/v1/data-connections/{qID}/drill:\n    get:\n      operationId: runDrill\n      tags: [data-connections]\n      parameters:\n        - { name: qID, in: path, required: true, description: Id., schema: { type: string } }\n      responses:\n        "204": { description: Done. }\n\ncomponents:'
mvn -q -B verify -Dapi.refresh=true "$@" > build.log 2>&1 || fail 'additive change' 'BROKEN' 'mvn verify fails:'
added=$(diff original.txt generated-client/api.txt | grep -c '^>' || true)
removed=$(diff original.txt generated-client/api.txt | grep -c '^<' || true)
for name in drillNote runDrill; do
  grep -q "$name" generated-client/api.txt || fail 'additive change' 'BROKEN' "api.txt does not show $name"
done
[ "$removed" = 0 ] || fail 'additive change' 'BROKEN' "api.txt lost $removed lines"
row 'additive change' 'green' "one edited file, one command; api.txt has $added lines more and none less"

cp original.yaml $document
cp original.txt generated-client/api.txt
edit '    ConnectionGet:' '        qName:' '        drillName:'
edit '    ConnectionGet:' 'required: [qID, qName' 'required: [qID, drillName'
! mvn -q -B compile -pl facade -am "$@" > build.log 2>&1 || fail 'renamed field' 'BROKEN' 'it still compiles'
errors=$(grep -oE '^\[ERROR\] .*/src/main/java/.*\.java:\[[0-9]+,[0-9]+\]' build.log | sort -u)
[ -n "$errors" ] || fail 'renamed field' 'BROKEN' 'the build fails, but not in the compiler:'
elsewhere=$(grep -v '/facade/src/main/java/io/github/qlikconnections/internal/gateway/' <<< "$errors" || true)
[ -z "$elsewhere" ] || fail 'renamed field' 'BROKEN' "errors outside of internal.gateway: $elsewhere"
row 'renamed field' 'caught' "$(wc -l <<< "$errors") errors of the compiler, in internal.gateway only: $(sed -E 's/.*\/([A-Za-z]+\.java).*/\1/' <<< "$errors" | sort -u | paste -sd ' ')"
