package io.github.qlikconnections.auth;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells from the name of a property or member whether its value may be a secret.
 *
 * <p>Names are compared without letter case and separators, so {@code PRIV_KEY_FILE} is {@code privkeyfile}. A name may
 * be secret when
 *
 * <ul>
 *   <li>it contains {@code password}, {@code passwd}, {@code pwd}, {@code passphrase}, {@code passcode}, {@code secret},
 *       {@code token}, {@code credential}, {@code apikey}, {@code accesskey}, {@code privatekey}, {@code privkey},
 *       {@code keyfile}, {@code keypath}, {@code keystore}, {@code pfx}, {@code p12}, {@code pkcs}, {@code authcode},
 *       {@code authorization}, {@code bearer}, {@code cookie}, {@code signature}, {@code connectionstring} or
 *       {@code connectstatement};
 *   <li>it ends with {@code key}, {@code keys}, {@code headers} or {@code pin}, unless the key is a public, primary,
 *       partition, foreign or sort key; the entries of a list of headers carry tokens;
 *   <li>and it does not end with {@code url}, {@code uri}, {@code endpoint}, {@code type}, {@code timeout},
 *       {@code algorithm}, {@code policy}, {@code fingerprint} or {@code expiry}, which describe a secret and hold none;
 *   <li>and it is not {@code separateCredentials}, {@code selectedCredentials}, {@code credentialsName} or another name
 *       or id of credentials.
 * </ul>
 *
 * <p>It errs on the side of hiding too much. Stateless for the caller and safe for use by several threads.
 */
public final class SecretNames {

    private static final List<String> PARTS = words("""
            password passwd pwd passphrase passcode secret token credential apikey accesskey privatekey privkey keyfile \
            keypath keystore pfx p12 pkcs authcode authorization bearer cookie signature connectionstring \
            connectstatement""");

    private static final List<String> ENDINGS = words("key keys headers pin");

    private static final List<String> HARMLESS_KEYS = words("""
            publickey publickeys primarykey primarykeys partitionkey partitionkeys foreignkey foreignkeys sortkey \
            sortkeys""");

    /** What such a name is about is described, not held: {@code tokenUrl}, {@code passwordPolicy}. */
    private static final List<String> DESCRIBING =
            words("url uri endpoint type timeout algorithm policy fingerprint expiry");

    private static final Set<String> HARMLESS = Set.copyOf(words("""
            separatecredentials selectedcredentials credentialsname credentialname credentialsid credentialid \
            qcredentialsname qcredentialsid qseparatecredentials"""));

    private SecretNames() {}

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    /**
     * Tells whether the value of a property or member of this name may be a secret.
     *
     * @param name the name
     * @return whether the value must not be shown
     */
    public static boolean mayBeSecret(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                letters.append(c);
            }
        }
        String plain = letters.toString();
        if (HARMLESS.contains(plain)) {
            return false;
        }
        return !endsWithAny(plain, DESCRIBING)
                && (containsAny(plain, PARTS) || (endsWithAny(plain, ENDINGS) && !endsWithAny(plain, HARMLESS_KEYS)));
    }

    private static boolean containsAny(String text, List<String> parts) {
        for (String part : parts) {
            if (text.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithAny(String text, List<String> endings) {
        for (String ending : endings) {
            if (text.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
