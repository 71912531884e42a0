package io.github.qlikconnections.bucket4j;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** A store in memory for one thread at a time. Each process has a proxy manager with a clock of its own. */
final class VirtualStore {

    private final Map<String, byte[]> states = new ConcurrentHashMap<>();
    private final Runnable beforeRead;

    VirtualStore() {
        this(() -> {});
    }

    /** Creates a store that runs an action on the calling thread before each read. */
    VirtualStore(Runnable beforeRead) {
        this.beforeRead = beforeRead;
    }

    ProxyManager<String> proxyManager(LongSupplier nanos) {
        return new VirtualProxyManager(ClientSideConfig.getDefault().withClientClock(new VirtualClock(nanos)));
    }

    private record VirtualClock(LongSupplier nanos) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanos.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    private final class VirtualProxyManager extends AbstractCompareAndSwapBasedProxyManager<String> {

        VirtualProxyManager(ClientSideConfig config) {
            super(config);
        }

        @Override
        protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
            return new CompareAndSwapOperation() {
                @Override
                public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
                    beforeRead.run();
                    return Optional.ofNullable(states.get(key));
                }

                @Override
                public boolean compareAndSwap(
                        byte[] originalData, byte[] newData, RemoteBucketState newState, Optional<Long> timeoutNanos) {
                    states.put(key, newData);
                    return true;
                }
            };
        }

        @Override
        protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected CompletableFuture<Void> removeAsync(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeProxy(String key) {
            states.remove(key);
        }

        @Override
        public boolean isAsyncModeSupported() {
            return false;
        }
    }
}
