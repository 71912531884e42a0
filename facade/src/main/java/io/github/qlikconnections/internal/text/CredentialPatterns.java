package io.github.qlikconnections.internal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Detects credentials within strings that are not secrets by name. All checks take linear time. */
public final class CredentialPatterns {

    /** Longer strings are never shown, so they are not searched. */
    private static final int MAX_LENGTH = 4_000;

    /** An assignment, quoted or not: {@code password: x}, {@code {"pwd":"x"}}, {@code pw%3Dx}, {@code PASSWORD 'x'}, {@code pw is x}. */
    private static final Pattern ASSIGNMENT = Pattern.compile("(?<![\\w.-])([\\w.-]{1,80})\\\\?[\"']?"
            + "(?:\\s{0,8}(?:[:=]|->|%3[AaDd])\\s{0,8}|\\s{1,8}(?:(?:is|was)\\s{1,8}|(?=[\"'])))(?=[^\\s&;,])");

    /** The short option of a password: {@code -p x}. */
    private static final Pattern SHORT_OPTION = Pattern.compile("(?<!\\S)-p\\s{1,8}[^\\s-]");

    /** An option of a command: {@code --password x}. */
    private static final Pattern OPTION = Pattern.compile("(?<!\\S)--?([\\w-]{1,80})\\s{1,8}(?=[^\\s-])");

    /** The content of an element: {@code <password>x</password>}. */
    private static final Pattern ELEMENT = Pattern.compile("<([\\w.:-]{1,80})>(?=[^<\\s])");

    private static final Pattern AUTHENTICATION_SCHEME = Pattern.compile(
            "(?i)(?<!\\w)(?:bearer|basic|digest|negotiate|apikey|token|aws4-hmac-sha256|identified\\s{1,8}by)\\s{1,8}(?=\\S)");

    /** {@code user/password@host} and {@code user:password@host}, with or without a scheme in front. */
    private static final Pattern USER_AND_PASSWORD =
            Pattern.compile("(?<![^\\s/:@])(?!mailto:)[^\\s/:@]{1,80}[/:][^\\s@]{1,200}@(?=\\S)");

    private CredentialPatterns() {}

    /**
     * Returns whether a string seems to contain a password, a token or another credential.
     *
     * @param text the string
     * @return whether it must not be shown
     */
    public static boolean hasCredentials(String text) {
        return text.length() > MAX_LENGTH
                || isUrlWithUser(text)
                || hasSecretName(ASSIGNMENT, text)
                || hasSecretName(OPTION, text)
                || hasSecretName(ELEMENT, text)
                || SHORT_OPTION.matcher(text).find()
                || AUTHENTICATION_SCHEME.matcher(text).find()
                || USER_AND_PASSWORD.matcher(text).find()
                || text.contains("-----BEGIN ");
    }

    private static boolean hasSecretName(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (SecretNames.mayBeSecret(matcher.group(1))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a URL contains user information or a parameter with a secret name. */
    public static boolean isUrlWithCredentials(String text) {
        return text.contains("://") && (isUrlWithUser(text) || hasSecretName(ASSIGNMENT, text));
    }

    private static boolean isUrlWithUser(String text) {
        int scheme = text.indexOf("://");
        if (scheme < 0) {
            return false;
        }
        int end = scheme + 3;
        while (end < text.length() && "/?# ".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(scheme + 3, end).indexOf('@') >= 0;
    }
}
