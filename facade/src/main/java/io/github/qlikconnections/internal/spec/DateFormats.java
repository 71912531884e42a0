package io.github.qlikconnections.internal.spec;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Validates dates and times of RFC 3339, including leap seconds. A space may separate date and time, as the RFC allows. */
final class DateFormats {

    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern TIME =
            Pattern.compile("([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.[0-9]+)?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))");
    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final int DATE_LENGTH = 10;

    private DateFormats() {}

    static boolean isDate(String text) {
        Matcher matcher = DATE.matcher(text);
        try {
            return matcher.matches()
                    && LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3)) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean isTime(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        int hour = number(matcher, 1);
        int minute = number(matcher, 2);
        int second = number(matcher, 3);
        int offset = 0;
        if (matcher.group(4) != null) {
            int hours = number(matcher, 5);
            int minutes = number(matcher, 6);
            if (hours > 23 || minutes > 59) {
                return false;
            }
            offset = (matcher.group(4).equals("-") ? -1 : 1) * (hours * 60 + minutes);
        }
        // A leap second is the last one of a day in UTC.
        int utc = Math.floorMod(hour * 60 + minute - offset, MINUTES_PER_DAY);
        return hour <= 23 && minute <= 59 && (second <= 59 || (second == 60 && utc == MINUTES_PER_DAY - 1));
    }

    static boolean isDateTime(String text) {
        return text.length() > DATE_LENGTH
                && "Tt ".indexOf(text.charAt(DATE_LENGTH)) >= 0
                && isDate(text.substring(0, DATE_LENGTH))
                && isTime(text.substring(DATE_LENGTH + 1));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
