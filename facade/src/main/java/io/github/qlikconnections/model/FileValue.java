package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import java.util.Base64;

/** Encodes the content of a file in base64. It is a secret, because most files are keys. */
final class FileValue {

    private FileValue() {}

    /** Encodes into a character array, because the memory of a String cannot be cleared. */
    static Secret of(byte[] content) {
        byte[] encoded = Base64.getEncoder().encode(content);
        char[] text = new char[encoded.length];
        for (int i = 0; i < encoded.length; i++) {
            text[i] = (char) encoded[i];
        }
        return Secret.of(text);
    }
}
