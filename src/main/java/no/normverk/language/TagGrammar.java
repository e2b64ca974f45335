package no.normverk.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.normverk.language.SubtagRegistry.Subtag;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.Designation;
import no.normverk.terminology.Value;
import no.normverk.terminology.memory.ConceptDefinition;
import no.normverk.terminology.memory.Grammar;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of language tags (RFC 5646, 2.1 and 2.2.9): a tag is a code when it is valid, that is well-formed with all its subtags registered, no variant or singleton twice, and every
 * extended language after its own language. Tags compare without regard to case in RFC 5646; here only the form that it recommends (2.1.1) is a code, so that one tag is one code.
 */
final class TagGrammar implements Grammar {

    private static final int LONGEST = 200;

    private final SubtagRegistry registry;

    TagGrammar(SubtagRegistry registry) {
        this.registry = registry;
    }

    @Override
    public @Nullable ConceptDefinition read(String code) {
        Subtag grandfathered = registry.find("grandfathered", code);
        if (grandfathered != null) {
            return concept(code, grandfathered.description(), List.of(), List.of());
        }
        if (code.length() > LONGEST) {
            return null;
        }
        Reading reading = new Reading(code.split("-", -1));
        return reading.isTag() ? concept(code, reading.display(), reading.designations(), reading.properties) : null;
    }

    private static ConceptDefinition concept(
            String code, String display, List<Designation> designations, List<ConceptProperty> properties) {
        return new ConceptDefinition(code, display, null, List.of(), designations, properties, List.of());
    }

    /** One pass over the subtags of one tag. */
    private final class Reading {
        private final String[] subtags;
        private final List<ConceptProperty> properties = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<String> qualities = new ArrayList<>();
        private final List<String> labelled = new ArrayList<>();
        private int at;

        Reading(String[] subtags) {
            this.subtags = subtags;
        }

        boolean isTag() {
            return subtags[0].equals("x") ? isPrivateUse() : isLanguageTag();
        }

        private boolean isLanguageTag() {
            Subtag language = registry.find("language", subtags[0]);
            if (language == null) {
                return false;
            }
            names.addAll(language.descriptions());
            tell(TagPart.LANGUAGE, subtags[0]);
            at = 1;
            one("extlang", TagPart.EXTENDED_LANGUAGE, "");
            one("script", TagPart.SCRIPT, "Script=");
            one("region", TagPart.REGION, "Region=");
            return areVariants() && areExtensions() && (at == subtags.length || isPrivateUse());
        }

        /** Takes the next subtag if it is of the type; an extended language only after a language that the registry allows. */
        private void one(String type, TagPart part, String label) {
            Subtag subtag = at < subtags.length ? registry.find(type, subtags[at]) : null;
            if (subtag != null && (subtag.prefixes().isEmpty() || subtag.prefixes().contains(subtags[0]))) {
                describe(part, subtag, label);
            }
        }

        private void describe(TagPart part, Subtag subtag, String label) {
            labelled.add(label + subtag.description());
            qualities.add(subtag.description());
            tell(part, subtags[at]);
            at++;
        }

        private boolean areVariants() {
            Set<String> seen = new HashSet<>();
            while (at < subtags.length && subtags[at].length() > 1) {
                Subtag variant = registry.find("variant", subtags[at]);
                if (variant == null || !seen.add(subtags[at])) {
                    return false;
                }
                describe(TagPart.VARIANT, variant, "Variant=");
            }
            return true;
        }

        private boolean areExtensions() {
            Set<String> singletons = new HashSet<>();
            while (at < subtags.length && isSingleton(subtags[at])) {
                if (!singletons.add(subtags[at])) {
                    return false;
                }
                int start = at;
                at++;
                while (at < subtags.length && isAlphanumeric(subtags[at], 2)) {
                    at++;
                }
                if (at == start + 1) {
                    return false;
                }
                String extension = String.join("-", List.of(subtags).subList(start, at));
                tell(TagPart.EXTENSION, extension);
                qualities.add(extension);
                labelled.add("Extension=" + extension);
            }
            return true;
        }

        private boolean isPrivateUse() {
            if (!subtags[at].equals("x") || at + 1 == subtags.length) {
                return false;
            }
            List<String> own = List.of(subtags).subList(at + 1, subtags.length);
            String text = "x-" + String.join("-", own);
            tell(TagPart.PRIVATE_USE, text);
            (names.isEmpty() ? names : qualities).add(text);
            labelled.add("Private=" + text);
            return own.stream().allMatch(subtag -> isAlphanumeric(subtag, 1));
        }

        private void tell(TagPart part, String value) {
            properties.add(new ConceptProperty(part.property(), new Value.Text(value)));
        }

        String display() {
            return names.getFirst() + bracketed(qualities);
        }

        /** The same with the other names of the language, and with each part named. */
        List<Designation> designations() {
            List<Designation> designations = new ArrayList<>();
            names.stream().skip(1).forEach(name -> designations.add(new Designation("en", null, name + bracketed(qualities))));
            if (!qualities.isEmpty() && !labelled.equals(qualities)) {
                designations.add(new Designation("en", null, names.getFirst() + bracketed(labelled)));
            }
            return designations;
        }

        private static String bracketed(List<String> parts) {
            return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
        }
    }

    private static boolean isSingleton(String subtag) {
        return subtag.length() == 1 && isAlphanumeric(subtag, 1) && !subtag.equals("x");
    }

    private static boolean isAlphanumeric(String subtag, int shortest) {
        return subtag.length() >= shortest
                && subtag.length() <= 8
                && subtag.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    }
}
