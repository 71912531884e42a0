package io.github.qlikconnections.internal.text;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.json.NameTokenizer;
import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.internal.wire.WireNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides from the name of a property or member whether its value may be a secret.
 *
 * <p>Long parts are found anywhere in the name, without letter case and separators, so {@code PRIV_KEY_FILE} is
 * {@code privkeyfile}. Short parts must be whole words, so {@code pat} is not found in {@code path}. A word ends at a
 * separator, at a digit and before a capital letter. A name may be secret if
 *
 * <ul>
 *   <li>it contains {@code password}, {@code passwd}, {@code pwd}, {@code passphrase}, {@code passcode}, {@code secret},
 *       {@code token}, {@code credential}, {@code apikey}, {@code accesskey}, {@code privatekey}, {@code privkey},
 *       {@code keyfile}, {@code keypath}, {@code keystore}, {@code pfx}, {@code p12}, {@code pkcs}, {@code authcode},
 *       {@code authorization}, {@code bearer}, {@code cookie}, {@code signature}, {@code connectionstring} or
 *       {@code connectstatement};
 *   <li>it ends with {@code key}, {@code keys}, {@code headers} or {@code pin}, unless the key is a public, primary,
 *       partition, foreign or sort key; the entries of a list of headers carry tokens;
 *   <li>its last word is {@code pass}, {@code pw}, {@code auth}, {@code jwt}, {@code otp}, {@code sas}, {@code sig} or {@code pat},
 *       where a further word such as {@code value}, {@code code} or {@code header} may follow; or its last words are
 *       {@code sas url} or {@code sas uri};
 *   <li>and it does not end with {@code url}, {@code uri}, {@code endpoint}, {@code type}, {@code timeout},
 *       {@code algorithm}, {@code policy}, {@code fingerprint} or {@code expiry}, which describe a secret but do not contain one;
 *   <li>and it is not {@code separateCredentials}, {@code selectedCredentials}, {@code credentialsName} or another name
 *       or id of credentials.
 * </ul>
 *
 * <p>The result determines which values are shown, not which are compared. If in doubt, a value is hidden. This class is stateless and
 * thread-safe.
 */
public final class SecretNames {

    private static final List<String> SECRET_PARTS = words("""
        password passwd pwd passphrase passcode secret token credential apikey accesskey privatekey privkey keyfile \
        keypath keystore pfx p12 pkcs authcode authorization bearer cookie signature connectionstring \
        connectstatement\
        """);

    private static final List<String> SECRET_ENDINGS = words("key keys headers pin");

    private static final List<String> NON_SECRET_KEYS = words("""
        publickey publickeys primarykey primarykeys partitionkey partitionkeys foreignkey foreignkeys sortkey \
        sortkeys\
        """);

    /** Names with these endings describe a secret, for example {@code tokenUrl} or {@code passwordPolicy}. */
    private static final List<String> NON_SECRET_ENDINGS =
            words("url uri endpoint type timeout algorithm policy fingerprint expiry");

    private static final Set<String> NON_SECRET_NAMES = Stream.of(
                    WireNames.SEPARATE_CREDENTIALS,
                    WireNames.SELECTED_CREDENTIALS,
                    WireNames.CREDENTIALS_NAME,
                    WireMembers.CREDENTIALS_NAME,
                    WireMembers.CREDENTIALS_ID,
                    WireMembers.SEPARATE_CREDENTIALS,
                    "credentialName",
                    "credentialsId",
                    "credentialId")
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** Short words that are only matched as whole words. */
    private static final List<String> SECRET_WORDS = words("pass pw auth jwt otp sas sasurl sasuri sig pat");

    /** Words that may follow a short word without changing what the value is. */
    private static final Set<String> NEUTRAL_WORDS =
            Set.copyOf(words("value text string data code header assertion plain encoded encrypted base"));

    private static final Set<String> URL_WORDS = Set.of("url", "uri");

    private SecretNames() {}

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    /**
     * Returns whether the value of a property or member of this name may be a secret.
     *
     * @param name the name
     * @return whether the value must not be shown
     */
    public static boolean mayBeSecret(String name) {
        String normalized = NameNormalizer.normalize(Arguments.require(name, "name"));
        if (NON_SECRET_NAMES.contains(normalized)) {
            return false;
        }
        boolean hasSecretPart = containsAny(normalized, SECRET_PARTS)
                || (endsWithAny(normalized, SECRET_ENDINGS) && !endsWithAny(normalized, NON_SECRET_KEYS));
        return (hasSecretPart && !endsWithAny(normalized, NON_SECRET_ENDINGS))
                || (containsAny(normalized, SECRET_WORDS) && endsWithShortWord(NameTokenizer.split(name)));
    }

    private static boolean endsWithShortWord(List<String> words) {
        int last = words.size() - 1;
        if (last > 0 && URL_WORDS.contains(words.get(last))) {
            return words.get(last - 1).equals("sas");
        }
        while (last > 0 && NEUTRAL_WORDS.contains(words.get(last))) {
            last--;
        }
        return last >= 0 && SECRET_WORDS.contains(words.get(last));
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
