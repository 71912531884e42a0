package io.github.qlikconnections.internal.gateway;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any text is parsed to a date or null, without an exception. */
class TimestampParserFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void everyTextIsADateOrNull(byte[] input) {
        TimestampParser.parse(new String(input, StandardCharsets.UTF_8));
    }
}
