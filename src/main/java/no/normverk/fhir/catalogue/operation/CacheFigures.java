package no.normverk.fhir.catalogue.operation;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The figures of a cache, as JMX tells them. */
record CacheFigures(Supplier<CacheStats> stats) implements CacheFiguresMXBean {

    /** Tells the figures of a cache from now on, as {@code no.normverk:type=Cache,name=...}; a later cache of the name takes its place. */
    static void publish(String name, Supplier<CacheStats> stats) {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName address = new ObjectName("no.normverk:type=Cache,name=" + name);
            synchronized (CacheFigures.class) {
                if (server.isRegistered(address)) {
                    server.unregisterMBean(address);
                }
                server.registerMBean(new CacheFigures(stats), address);
            }
        } catch (JMException e) {
            throw new IllegalStateException("The figures of the cache " + name + " cannot be published", e);
        }
    }

    @Override
    public long getHits() {
        return stats.get().hitCount();
    }

    @Override
    public long getMisses() {
        return stats.get().missCount();
    }

    @Override
    public double getHitRate() {
        return stats.get().hitRate();
    }

    @Override
    public long getEvictions() {
        return stats.get().evictionCount();
    }
}
