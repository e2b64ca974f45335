package no.normverk.terminology.valueset;

import java.util.List;
import no.normverk.terminology.Message;
import no.normverk.terminology.Registry;
import org.jspecify.annotations.Nullable;

/** What is said when a code system, or the version asked for, is not there. */
public final class UnknownCodeSystem {

    private UnknownCodeSystem() {}

    /** Said when a value set cannot be expanded for it. */
    public static Message inExpansion(Registry registry, String url, @Nullable String version) {
        return message(registry, url, version, "_EXP");
    }

    /** Said when a code cannot be validated for it. */
    public static Message inValidation(Registry registry, String url, @Nullable String version) {
        return message(registry, url, version, "");
    }

    private static Message message(Registry registry, String asked, @Nullable String askedVersion, String purpose) {
        String url = registry.meant(asked, askedVersion).url();
        String version = registry.meant(asked, askedVersion).version();
        if (version == null) {
            return Message.of("UNKNOWN_CODESYSTEM" + purpose, url);
        }
        List<String> known = registry.versionNames(url);
        return known.isEmpty()
                ? Message.of("UNKNOWN_CODESYSTEM_VERSION" + purpose + "_NONE", url, version)
                : Message.of("UNKNOWN_CODESYSTEM_VERSION" + purpose, url, version, enumerate(known));
    }

    /** {@code a, b or c}. */
    static String enumerate(List<String> items) {
        if (items.size() == 1) {
            return items.getFirst();
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " or " + items.getLast();
    }
}
