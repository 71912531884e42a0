package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import java.util.Base64;

/** The content of a file as the API takes it: base64, and secret, since most files are keys. */
final class FileValue {

    private FileValue() {}

    /** Never as a text, of which nobody could clear the memory. */
    static Secret of(byte[] content) {
        byte[] encoded = Base64.getEncoder().encode(content);
        char[] text = new char[encoded.length];
        for (int i = 0; i < encoded.length; i++) {
            text[i] = (char) encoded[i];
        }
        return Secret.of(text);
    }
}
