#!/usr/bin/env bash
# Proves docs/regenerating.md on a copy of this repository and writes what it found to target/regeneration-drill.txt.
#   1. An addition to a document takes one edited file and one command.
#   2. A changed constraint of a request changes validation and no line of the library.
#   3. A renamed field breaks the compilation of internal.gateway only, and changes the library there and in WireMembers.java only.
# Arguments are passed to Maven, for instance -o. Requires the GNU tools.
set -euo pipefail
cd "$(dirname "$0")/../.."

mkdir -p target
report=$PWD/target/regeneration-drill.txt
: > "$report"
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z | xargs -0 cp --parents -t "$copy"
cd "$copy"
git init -q && git add --all # git diff then shows what the drill changed
mkdir -p target

note() { printf '%-16s %s\n' "$@" | tee -a "$report"; }
fail() {
  note "$@"
  tail -n 40 target/build.log
  exit 1
}
maven() { mvn -q -B "$@" > target/build.log 2>&1; }
changed() { git diff --name-only -- "$@" | paste -sd ' '; }

document=openapi/data-connections.yaml
cat > target/operation.yaml <<'END'
  /data-connections/{qID}/drill:
    get:
      operationId: runDrill
      tags: [data-connections]
      parameters:
        - { name: qID, in: path, required: true, description: Id., schema: { type: string } }
      responses:
        "204": { description: Done. }
END
sed -i -e '/^paths:/r target/operation.yaml' \
  -e '/^    ConnectionGet:/,/^      properties:/ s/^      properties:/&\n        drillNote: { type: string, description: Note. }/' \
  -e '/^    Privilege:/,/enum:/ s/change_space/&, drill_privilege/' $document
for name in runDrill drillNote drill_privilege; do
  grep -q $name $document || fail addition "the drill could not add $name to $document"
done

maven verify -Dapi.refresh=true "$@" || fail addition 'mvn verify fails'
[ "$(changed)" = "docs/reference/operations.md generated-client/api.txt $document" ] || fail addition "more than the document changed: $(changed)"
read -r added removed _ <<< "$(git diff --numstat generated-client/api.txt)"
[ "$added" -gt 0 ] && [ "$removed" = 0 ] || fail addition "api.txt has $added new lines and lost $removed"
note addition "one edited file, one command; api.txt has $added new lines and lost none"

git checkout -q .
sed -i '/^    DcaasConnectionCreate:/,/^    [A-Z]/ s/maxItems: 31/maxItems: 20/' $document
[ "$(git diff --numstat $document | cut -f1)" = 1 ] || fail constraint "the drill could not change maxItems in $document"
cat > facade/src/test/java/io/github/qlikconnections/validation/ConstraintDrillTest.java <<'END'
package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.model.ConnectionDraft;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConstraintDrillTest {

    @Test
    void limitIsThatOfTheDocument() {
        assertThat(errors(20)).isEmpty();
        assertThat(errors(21)).containsExactly("tags has 21 tags; expected at most 20. The API reserves one more for its own tag.");
    }

    private static List<String> errors(int count) {
        String[] tags = IntStream.range(0, count).mapToObj(i -> "t" + i).toArray(String[]::new);
        ConnectionDraft draft = ConnectionDraft.builder(SpecFixtures.SOURCE, "x").tags(tags).build();
        return SpecFixtures.properties("\"p\": {}").validate(draft).errors().stream()
                .map(Violation::message)
                .toList();
    }
}
END
maven test -pl facade -am -Dtest=ConstraintDrillTest -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip "$@" ||
  fail constraint '21 tags are not rejected'
note constraint "maxItems of tags from 31 to 20: 21 tags are rejected, changed: $(changed)"

git checkout -q .
rm facade/src/test/java/io/github/qlikconnections/validation/ConstraintDrillTest.java
main=facade/src/main/java/io/github/qlikconnections
gateway=$main/internal/gateway
was=qName
is=drillName
rename() { grep -rlIwZ --exclude=WireNamesTest.java $was "$@" | xargs -0 sed -i "s/\b$was\b/$is/g"; }

rename openapi
! maven compile -pl facade -am "$@" || fail rename 'the library compiles without a change'
errors=$(grep -oE '^\[ERROR\] .*/src/main/java/.*\.java:\[[0-9]+,[0-9]+\]' target/build.log | sort -u)
[ -n "$errors" ] || fail rename 'the build fails, but not in the compiler'
elsewhere=$(grep -v "/$gateway/" <<< "$errors" || true)
[ -z "$elsewhere" ] || fail rename "compile errors outside of internal.gateway: $elsewhere"
note rename "$(wc -l <<< "$errors") compile errors, all in internal.gateway"

# The new name in the library, in the tests and in FakeTenant, which shares no code with the library.
rename $gateway $main/internal/wire/WireMembers.java
rename testkit/src */src/test
# The renamed lines are longer than the formatter allows.
tests=PublicSignaturesTest,WireNamesTest,TutorialScenarioTest
maven test -pl facade -am -Dtest=$tests -Dapi.refresh=true -Dspotless.check.skip "$@" || fail rename "a test of $tests fails"
left=$(grep -rnw $was $main | grep -vE '^[^:]+:[0-9]+: +\*' || true)
[ -z "$left" ] || fail rename "the old name is still in code: $left"
note rename "passed: $tests"
note rename "changed in the library: $(changed $main | sed "s|$main/internal/||g")"
note rename "named in Javadoc, by hand: $(grep -rlw $was $main | sed "s|$main/||g" | paste -sd ' ')"
