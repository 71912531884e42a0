package io.github.qlikconnections.testkit;

import java.util.Locale;

/**
 * The kinds and shares of random faults that a {@link FakeTenant} injects, for soak tests. The faults depend on the seed
 * and on the order of the requests only. Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * tenant.injectFaults(Faults.seeded(42).serverErrorBeforeHandling(0.02).drop(0.02).html(0.01));
 * }</pre>
 *
 * <p>Each share is a fraction of all requests with any method: 0 (the default) for none, 1 for all.
 *
 * @see FakeTenant#injectFaults
 */
public final class Faults {

    private final long seed;
    private final double serverErrorBefore;
    private final double serverErrorAfter;
    private final double drop;
    private final double html;

    private Faults(long seed, double serverErrorBefore, double serverErrorAfter, double drop, double html) {
        requireShare(serverErrorBefore);
        requireShare(serverErrorAfter);
        requireShare(drop);
        requireShare(html);
        requireShare(serverErrorBefore + serverErrorAfter + drop + html);
        this.seed = seed;
        this.serverErrorBefore = serverErrorBefore;
        this.serverErrorAfter = serverErrorAfter;
        this.drop = drop;
        this.html = html;
    }

    private static void requireShare(double share) {
        // Because of rounding, shares such as 0.1 and 0.7 can add up to slightly more than 1.
        if (!(share >= 0 && share <= 1 + 1e-9)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a share and the sum of all shares must be 0 to 1, not %s", share));
        }
    }

    /**
     * Returns an instance without faults, to which the methods of this class add faults.
     *
     * @param seed the seed of the random numbers
     * @return faults without any share
     */
    public static Faults seeded(long seed) {
        return new Faults(seed, 0, 0, 0, 0);
    }

    /**
     * Returns a copy that responds with 500, 502, 503 or 504 to a share of the requests and does not handle them.
     *
     * @param share the share of the requests, 0 to 1
     * @return the copy
     * @throws IllegalArgumentException if the share or the sum of all shares is not 0 to 1
     */
    public Faults serverErrorBeforeHandling(double share) {
        return new Faults(seed, share, serverErrorAfter, drop, html);
    }

    /**
     * Returns a copy that handles a share of the requests and responds with 500, 502, 503 or 504.
     *
     * @param share the share of the requests, 0 to 1
     * @return the copy
     * @throws IllegalArgumentException if the share or the sum of all shares is not 0 to 1
     */
    public Faults serverErrorAfterHandling(double share) {
        return new Faults(seed, serverErrorBefore, share, drop, html);
    }

    /**
     * Returns a copy that drops the connection of a share of the requests, half of them before and half of them after
     * they are handled.
     *
     * @param share the share of the requests, 0 to 1
     * @return the copy
     * @throws IllegalArgumentException if the share or the sum of all shares is not 0 to 1
     */
    public Faults drop(double share) {
        return new Faults(seed, serverErrorBefore, serverErrorAfter, share, html);
    }

    /**
     * Returns a copy that responds to a share of the requests with status 200 and an HTML page. Half of these requests are
     * handled and half are not.
     *
     * @param share the share of the requests, 0 to 1
     * @return the copy
     * @throws IllegalArgumentException if the share or the sum of all shares is not 0 to 1
     */
    public Faults html(double share) {
        return new Faults(seed, serverErrorBefore, serverErrorAfter, drop, share);
    }

    long seed() {
        return seed;
    }

    double serverErrorBefore() {
        return serverErrorBefore;
    }

    double serverErrorAfter() {
        return serverErrorAfter;
    }

    double drop() {
        return drop;
    }

    double html() {
        return html;
    }
}
