package io.github.qlikconnections.internal.gateway;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any text is a date or none; nothing throws. */
class TimestampParserFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void everyTextIsADateOrNone(byte[] input) {
        TimestampParser.parse(new String(input, StandardCharsets.UTF_8));
    }
}
