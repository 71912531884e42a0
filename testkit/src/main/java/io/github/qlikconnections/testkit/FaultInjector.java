package io.github.qlikconnections.testkit;

import java.util.Optional;
import java.util.Random;

/** Selects the fault of each request at random. This class is thread-safe. */
final class FaultInjector {

    private static final int[] SERVER_ERRORS = {500, 502, 503, 504};

    private final Faults faults;
    private final Random random;

    FaultInjector(Faults faults) {
        this.faults = faults;
        this.random = new Random(faults.seed());
    }

    /** One random number for each request, so that the faults of later requests do not depend on the kinds of earlier ones. */
    Optional<StubResponse> next() {
        double draw;
        synchronized (random) {
            draw = random.nextDouble();
        }
        return fault(draw);
    }

    /** The shares are adjacent intervals between 0 and 1. The position within an interval selects the variant. */
    private Optional<StubResponse> fault(double draw) {
        double place = draw;
        if (place < faults.serverErrorBefore()) {
            return Optional.of(serverError(place / faults.serverErrorBefore()));
        }
        place -= faults.serverErrorBefore();
        if (place < faults.serverErrorAfter()) {
            return Optional.of(StubResponse.afterHandling(serverError(place / faults.serverErrorAfter())));
        }
        place -= faults.serverErrorAfter();
        if (place < faults.drop()) {
            boolean handled = place >= faults.drop() / 2;
            return Optional.of(handled ? StubResponse.dropAfterHandling() : StubResponse.dropBeforeHandling());
        }
        place -= faults.drop();
        if (place < faults.html()) {
            StubResponse page = StubResponse.html(200);
            return Optional.of(place < faults.html() / 2 ? page : StubResponse.afterHandling(page));
        }
        return Optional.empty();
    }

    private static StubResponse serverError(double place) {
        int status = SERVER_ERRORS[(int) (place * SERVER_ERRORS.length)];
        return StubResponse.error(status, "FAULT-" + status, "Injected fault", "Injected by this test");
    }
}
