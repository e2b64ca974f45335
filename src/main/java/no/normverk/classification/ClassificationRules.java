package no.normverk.classification;

import java.util.List;
import java.util.Locale;
import no.normverk.terminology.CodeSystemHeader;
import no.normverk.terminology.CodeSystemVersion;
import no.normverk.terminology.ConceptProperty;
import no.normverk.terminology.memory.CodeSystemDefinition;
import no.normverk.terminology.memory.ConceptDefinition;
import no.normverk.terminology.memory.InMemoryCodeSystem;

/** What classifications allow beyond what a code system's definition can say: more than one spelling of a code, and codes put together from others. */
public final class ClassificationRules {
    private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";
    private static final String NORWEGIAN_ICD_10 = "urn:oid:2.16.578.1.12.4.1.1.7110";

    private ClassificationRules() {}

    /** A code system in memory, with the rules of its classification where it is one that has some. */
    public static CodeSystemVersion codeSystem(CodeSystemDefinition definition) {
        String url = definition.header().url();
        if (isIcd10(definition.header())) {
            return new InMemoryCodeSystem(definition, new DotsDoNotCount());
        }
        return url.equals(Icd11.MMS)
                ? new Icd11CodeSystem(new InMemoryCodeSystem(definition, new UrisAreNames()))
                : new InMemoryCodeSystem(definition);
    }

    /** Whether it is an ICD-10, of whatever country: those that are known by other URIs, such as the OID of Germany's, say so in their name. */
    private static boolean isIcd10(CodeSystemHeader header) {
        String name = header.name() == null ? "" : header.name().toUpperCase(Locale.ROOT);
        return header.url().startsWith(ICD_10) || header.url().equals(NORWEGIAN_ICD_10) || name.startsWith("ICD10");
    }

    /** ICD-10: {@code A00.0} and {@code A000} are one code; the dot is for the eye. */
    private static final class DotsDoNotCount implements InMemoryCodeSystem.Rules {
        @Override
        public String plain(String code) {
            int dot = code.indexOf('.');
            return dot == 3 && code.indexOf('.', dot + 1) < 0 ? code.substring(0, dot) + code.substring(dot + 1) : code;
        }
    }

    /** ICD-11: an entity can be asked for by the URI that the foundation or the linearization gives it, of whatever release. */
    private static final class UrisAreNames implements InMemoryCodeSystem.Rules {
        private static final String ENTITY = "entity:";

        @Override
        public String plain(String code) {
            String entity = Icd11.entity(code);
            return entity == null ? code : ENTITY + entity;
        }

        @Override
        public List<String> otherNames(ConceptDefinition concept) {
            for (ConceptProperty property : concept.properties()) {
                if (property.code().equals(Icd11TabulationReader.LINEARIZATION.code())) {
                    return List.of(plain(property.value().text()));
                }
            }
            return List.of();
        }
    }
}
