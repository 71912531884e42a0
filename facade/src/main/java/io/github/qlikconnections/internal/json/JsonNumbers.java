package io.github.qlikconnections.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Converts numbers to the two types that the library uses for JSON numbers. */
public final class JsonNumbers {

    private JsonNumbers() {}

    /**
     * Returns a number as a {@code Long}, or as a {@code BigDecimal} if it is not an integer of 64 bits.
     *
     * @param number a number of the JDK
     * @return the number, never rounded
     * @throws NumberFormatException if JSON has no such number
     */
    public static Number of(Number number) {
        if (number instanceof Long || number instanceof BigDecimal) {
            return number;
        }
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return number.longValue();
        }
        if (number instanceof BigInteger big && big.bitLength() < Long.SIZE) {
            return big.longValue();
        }
        if (number instanceof BigInteger || number instanceof Double || number instanceof Float) {
            return new BigDecimal(number.toString());
        }
        throw new NumberFormatException(number.getClass().getName() + " is not a type of a JSON number");
    }
}
