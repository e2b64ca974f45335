package no.normverk.classification;

import java.util.List;
import no.normverk.terminology.Canonical;
import no.normverk.terminology.Lineage;
import org.jspecify.annotations.Nullable;

/** What is known of WHO's classifications: how ICD-10 builds its codes, and that ICD-11 is also called by URIs with a release in them. */
public final class ClassificationLineage implements Lineage {
    private final Icd10Lineage icd10 = new Icd10Lineage();

    @Override
    public List<String> broaderCodes(String system, String code) {
        return icd10.broaderCodes(system, code);
    }

    @Override
    public List<String> otherSpellings(String system, String code) {
        return icd10.otherSpellings(system, code);
    }

    @Override
    public @Nullable String base(String system) {
        return icd10.base(system);
    }

    @Override
    public @Nullable String chapter(String system, String code) {
        return icd10.chapter(system, code);
    }

    @Override
    public @Nullable Canonical release(String uri) {
        String release = Icd11.releaseOfSystem(uri);
        return release == null ? null : new Canonical(Icd11.MMS, release);
    }
}
